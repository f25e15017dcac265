package examen.study;

import examen.transcript.TranscriptId;
import java.util.Map;

/** What is held for true of each transcript: an outcome by a rule. */
public final class Judging {
  private final Outcome outcome;
  private final Map<TranscriptId, String> held;

  Judging(Frame frame, Outcome outcome, Gold gold) {
    this.outcome = outcome;
    this.held = gold.of(frame, outcome.variable());
  }

  /** What holds of one transcript. */
  public Outcome.Judged of(Case one) {
    String category = held.get(one.id());
    return category == null ? Outcome.Judged.MISSING : outcome.of(category);
  }
}
