package examen.store;

import examen.transcript.TranscriptId;

/**
 * One thing in the file that carries a seal.
 *
 * @param sub the run of labels, the version of a codebook; else empty
 */
record SealedThing(SealKind kind, String id, String sub) {
  static SealedThing transcript(TranscriptId id) {
    return new SealedThing(SealKind.TRANSCRIPT, id.value(), "");
  }

  static SealedThing labels(TranscriptId id, String run) {
    return new SealedThing(SealKind.LABELS, id.value(), run);
  }

  static SealedThing of(SealKind kind, String id) {
    return new SealedThing(kind, id, "");
  }

  static SealedThing of(SealKind kind, long number) {
    return new SealedThing(kind, Long.toString(number), "");
  }

  static SealedThing codebook(String id, int version) {
    return new SealedThing(SealKind.CODEBOOK, id, Integer.toString(version));
  }

  /** For a line that is shown; ids may be anyone's words. */
  String inWords() {
    String named = Gate.shown(id.replace('-', '_')).replace('_', '-');
    return switch (kind) {
      case TRANSCRIPT -> "transcript " + named;
      case LABELS -> "what a classifier said of transcript " + named;
      case RUN -> "classifier run " + named;
      case RECORD -> "the record " + named + " of a file that was imported";
      case SETTING -> "the setting " + named;
      case CODEBOOK -> "version " + Gate.shown(sub) + " of the codebook " + named;
      case PLAN -> "the plan " + named + " and its assignments";
      case IMPORT -> "the import " + named;
      case RATER -> "the rater " + named;
      case SAMPLING_PLAN -> "the sampling plan " + named;
    };
  }
}
