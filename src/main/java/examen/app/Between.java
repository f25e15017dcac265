package examen.app;

/** Asks between two pieces of work whether to go on; how many there are is not known. */
record Between(Progress progress) implements Runnable {
  @Override
  public void run() {
    if (!progress.at(0, 0, "")) {
      throw new Refusal("stopped; all is as it was");
    }
  }
}
