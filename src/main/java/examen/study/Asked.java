package examen.study;

import examen.report.Table;
import java.util.List;
import java.util.stream.Stream;

/** What most analyses of an outcome are asked alike. */
record Asked(
    Frame frame, Outcome outcome, Gold gold, Judging judging, Prompts prompts, double confidence) {
  /** Of an analysis that has the choices outcome, within, gold, cluster and confidence. */
  static Asked of(Frame whole, Chosen chosen) {
    Frame frame = chosen.within(Choices.WITHIN.id(), whole);
    Outcome outcome = chosen.outcome(Choices.OUTCOME.id(), frame);
    Gold gold = chosen.gold(Choices.GOLD.id(), frame);
    return new Asked(
        frame,
        outcome,
        gold,
        new Judging(frame, outcome, gold),
        Prompts.of(chosen, frame),
        Choices.confidence(chosen));
  }

  /** The choices of the same, after those of the analysis itself. */
  static List<Choice> with(Choice... own) {
    return Stream.of(
            List.of(Choices.OUTCOME),
            List.of(own),
            List.of(Choices.CLUSTER, Choices.WITHIN, Choices.GOLD, Choices.CONFIDENCE))
        .flatMap(List::stream)
        .toList();
  }

  Slice slice(List<String> names, List<Case> cases) {
    return Slice.of(names, cases, judging);
  }

  Slice all() {
    return slice(List.of(), frame.cases());
  }

  /** What is computed from: these conditions, those that name the prompt, and the outcome. */
  List<Table> inputs(List<String> conditions) {
    return List.of(
        Inputs.of(frame, Prompts.with(conditions, prompts), List.of(outcome.variable()), gold));
  }

  /** Those of rates, these, and those of prompts. */
  List<String> methods(List<String> own) {
    return Stream.of(List.of(Rates.WILSON, Rates.ONE_SIDED), own, prompts.methods())
        .flatMap(List::stream)
        .toList();
  }

  String title() {
    return outcome.title(frame);
  }

  /** The one condition that a choice names; that there is one is required. */
  static String condition(Chosen chosen, Choice choice, Frame frame) {
    List<String> names = chosen.conditions(choice.id(), frame);
    if (names.size() != 1) {
      throw new Unanswerable(
          "--%s wants one condition; there are %s"
              .formatted(choice.id(), String.join(", ", frame.conditions())));
    }
    return names.getFirst();
  }

  /** The transcripts with this value of a condition. */
  static List<Case> having(List<Case> cases, String condition, String value) {
    return cases.stream()
        .filter(c -> c.conditions().get(condition).filter(value::equals).isPresent())
        .toList();
  }
}
