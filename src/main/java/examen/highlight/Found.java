package examen.highlight;

import examen.transcript.Span;

/**
 * What a rule found in one text.
 *
 * @param rule id of the rule
 * @param sentence the sentence, in UTF-16 code units of the text
 * @param cue the words that matched, within the sentence
 */
public record Found(String rule, Category category, Span sentence, Span cue, String reason) {}
