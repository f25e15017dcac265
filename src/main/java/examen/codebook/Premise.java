package examen.codebook;

import java.util.List;

/**
 * What must have been answered for another question to be asked.
 *
 * @param question asked before that one
 * @param answers ids of answers, with one of which that one is asked
 */
public record Premise(QuestionId question, List<String> answers) {
  public Premise {
    answers = List.copyOf(answers);
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("a premise names at least one answer");
    }
  }
}
