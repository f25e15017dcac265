package examen.desktop.shell;

import examen.app.Headway;
import examen.app.Workbench;
import examen.rating.Annotation;
import examen.rating.AnswerSheet;
import examen.rating.HighlightDecision;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rater has said of a transcript. */
record Ratings(
    TranscriptId transcript,
    List<Annotation> annotations,
    List<HighlightDecision> decisions,
    AnswerSheet answers,
    Headway headway) {
  static Ratings of(TranscriptId transcript, Workbench workbench, RaterId rater) {
    return new Ratings(
        transcript,
        workbench.annotations(transcript, rater),
        workbench.decisions(transcript, rater),
        workbench.answers(transcript, rater),
        workbench.headway(transcript, rater));
  }

  boolean isSubmitted() {
    return headway.state() == Headway.State.SUBMITTED;
  }

  /** When it was submitted, by the clock on the wall; null unless it is now. */
  @Nullable LocalDateTime submittedAt() {
    return Optional.ofNullable(headway.submittedAt())
        .map(at -> LocalDateTime.ofInstant(at, ZoneId.systemDefault()))
        .orElse(null);
  }
}
