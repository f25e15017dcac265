package planted.store;

/** Adapters must not see each other. */
public record ReadsFormats(planted.format.Target mistake) {}
