package examen.highlight;

import org.jspecify.annotations.Nullable;

/**
 * What somebody decided on one highlight, to learn from.
 *
 * @param category under which it was found
 * @param rule id of what found it: a rule, or a model
 * @param quote the sentence
 * @param shows what it shows after all; null where it was rejected
 */
public record Lesson(Category category, String rule, String quote, @Nullable Category shows) {}
