package examen.app;

/**
 * A failure as the user is told of it.
 *
 * @param message one line; what failed and what to do, or for a mistake of ours the code to search
 *     for
 * @param code short and searchable for a mistake of ours, else empty
 */
public record Problem(String message, String code) {}
