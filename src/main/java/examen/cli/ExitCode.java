package examen.cli;

/** What the program says to the shell when it ends. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int SOME_REFUSED = 3;
  static final int NOTHING_TAKEN_IN = 4;

  private ExitCode() {}
}
