package examen.study;

import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier said of transcripts beside what is held for true of them.
 *
 * @param units of which both are there
 * @param notHeld the classifier said something, and nothing is held for true
 * @param notSaid something is held for true, and the classifier said nothing
 * @param notMapped by the value that stands for no answer
 */
record Audited(
    Variable.OfLabel label,
    List<String> answers,
    List<Unit> units,
    List<Case> notHeld,
    List<Case> notSaid,
    Map<String, List<Case>> notMapped) {
  Audited {
    answers = List.copyOf(answers);
    units = List.copyOf(units);
    notHeld = List.copyOf(notHeld);
    notSaid = List.copyOf(notSaid);
  }

  /**
   * One transcript.
   *
   * @param held for true
   * @param said the answer that the classifier's value stands for
   * @param score null where there is none
   */
  record Unit(Case one, String held, String said, @Nullable Double score) {
    String id() {
      return one.id().value();
    }

    boolean isRight() {
      return held.equals(said);
    }
  }

  static Audited of(
      Frame frame, Variable.OfLabel label, LabelAnswers answers, Map<TranscriptId, String> held) {
    List<Unit> units = new ArrayList<>();
    List<Case> notHeld = new ArrayList<>();
    List<Case> notSaid = new ArrayList<>();
    Map<String, List<Case>> notMapped = new LinkedHashMap<>();
    for (Case one : frame.cases()) {
      String value = label.of(one).orElse("");
      String truth = held.getOrDefault(one.id(), "");
      String answer = answers.of(value).orElse("");
      if (value.isEmpty()) {
        if (!truth.isEmpty()) {
          notSaid.add(one);
        }
      } else if (answer.isEmpty()) {
        notMapped.computeIfAbsent(value, v -> new ArrayList<>()).add(one);
      } else if (truth.isEmpty()) {
        notHeld.add(one);
      } else {
        units.add(new Unit(one, truth, answer, score(label, one)));
      }
    }
    return new Audited(label, answers.answers(), units, notHeld, notSaid, notMapped);
  }

  private static @Nullable Double score(Variable.OfLabel label, Case one) {
    return label.label(one).map(l -> l.score()).filter(score -> !score.isNaN()).orElse(null);
  }

  /** The same with fewer units. */
  Audited where(Predicate<Unit> wanted) {
    return new Audited(
        label, answers, units.stream().filter(wanted).toList(), notHeld, notSaid, notMapped);
  }

  List<Case> cases() {
    return units.stream().map(Unit::one).toList();
  }

  /** Ids of the units for which this holds. */
  List<String> ids(Predicate<Unit> wanted) {
    return units.stream().filter(wanted).map(Unit::id).toList();
  }

  /** Whether each unit is this. */
  boolean[] marks(Predicate<Unit> wanted) {
    boolean[] marks = new boolean[units.size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = wanted.test(units.get(i));
    }
    return marks;
  }
}
