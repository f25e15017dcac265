package examen.app;

/** The user asked that an import stop, and so what was begun of the file in hand is given up. */
final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
