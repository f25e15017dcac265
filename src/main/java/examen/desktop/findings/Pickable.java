package examen.desktop.findings;

import examen.study.Frame;
import examen.study.Gold;
import examen.study.Names;
import examen.study.Unanswerable;
import examen.study.Variable;
import examen.study.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be picked for choices in a project.
 *
 * @param subjects questions, tags, labels, conditions
 * @param values of each condition, in order
 * @param raters ids of those who submitted something
 * @param gold rules for whose word counts, as they are written in a choice
 * @param plans names of the sampling plans
 * @param runs ids of the classifier runs
 * @param transcripts how many there are
 * @param withheld of how many of them the rater may not know yet what others say
 */
public record Pickable(
    List<Subject> subjects,
    Map<String, List<String>> values,
    List<String> raters,
    List<String> gold,
    List<String> plans,
    List<String> runs,
    int transcripts,
    int withheld) {
  /** Before anything was read. */
  public static final Pickable NOTHING =
      new Pickable(List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), 0, 0);

  private static final List<String> RULES =
      List.of("majority", "plurality", "unanimous", "dawid-skene");

  public Pickable {
    subjects = List.copyOf(subjects);
    raters = List.copyOf(raters);
    gold = List.copyOf(gold);
    plans = List.copyOf(plans);
    runs = List.copyOf(runs);
  }

  /** Who says it. */
  public enum Source {
    QUESTION("question"),
    TAG("tag"),
    LABEL("label"),
    CONDITION("condition");

    private final String wire;

    Source(String wire) {
      this.wire = wire;
    }

    /** The name in the keys of texts. */
    public String wire() {
      return wire;
    }
  }

  /**
   * Something that is said of transcripts.
   *
   * @param wire as it is written in a choice
   * @param answers all that can be said
   */
  public record Subject(Source source, String wire, String title, List<String> answers) {
    public Subject {
      answers = List.copyOf(answers);
    }

    /** Whether a choice means this, with or without its answers or what kind of thing it is. */
    boolean isNamed(String said) {
      String what = Names.said(said).name();
      return wire.equals(said)
          || wire.equals(what)
          || wire.substring(wire.indexOf(':') + 1).equals(what);
    }
  }

  static Pickable of(Frame frame) {
    List<Subject> subjects = new ArrayList<>();
    for (Variable variable : Variables.all(frame)) {
      subjects.add(
          new Subject(
              source(variable),
              variable.wire(),
              variable.title(frame),
              variable.categories(frame)));
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    frame.conditions().forEach(name -> values.put(name, frame.values(name)));
    List<String> raters = frame.raters().stream().map(rater -> rater.value()).toList();
    return new Pickable(
        subjects,
        values,
        raters,
        gold(frame, raters),
        frame.plans().names(),
        frame.runs().stream().map(run -> run.id()).toList(),
        frame.cases().size(),
        frame.withheld());
  }

  private static Source source(Variable variable) {
    return switch (variable) {
      case Variable.OfQuestion question -> Source.QUESTION;
      case Variable.OfSheet made -> Source.QUESTION;
      case Variable.OfTag tag -> Source.TAG;
      case Variable.OfLabel label -> Source.LABEL;
      case Variable.OfCondition condition -> Source.CONDITION;
    };
  }

  private static List<String> gold(Frame frame, List<String> raters) {
    List<String> gold = new ArrayList<>(RULES);
    raters.forEach(rater -> gold.add("rater:" + rater));
    gold.removeIf(rule -> !isThere(frame, rule));
    return gold;
  }

  private static boolean isThere(Frame frame, String rule) {
    try {
      return !Gold.of(frame, rule).wire().isEmpty();
    } catch (Unanswerable e) {
      return false;
    }
  }

  Optional<Subject> subject(String wire) {
    return subjects.stream().filter(subject -> subject.wire().equals(wire)).findFirst();
  }

  /** Names of the conditions, in order. */
  List<String> conditions() {
    return List.copyOf(values.keySet());
  }

  /** Whether anybody or anything has judged any transcript. */
  boolean isJudged() {
    return !raters.isEmpty()
        || subjects.stream().anyMatch(subject -> subject.source() == Source.LABEL);
  }
}
