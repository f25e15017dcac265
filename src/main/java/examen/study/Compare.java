package examen.study;

import examen.report.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two slices of the transcripts held against each other, or several against one. */
final class Compare implements Study {
  static final Choice FIRST =
      new Choice(
          "first",
          "First",
          "conditions of the first slice, such as model=a,goal=none",
          Choice.Kind.WITHIN,
          "");
  static final Choice SECOND =
      new Choice("second", "Second", "conditions of the second slice", Choice.Kind.WITHIN, "");
  static final Choice BETWEEN =
      new Choice(
          "between",
          "Between",
          "in place of two slices a condition, such as a prompt variant or an intervention",
          Choice.Kind.CONDITION,
          "");
  static final Choice BASE =
      new Choice(
          "base",
          "Base",
          "the value of that condition against which all others are held",
          Choice.Kind.CATEGORY,
          "");
  static final Choice STRATA =
      new Choice(
          "strata",
          "Within each",
          "conditions within whose values it is compared before it is pooled",
          Choice.Kind.CONDITIONS,
          "");
  static final Choice SPLIT =
      new Choice(
          "split",
          "Split by",
          "a condition such as in and out of distribution: the comparison in each, and how far"
              + " they differ",
          Choice.Kind.CONDITION,
          "");

  @Override
  public String id() {
    return "compare";
  }

  @Override
  public String title() {
    return "Comparison";
  }

  @Override
  public String about() {
    return "How much more often something happened in one slice than in another";
  }

  @Override
  public List<Choice> choices() {
    return Asked.with(FIRST, SECOND, BETWEEN, BASE, STRATA, SPLIT);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    Asked asked = Asked.of(frame, chosen);
    List<CompareReport.Arms> arms =
        chosen.has(BETWEEN.id()) ? between(asked, chosen) : List.of(slices(asked, chosen));
    return new CompareReport(asked, chosen, arms).report();
  }

  private static CompareReport.Arms slices(Asked asked, Chosen chosen) {
    if (!chosen.has(FIRST.id()) || !chosen.has(SECOND.id())) {
      throw new Unanswerable(
          "say what is compared: --first and --second, or --between; conditions are "
              + String.join(", ", asked.frame().conditions()));
    }
    List<Case> first = chosen.within(FIRST.id(), asked.frame()).cases();
    List<Case> second = chosen.within(SECOND.id(), asked.frame()).cases();
    Set<Case> both = new HashSet<>(first);
    both.retainAll(new HashSet<>(second));
    if (!both.isEmpty()) {
      throw new Unanswerable(
          "in both slices: %s; slices that are compared share none"
              .formatted(Counted.of(both.size(), "transcript")));
    }
    return new CompareReport.Arms(chosen.text(FIRST.id()), first, chosen.text(SECOND.id()), second);
  }

  private static List<CompareReport.Arms> between(Asked asked, Chosen chosen) {
    String condition = Asked.condition(chosen, BETWEEN, asked.frame());
    List<String> values = asked.frame().values(condition);
    String base = chosen.text(BASE.id());
    if (base.isEmpty() ? values.size() != 2 : !values.contains(base)) {
      throw new Unanswerable(
          "%s has the values %s: say which is the --base"
              .formatted(condition, String.join(", ", values)));
    }
    String second = base.isEmpty() ? values.getLast() : base;
    List<CompareReport.Arms> arms = new ArrayList<>();
    for (String value : values) {
      if (!value.equals(second)) {
        arms.add(
            new CompareReport.Arms(
                value,
                Asked.having(asked.frame().cases(), condition, value),
                second,
                Asked.having(asked.frame().cases(), condition, second)));
      }
    }
    if (arms.isEmpty()) {
      throw new Unanswerable(condition + " has no other value than " + second);
    }
    return arms;
  }
}
