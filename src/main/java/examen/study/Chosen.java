package examen.study;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was chosen for an analysis, in the words of a command; what was not has its fallback. */
public final class Chosen {
  private final Map<String, Choice> choices = new LinkedHashMap<>();
  private final Map<String, String> said;

  /**
   * @param said values by the ids of choices
   * @throws Unanswerable if something is missing that is needed, or nobody asked for it
   */
  public Chosen(List<Choice> asked, Map<String, String> said) {
    asked.forEach(choice -> choices.put(choice.id(), choice));
    this.said = new HashMap<>(said);
    this.said.values().removeIf(String::isBlank);
    for (String id : this.said.keySet()) {
      if (!choices.containsKey(id)) {
        throw new Unanswerable("there is no choice \"" + id + "\"");
      }
    }
    for (Choice choice : asked) {
      if (choice.isRequired() && !this.said.containsKey(choice.id())) {
        throw new Unanswerable("--" + choice.id() + " is missing: " + choice.help());
      }
    }
  }

  /** As it was written, or the fallback; empty where neither is. */
  public String text(String id) {
    Choice choice = choices.get(id);
    if (choice == null) {
      throw new IllegalArgumentException(id);
    }
    return said.getOrDefault(id, choice.isRequired() ? "" : choice.fallback());
  }

  public boolean has(String id) {
    return !text(id).isEmpty();
  }

  /** What stands between commas, see {@link Names}; empty for nothing. */
  public List<String> texts(String id) {
    return Names.read(text(id));
  }

  /** A whole number. */
  public long whole(String id) {
    try {
      return Long.parseLong(text(id));
    } catch (NumberFormatException e) {
      throw new Unanswerable("--" + id + " wants a whole number, not \"" + text(id) + "\"");
    }
  }

  /** A number between these, the ends included. */
  public double number(String id, double low, double high) {
    try {
      double number = Double.parseDouble(text(id));
      if (number >= low && number <= high) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Unanswerable(
        "--%s wants a number from %s to %s, not \"%s\"".formatted(id, low, high, text(id)));
  }

  public Outcome outcome(String id, Frame frame) {
    return Outcome.of(frame, text(id));
  }

  public Gold gold(String id, Frame frame) {
    return Gold.of(frame, text(id));
  }

  /** The sampling plan that is named; empty where none is. */
  public Optional<SamplingPlan> plan(String id, Frame frame) {
    if (!has(id)) {
      return Optional.empty();
    }
    List<String> names = frame.plans().names();
    return Optional.of(
        frame
            .plans()
            .of(text(id))
            .orElseThrow(
                () ->
                    new Unanswerable(
                        names.isEmpty()
                            ? "there is no sampling plan yet; examen sample draws one"
                            : "there is no sampling plan \"%s\"; there are %s"
                                .formatted(text(id), String.join(", ", names)))));
  }

  /** Names of conditions, each of which some transcript has. */
  public List<String> conditions(String id, Frame frame) {
    List<String> there = frame.conditions();
    for (String name : texts(id)) {
      if (!there.contains(name)) {
        throw new Unanswerable(
            "no transcript has a condition \"%s\"; there are %s"
                .formatted(name, String.join(", ", there)));
      }
    }
    return texts(id);
  }

  /** Only the transcripts that this choice lets through. */
  public Frame within(String id, Frame frame) {
    Frame kept = frame;
    for (Names.Said each : Names.readSaid(text(id))) {
      if (each.name().isEmpty() || each.rest() == null) {
        throw new Unanswerable("--" + id + " wants condition=value, not \"" + each.name() + "\"");
      }
      kept =
          kept.where(c -> c.conditions().get(each.name()).filter(each.value()::equals).isPresent());
    }
    if (kept.cases().isEmpty()) {
      throw new Unanswerable(
          has(id) ? "no transcript is left by --" + id + " " + text(id) : "there is no transcript");
    }
    return kept;
  }

  /** All choices with what holds for them: for reports. */
  public SortedMap<String, String> all() {
    TreeMap<String, String> all = new TreeMap<>();
    choices.keySet().forEach(id -> all.put(id, text(id)));
    return all;
  }
}
