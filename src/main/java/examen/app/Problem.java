package examen.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A failure as the user is told of it.
 *
 * @param message one line; what failed and what to do, or for a mistake of ours the code to search
 *     for
 * @param code short and searchable for a mistake of ours, else empty
 * @param damaged the project that is damaged, where it is that
 */
public record Problem(String message, String code, @Nullable Path damaged) {
  /** Of no damaged project. */
  public Problem(String message, String code) {
    this(message, code, null);
  }
}
