package planted.desktop.shell;

/** The window must not see the store. */
public record AsksTheStore(planted.store.Target mistake) {}
