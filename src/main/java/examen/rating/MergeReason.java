package examen.rating;

/** Why a step of another file is left out of a merge. */
public enum MergeReason {
  UNKNOWN_TRANSCRIPT(
      "unknown-transcript",
      "its transcript is not in this project: import that here, then merge again"),
  ALTERED_TEXT("altered-text", "the text it is about reads otherwise here"),
  OTHER_CODEBOOK("other-codebook", "no codebook of this project has its tag, question or answer"),
  NEWER_CODEBOOK(
      "newer-codebook",
      "it puts what was said into the words of a newer codebook than the one in use here: put that"
          + " in use (examen codebook --set FILE), then merge again"),
  BROKEN_CHAIN("broken-chain", "it was changed after it was stored"),
  RESTS_ON_BROKEN("rests-on-broken", "it rests on a step that was changed after it was stored"),
  OTHER_CONTENT("same-id-other-content", "this project has another step with the same id"),
  NOT_THEIRS("not-its-raters", "it changes what another rater made"),
  UNREADABLE("unreadable", "it does not say what a step says"),
  TOO_LARGE("too-large", "it is larger than any step is expected to be"),
  UNDOES_LEFT_OUT("undoes-left-out", "it takes back a step that is not here");

  private final String wire;
  private final String words;

  MergeReason(String wire, String words) {
    this.wire = wire;
    this.words = words;
  }

  /** The name in what is printed for programs. */
  public String wire() {
    return wire;
  }

  /** In words, with what to do where something can be done. */
  public String words() {
    return words;
  }
}
