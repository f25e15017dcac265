package examen.classifier;

import examen.transcript.TranscriptId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier said about one transcript, or about places in it. Run, transcript, name and
 * number together tell it from every other label.
 *
 * @param run id of the run
 * @param transcript what it is about
 * @param name what was judged, such as {@code harmful_behavior}
 * @param number which of the labels that have this name in this run on this transcript, from 0
 * @param value the verdict as a JSON text ({@code true}, {@code "C"}, {@code 0.5}); {@code null}
 *     where it gave none
 * @param score how sure, where the source gives a number
 * @param rationale the classifier's own explanation
 * @param citations what it points at, in its own order
 */
public record ClassifierLabel(
    String run,
    TranscriptId transcript,
    String name,
    int number,
    String value,
    @Nullable Double score,
    @Nullable String rationale,
    List<Citation> citations) {
  public ClassifierLabel {
    if (number < 0) {
      throw new IllegalArgumentException("number " + number);
    }
    citations = List.copyOf(citations);
  }

  /** The only label of this name, about the transcript as a whole. */
  public ClassifierLabel(
      String run,
      TranscriptId transcript,
      String name,
      String value,
      @Nullable Double score,
      @Nullable String rationale) {
    this(run, transcript, name, 0, value, score, rationale, List.of());
  }
}
