package planted.transcript;

/** Something to depend on. */
public final class Target {}
