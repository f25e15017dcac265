package examen.desktop.shell;

/** What the window is used for at a time. */
public enum Workspace {
  /** Reading and tagging transcripts. */
  REVIEW("review"),
  /** Analyses of what was said. */
  FINDINGS("findings"),
  /** The rules of the project. */
  CODEBOOK("codebook");

  private final String wire;

  Workspace(String wire) {
    this.wire = wire;
  }

  /** The name in settings, and in the keys of texts. */
  public String wire() {
    return wire;
  }
}
