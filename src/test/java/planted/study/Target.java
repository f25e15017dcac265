package planted.study;

/** Something to depend on. */
public final class Target {}
