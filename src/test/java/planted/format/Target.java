package planted.format;

/** Something to depend on. */
public final class Target {}
