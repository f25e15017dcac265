package planted.cli;

/** The command line must not see the store. */
public record AsksTheStore(planted.store.Target mistake) {}
