package examen.desktop.shell;

import examen.app.Headway;
import examen.app.OwnRatings;
import examen.app.Workbench;
import examen.rating.AnswerSheet;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the rater has said of a transcript.
 *
 * @param again why they must read it again; empty if they need not
 */
record Ratings(
    TranscriptId transcript,
    OwnRatings own,
    AnswerSheet answers,
    Headway headway,
    List<String> again) {
  static Ratings of(TranscriptId transcript, Workbench workbench, RaterId rater) {
    return new Ratings(
        transcript,
        workbench.ratings(transcript, rater),
        workbench.answers(transcript, rater),
        workbench.headway(transcript, rater),
        List.copyOf(workbench.toReadAgain(rater).getOrDefault(transcript, new TreeSet<>())));
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
