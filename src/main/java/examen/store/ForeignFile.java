package examen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A project file that was not made here and may be anything. It is copied to a private place, the
 * copy is let in only if it is a sound project by its pages and exactly ours by its tables, and all
 * reading is from the copy. The file itself is never written, and stays as it is.
 */
public final class ForeignFile implements AutoCloseable {
  private static final String COPY = "copy.examen";

  private final Path file;
  private final Path folder;
  private final Session session;
  private final Deadline deadline;

  private ForeignFile(Path file, Path folder, Session session, Deadline deadline) {
    this.file = file;
    this.folder = folder;
    this.session = session;
    this.deadline = deadline;
  }

  /**
   * Copies and checks the file; a project of an older Examen is brought up to date in the copy.
   *
   * @param privateFolder where the copy is to lie while this is open; made if it is not there
   * @param limits what may be spent on it
   * @throws ForeignException with the reason, in one line, if it is not to be trusted or there is
   *     no room for a copy
   */
  public static ForeignFile open(Path file, Path privateFolder, ForeignLimits limits) {
    try {
      return letIn(file, privateFolder, limits);
    } catch (StoreException refused) {
      throw new ForeignException(refused);
    }
  }

  private static ForeignFile letIn(Path file, Path privateFolder, ForeignLimits limits) {
    Path real = Opening.placeOfExisting(file);
    Path folder = folder(file, privateFolder);
    Session session = null;
    boolean good = false;
    try {
      Path copy = folder.resolve(COPY);
      ForeignCopy.make(real, copy, limits);
      session = new Sessions(copy).foreign();
      Deadline deadline = new Deadline(limits.oneLook());
      session.limit(limits.valueBytes(), deadline);
      new ForeignGate(real, session).pass();
      good = true;
      return new ForeignFile(real, folder, session, deadline);
    } catch (SqlFailure failure) {
      throw Reasons.ofForeign(real, failure);
    } finally {
      if (!good) {
        end(folder, session);
      }
    }
  }

  /**
   * Removes copies that a program which was killed left behind.
   *
   * @param before when nobody could still be reading them
   */
  public static void removeLeftovers(Path privateFolder, Instant before) {
    ForeignCopy.removeLeftovers(privateFolder, before);
  }

  /** Where the file itself is. */
  public Path path() {
    return file;
  }

  /** The checked copy, gone when this is closed; nobody else knows of it. */
  Path copy() {
    return folder.resolve(COPY);
  }

  /**
   * Reads from the copy.
   *
   * @throws ForeignException if it could not be read, or not within the limits
   */
  public <T> T reading(Function<Reading, T> work) {
    Reading reading = new Reading(session);
    deadline.restart();
    try {
      return work.apply(reading);
    } catch (SqlFailure failure) {
      throw new ForeignException(Reasons.ofForeign(file, failure));
    } catch (StoreException damaged) {
      throw new ForeignException(
          new StoreException(Reasons.name(file) + ": " + damaged.getMessage(), damaged));
    } finally {
      reading.end();
    }
  }

  /** Removes the copy. */
  @Override
  public void close() {
    end(folder, session);
  }

  private static Path folder(Path file, Path privateFolder) {
    try {
      return Files.createTempDirectory(Files.createDirectories(privateFolder), "foreign");
    } catch (IOException e) {
      throw Reasons.of(file, "no copy of it can be made in " + Reasons.name(privateFolder), e);
    }
  }

  private static void end(Path folder, @Nullable Session session) {
    try {
      if (session != null) {
        session.close();
      }
    } finally {
      ForeignCopy.remove(folder);
    }
  }
}
