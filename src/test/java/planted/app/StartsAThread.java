package planted.app;

/** Only desktop.fx may know threads. */
public final class StartsAThread {
  private StartsAThread() {}

  public static void go() {
    new Thread(() -> {}).start();
  }
}
