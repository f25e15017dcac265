package examen.app;

import examen.store.ProjectSettings;
import examen.store.Rescue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A project that is open in a window: to work in, or only to be read where another window has it or
 * it was rescued from a damaged file.
 */
public final class WindowProject implements AutoCloseable {
  private static final String ANOTHER = "another window has this project open";

  private final Workbench workbench;
  private final @Nullable WindowLock lock;

  private WindowProject(Workbench workbench, @Nullable WindowLock lock) {
    this.workbench = workbench;
    this.lock = lock;
  }

  /** Opens a project, or makes a new one. */
  public static WindowProject open(Path project, Surroundings surroundings) {
    return open(project, surroundings, () -> toWorkIn(project, surroundings));
  }

  /** Opens the sample project, made or brought up to date first. */
  public static WindowProject openSample(Path project, Surroundings surroundings) {
    return open(
        project, surroundings, () -> new SampleProject(surroundings).open(project, Progress.NONE));
  }

  private static WindowProject open(
      Path project, Surroundings surroundings, Supplier<Workbench> toWorkIn) {
    boolean isNew = !Files.exists(project);
    Workbench made = isNew ? toWorkIn.get() : null;
    Optional<WindowLock> lock = WindowLock.take(surroundings.data(), project);
    if (lock.isEmpty() && made == null) {
      return new WindowProject(Workbench.openToRead(project, ANOTHER, surroundings), null);
    }
    boolean open = false;
    try {
      Workbench workbench = made == null ? toWorkIn.get() : made;
      open = true;
      return new WindowProject(workbench, lock.orElse(null));
    } finally {
      if (!open) {
        lock.ifPresent(WindowLock::close);
      }
    }
  }

  private static Workbench toWorkIn(Path project, Surroundings surroundings) {
    if (!Files.exists(project)) {
      return Workbench.openOrCreate(project, surroundings);
    }
    Workbench workbench = Workbench.openQuickly(project, surroundings);
    Optional<String> damaged =
        workbench.file().reading(reading -> ProjectSettings.get(reading, Rescue.RESCUED));
    if (damaged.isEmpty()) {
      return workbench;
    }
    workbench.close();
    return Workbench.openToRead(
        project, "it was rescued from the damaged file " + damaged.get(), surroundings);
  }

  public Workbench workbench() {
    return workbench;
  }

  @Override
  public void close() {
    try {
      workbench.close();
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
  }
}
