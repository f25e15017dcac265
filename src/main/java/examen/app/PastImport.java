package examen.app;

import examen.store.ImportEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import that was made into a project.
 *
 * @param number its number in the project, from 1
 * @param rater who made it, where that is known
 * @param report its report; null where the import was ended in the middle, or where the report is
 *     one that this version cannot read
 */
public record PastImport(
    long number, Instant at, @Nullable String rater, @Nullable ImportReport report) {
  static PastImport of(ImportEntry entry) {
    return new PastImport(
        entry.id().value(),
        entry.at(),
        entry.rater().orElse(null),
        entry.report().flatMap(ReportJson::read).orElse(null));
  }
}
