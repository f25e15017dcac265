package examen.study;

/** An analysis cannot be made as it was asked for. */
public final class Unanswerable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason one line that names the choice and what could be chosen
   */
  public Unanswerable(String reason) {
    super(reason);
  }
}
