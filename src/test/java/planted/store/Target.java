package planted.store;

/** Something to depend on. */
public final class Target {}
