package planted.format;

/** Adapters must not see each other. */
public record AsksTheStore(planted.store.Target mistake) {}
