package examen.codebook;

/**
 * One answer that a question allows.
 *
 * @param id what is stored, lower-case words joined by hyphens
 * @param evidence the annotation that the rater is asked for with it
 */
public record Answer(String id, String text, Evidence evidence) {
  /** An answer that asks for no annotation. */
  public Answer(String id, String text) {
    this(id, text, new Evidence.None());
  }

  public boolean needsEvidence() {
    return !(evidence instanceof Evidence.None);
  }
}
