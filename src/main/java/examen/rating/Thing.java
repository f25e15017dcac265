package examen.rating;

import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.List;

/** What raters make and change: the things of which the log keeps the history. */
public sealed interface Thing
    permits Annotation, Verdict, HighlightDecision, Review, Reveal, Link, Unsupported {
  /** What stays the same through every change of this thing; no two kinds share a key. */
  String key();

  /** Whose it is. */
  RaterId rater();

  /** What it is about. */
  TranscriptId transcript();

  /** The places in the text that it names; empty for what concerns the whole transcript. */
  List<Anchor> places();
}
