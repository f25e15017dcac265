package examen.desktop.runs;

import java.util.List;

/**
 * Where the answers are taken from that values stand for: a question, the tags, or all of them.
 *
 * @param title in one line
 */
public record Scope(String title, List<Answer> answers) {
  /**
   * An answer that a value can stand for.
   *
   * @param id empty for none
   */
  public record Answer(String id, String words) {}

  public Scope {
    answers = List.copyOf(answers);
  }

  boolean has(String answer) {
    return answers.stream().anyMatch(each -> each.id().equals(answer));
  }
}
