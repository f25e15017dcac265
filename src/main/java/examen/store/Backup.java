package examen.store;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of a project from an earlier moment, which was looked at before it got its name.
 *
 * @param at when it was made; of one that was made before an update, when its file was written
 */
public record Backup(Path file, Instant at) {}
