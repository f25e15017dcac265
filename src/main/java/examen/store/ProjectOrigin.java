package examen.store;

import java.time.Instant;
import java.util.UUID;

/**
 * What a project is told at its making.
 *
 * @param id the same for all copies of the project
 * @param createdAt in whole milliseconds; anything finer is cut off when stored
 * @param createdBy the program and its version, such as {@code Examen 0.1.0}
 */
public record ProjectOrigin(UUID id, Instant createdAt, String createdBy) {}
