package examen.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which answers of the codebook the values of a classifier's label stand for.
 *
 * @param said by value; a value that is not in it stands for the answer of the same name
 * @param answers all that there are
 */
record LabelAnswers(Map<String, String> said, List<String> answers) {
  LabelAnswers {
    said = new TreeMap<>(said);
    answers = List.copyOf(answers);
  }

  /**
   * What was chosen as {@code value=answer,...}, else what is stored with the project.
   *
   * @throws Unanswerable if a chosen answer is none of the question or tag
   */
  static LabelAnswers of(Frame frame, Variable.OfLabel label, List<String> answers, String chosen) {
    if (chosen.isEmpty()) {
      return new LabelAnswers(frame.texts().answers(label.run() + "/" + label.name()), answers);
    }
    Map<String, String> said = parse(chosen);
    for (String answer : said.values()) {
      if (!answers.contains(answer)) {
        throw new Unanswerable(
            "--map names no answer \"%s\"; there are %s"
                .formatted(answer, String.join(", ", answers)));
      }
    }
    return new LabelAnswers(said, answers);
  }

  private static Map<String, String> parse(String wire) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Names.Said each : Names.readSaid(wire)) {
      if (each.name().isEmpty() || each.rest() == null) {
        throw new Unanswerable("--map wants value=answer, not \"" + each.name() + "\"");
      }
      said.put(each.name(), each.value());
    }
    return said;
  }

  /** The answer that a value stands for; empty where it stands for none. */
  Optional<String> of(String value) {
    return Optional.of(said.getOrDefault(value, value)).filter(answers::contains);
  }

  /** "C=yes, I=no", or that values stand for answers of their own names. */
  String title() {
    return said.isEmpty()
        ? "values stand for the answers of the same name"
        : said.entrySet().stream()
            .map(e -> e.getKey() + (e.getValue().isEmpty() ? " for none" : "=" + e.getValue()))
            .collect(Collectors.joining(", "));
  }
}
