package examen.format.codebook;

import org.jspecify.annotations.Nullable;

/**
 * One line of a file of classifier labels.
 *
 * @param place where in the file it stands, such as {@code line 3}
 * @param transcript the transcript's id, its title where that is unique, or the name by which its
 *     source calls the sample
 * @param name what was judged; null where the file is about one thing only
 * @param value the verdict as a JSON text; {@code null} where it gave none
 * @param score how sure; null where there is none
 * @param rationale the classifier's own words; null where there are none
 */
public record LabelRow(
    String place,
    String transcript,
    @Nullable String name,
    String value,
    @Nullable Double score,
    @Nullable String rationale) {}
