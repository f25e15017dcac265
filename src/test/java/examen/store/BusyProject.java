package examen.store;

import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A project on which one deed follows the other. Each says what is stored once it is: a line that
 * {@link Claims} can hold the file to. The project lies in {@code disk}, and nothing else does;
 * what is brought in lies beside.
 */
final class BusyProject implements AutoCloseable {
  static final int FILES = 4;
  static final int RECORDS = 25;
  static final int STEPS_BEFORE = 10;
  private static final RaterId ANN = new RaterId("ann");
  private static final int BULK = 100;
  private static final int WORDS = 200;
  private static final int TRANSCRIPTS = 3;

  private final Path folder;
  private final long seed;
  private final Random random;
  private final OtherCopies others;
  private final Consumer<String> said;
  private final ProjectFile project;
  private Work work;
  private int brought;

  /** Opens the project that is in {@code disk}. */
  BusyProject(Path folder, long seed, Consumer<String> said) {
    this(folder, seed, said, () -> ProjectFile.open(place(folder)));
  }

  /** The same, opened in another way. */
  BusyProject(Path folder, long seed, Consumer<String> said, Supplier<ProjectFile> opening) {
    this.folder = folder;
    this.seed = seed;
    this.random = new Random(seed);
    this.others = new OtherCopies(folder);
    this.said = said;
    this.project = opening.get();
    this.work = freshWork();
  }

  static Path place(Path folder) {
    return folder.resolve("disk").resolve("project.examen");
  }

  /** A new project with three transcripts and some steps. */
  static Path make(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("disk"));
    try (ProjectFile project = Projects.createWith(folder.resolve("disk"), TRANSCRIPTS)) {
      new Work(ANN.value(), new Ledger(), transcripts(), 1).store(project, STEPS_BEFORE);
    }
    new OtherCopies(folder).keepBase(place(folder));
    return place(folder);
  }

  ProjectFile project() {
    return project;
  }

  /**
   * Decides on what to do. It may be run until it ends well; only then another may be asked for.
   */
  Runnable next(Deed deed) {
    return switch (deed) {
      case STEP -> storing(work.next());
      case BULK -> storing(bulk());
      case IMPORT -> importing(fresh());
      case MERGE -> merging(fresh());
      case BACKUP -> this::backUp;
    };
  }

  private String fresh() {
    return "s" + seed + "n" + ++brought;
  }

  /** One of these, by chance. */
  Runnable next(List<Deed> deeds) {
    return next(deeds.get(random.nextInt(deeds.size())));
  }

  @Override
  public void close() {
    project.close();
  }

  private Runnable storing(Step step) {
    return () -> {
      ChangeLog.append(project, step);
      work.ledger().apply(step);
      said.accept("step " + step.id());
    };
  }

  private Step bulk() {
    List<Command> all = new ArrayList<>();
    for (Transcript transcript : transcripts()) {
      if (work.ledger().isSubmitted(ANN, transcript.id())) {
        all.add(new Command.Reopen(transcript.id()));
      }
    }
    for (int i = 0; i < BULK; i++) {
      all.add(work.putTag());
    }
    if (work.decide(new Command.Together("all", all)) instanceof Decision.Accepted(Step step)) {
      return step;
    }
    throw new IllegalStateException("a hundred tags are refused");
  }

  private Runnable importing(String name) {
    Path source = written(name);
    return () -> {
      try (Workbench workbench =
          Workbench.open(project.path(), TestProjects.surroundings(folder))) {
        workbench.importFrom(TestProjects.request(source), Progress.NONE);
      }
      said.accept("import " + name);
    };
  }

  private Runnable merging(String name) {
    String rater = random.nextBoolean() ? ANN.value() : "ben";
    Path copy = others.worked(name, rater, random.nextLong(), transcripts());
    return () -> {
      others.merge(project, copy);
      work = freshWork();
      said.accept("merge " + name);
    };
  }

  private void backUp() {
    said.accept("backup " + Backups.make(project, Instant.now()).file());
  }

  private Path written(String name) {
    try {
      Path source = Files.createDirectories(folder.resolve("in").resolve(name));
      for (int file = 0; file < FILES; file++) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RECORDS; i++) {
          text.append(record(name + ", " + file + ", number " + i + "?" + " word".repeat(WORDS)));
        }
        Files.writeString(source.resolve(name + "-" + file + ".jsonl"), text);
      }
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String record(String question) {
    return "{\"messages\":[{\"role\":\"user\",\"content\":\""
        + question
        + "\"},{\"role\":\"assistant\",\"content\":\"It is.\"}]}\n";
  }

  private Work freshWork() {
    Ledger ledger = new Ledger();
    ChangeLog.eachInOrder(project, logged -> ledger.apply(logged.step()));
    return new Work(ANN.value(), ledger, transcripts(), random.nextLong());
  }

  private static List<Transcript> transcripts() {
    List<Transcript> all = new ArrayList<>();
    for (int i = 1; i <= TRANSCRIPTS; i++) {
      all.add(Projects.transcript(i));
    }
    return all;
  }
}
