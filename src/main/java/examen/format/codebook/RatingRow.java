package examen.format.codebook;

import org.jspecify.annotations.Nullable;

/**
 * One line of a file of ratings: an annotation (tag and place), a verdict (question and answer), or
 * what becomes of a review.
 *
 * @param place where in the file it stands, such as {@code line 3}
 * @param transcript the transcript's id, or its title where that is unique
 * @param message index of the message; null where the quote is to be looked for
 * @param part index of the part; null like {@code message}
 * @param start in {@code unit}s; null where the quote is to be looked for
 * @param end in {@code unit}s, one past the last
 * @param review {@code submitted}; null where the line is about something else
 * @param unit {@code utf16} or {@code codepoint}; null means {@code utf16}
 */
public record RatingRow(
    String place,
    String transcript,
    @Nullable Integer message,
    @Nullable Integer part,
    @Nullable Integer start,
    @Nullable Integer end,
    @Nullable String unit,
    @Nullable String quote,
    @Nullable String tag,
    @Nullable String question,
    @Nullable String answer,
    @Nullable Integer severity,
    @Nullable String enactment,
    @Nullable String confidence,
    @Nullable String note,
    @Nullable String review) {}
