package examen.app;

/** Which Examen this is. */
public final class Version {
  public static final String NUMBER = "0.1.0";
  public static final String PROGRAM = "Examen " + NUMBER;

  private Version() {}
}
