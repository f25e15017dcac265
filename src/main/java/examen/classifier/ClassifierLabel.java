package examen.classifier;

import examen.transcript.TranscriptId;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier said about one transcript.
 *
 * @param run id of the run
 * @param name what was judged, such as {@code harmful_behavior}
 * @param value the verdict as a JSON text ({@code true}, {@code "C"}, {@code 0.5}); {@code null}
 *     where it gave none
 * @param score how sure, where the source gives a number
 * @param rationale the classifier's own explanation
 */
public record ClassifierLabel(
    String run,
    TranscriptId transcript,
    String name,
    String value,
    @Nullable Double score,
    @Nullable String rationale) {}
