package planted.export;

/** Adapters must not see each other. */
public record AsksTheStore(planted.store.Target mistake) {}
