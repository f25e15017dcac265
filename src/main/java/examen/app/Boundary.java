package examen.app;

import examen.store.DamagedException;
import examen.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Turns whatever was thrown into something to tell the user; the one place that knows every kind of
 * failure.
 */
public final class Boundary {
  private final Path log;
  private final InstantSource clock;

  /**
   * @param log the file to which mistakes of ours are appended: class names and places in the code,
   *     never messages, as those may hold transcript text
   */
  public Boundary(Path log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  public Problem problem(Throwable thrown) {
    return switch (thrown) {
      case Refusal refusal -> new Problem(refusal.why(), "");
      case DamagedException damaged ->
          new Problem(String.valueOf(damaged.getMessage()), "", damaged.file());
      case StoreException failure -> new Problem(String.valueOf(failure.getMessage()), "");
      case UncheckedIOException failure -> new Problem(file(cause(failure)), "");
      case IOException failure -> new Problem(file(failure), "");
      default -> mistake(thrown);
    };
  }

  private static IOException cause(UncheckedIOException failure) {
    IOException cause = failure.getCause();
    return cause == null ? new IOException("no cause was given") : cause;
  }

  private static String file(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      default -> "a file could not be read or written: " + failure.getMessage();
    };
  }

  private Problem mistake(Throwable thrown) {
    String code = "E-" + String.format(Locale.ROOT, "%06x", fingerprint(thrown) & 0xFFFFFF);
    StringBuilder entry = new StringBuilder(clock.instant() + " " + code + "\n");
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      entry.append(t.getClass().getName()).append('\n');
      for (StackTraceElement frame : t.getStackTrace()) {
        entry.append("  at ").append(frame).append('\n');
      }
    }
    String where = write(entry.toString()) ? "; details are in " + log : "";
    return new Problem("something went wrong that is our mistake (" + code + ")" + where, code);
  }

  private boolean write(String entry) {
    try {
      Path folder = log.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(log, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The same for the same mistake at the same place, whatever the data. */
  private static int fingerprint(Throwable thrown) {
    int hash = thrown.getClass().getName().hashCode();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().startsWith("examen.")) {
        return 31 * hash + (frame.getClassName() + frame.getMethodName()).hashCode();
      }
    }
    return hash;
  }
}
