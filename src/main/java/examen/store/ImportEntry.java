package examen.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One import, as the project keeps it.
 *
 * @param rater who ran it, where that is known
 * @param report its report as a JSON text; empty while it runs, and for good if the program was
 *     ended in the middle
 */
public record ImportEntry(
    ImportId id, Instant at, Optional<String> rater, Optional<String> report) {}
