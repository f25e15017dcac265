package examen.app;

/** Thrown out of the reading of a file that is only looked at, when enough of it was seen. */
final class Enough extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Enough() {
    super("enough of this file was seen", null, false, false);
  }
}
