package examen.study;

import examen.classifier.ClassifierLabel;
import examen.rating.RaterId;
import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Optional;

/**
 * One transcript as a unit of analysis.
 *
 * @param sheets by rater; those whose review is open too
 * @param labels of all runs, without what they point at
 */
public record Case(
    TranscriptId id,
    String title,
    Conditions conditions,
    List<Sheet> sheets,
    List<ClassifierLabel> labels) {
  public Case {
    sheets = List.copyOf(sheets);
    labels = List.copyOf(labels);
  }

  /** What this rater said, if they submitted it. */
  public Optional<Sheet> submitted(RaterId rater) {
    return sheets.stream()
        .filter(sheet -> sheet.rater().equals(rater) && sheet.isSubmitted())
        .findFirst();
  }

  /** The submitted ones, by rater. */
  public List<Sheet> submitted() {
    return sheets.stream().filter(Sheet::isSubmitted).toList();
  }
}
