package examen.classifier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier said about a sample whose transcript is in another file.
 *
 * @param sample what the classifier's file says of the sample
 * @param name what was judged
 * @param number which of the labels that have this name in this run on this sample, from 0
 * @param value the verdict as a JSON text; {@code null} where it gave none
 * @param score how sure, where the source gives a number
 * @param rationale the classifier's own explanation
 * @param references what it points at, in its own order
 */
public record LabelOfSample(
    Sample sample,
    String name,
    int number,
    String value,
    @Nullable Double score,
    @Nullable String rationale,
    List<Reference> references) {
  public LabelOfSample {
    references = List.copyOf(references);
  }

  /**
   * How a classifier's file names a sample.
   *
   * @param name by which the source of the sample tells it from all others
   * @param file name of the file that the sample is in, without its folders; may be empty
   * @param record the place in that file, as a transcript's provenance has it; may be empty
   */
  public record Sample(String name, String file, String record) {}

  /**
   * Something in the transcript, by the name that its source gives it.
   *
   * @param cite how the explanation refers to it, such as {@code [M3]}; may be empty
   * @param message the source's id of the message; empty where it is no message
   */
  public record Reference(String cite, String message) {}
}
