package examen.desktop.fx;

/** Under which heading an action is listed, and where its keys hold. */
public enum ActionGroup {
  /** Going from one place of the window to another. */
  GO("go", Place.EVERYWHERE),
  /** Reading a transcript. */
  READ("read", Place.REVIEW),
  /** How a transcript is shown: folded, one message alone, one way or several. */
  VIEW("view", Place.REVIEW),
  /** Finding words and transcripts. */
  FIND("find", Place.REVIEW),
  /** Selecting words. */
  SELECT("select", Place.REVIEW),
  /** Deciding on highlights. */
  HIGHLIGHTS("highlights", Place.REVIEW),
  /** Annotations, answers and the review as a whole. */
  ANNOTATE("annotate", Place.REVIEW),
  /** Taking back and doing again. */
  HISTORY("history", Place.REVIEW),
  /** The rules of the project. */
  CODEBOOK("codebook", Place.CODEBOOK),
  /** Analyses of what was said. */
  FINDINGS("findings", Place.FINDINGS),
  /** The window itself. */
  WINDOW("window", Place.EVERYWHERE);

  private final String wire;
  private final Place place;

  ActionGroup(String wire, Place place) {
    this.wire = wire;
    this.place = place;
  }

  /** Where in the window an action has its sense. */
  public enum Place {
    EVERYWHERE,
    REVIEW,
    CODEBOOK,
    FINDINGS
  }

  public Place place() {
    return place;
  }

  /** The name in the keys of texts. */
  public String wire() {
    return wire;
  }

  /** Whether a key may not mean one thing here and another there. */
  public boolean meets(ActionGroup other) {
    return place == other.place || place == Place.EVERYWHERE || other.place == Place.EVERYWHERE;
  }
}
