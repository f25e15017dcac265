package planted.app;

/** What only leads know. */
public final class Lead {}
