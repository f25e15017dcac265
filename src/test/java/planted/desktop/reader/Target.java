package planted.desktop.reader;

/** Something to depend on. */
public final class Target {}
