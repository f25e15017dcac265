package planted.rating;

/** Something to depend on. */
public final class Target {}
