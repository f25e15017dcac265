package examen.store;

/**
 * One version of a codebook, as a file of the codebook format.
 *
 * @param json the file's text, kept as it is
 */
public record StoredCodebook(String id, int version, String json) {}
