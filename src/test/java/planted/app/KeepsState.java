package planted.app;

/** Nothing may be kept in statics. */
public final class KeepsState {
  static int state = 1;

  private KeepsState() {}

  public static KeepsState getInstance() {
    return new KeepsState();
  }
}
