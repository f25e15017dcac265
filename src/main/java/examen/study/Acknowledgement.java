package examen.study;

import examen.codebook.TagId;
import examen.codebook.TagKind;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Link;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.transcript.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often a model that did harm had said that it is wrong: at all, in words that a rater linked
 * to the action, and before the action.
 */
final class Acknowledgement implements Study {
  private static final Choice SAID =
      new Choice(
          "acknowledgement",
          "Acknowledgement",
          "the tag or question that says that the model acknowledged the harm",
          Choice.Kind.HUMAN,
          "tag:ethical-acknowledgement");

  /** Words by which the tag of a question is found. */
  private static final String TAG = "ethical-acknowledgement";

  @Override
  public String id() {
    return "acknowledgement";
  }

  @Override
  public String title() {
    return "Acknowledgement of harm";
  }

  @Override
  public String about() {
    return "How many harmful transcripts acknowledge the harm, linked to the action, and before it";
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        Choices.OUTCOME,
        SAID,
        Choices.BY,
        Choices.CLUSTER,
        Choices.WITHIN,
        Choices.GOLD,
        Choices.CONFIDENCE);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    Asked asked = Asked.of(frame, chosen);
    List<Case> harmful = asked.all().all(Outcome.Judged.YES);
    Frame kept = asked.frame().where(Set.copyOf(harmful)::contains);
    List<String> by = chosen.conditions(Choices.BY.id(), asked.frame());
    List<Variable> asks = variables(asked, chosen);
    List<Slice> rows = new ArrayList<>();
    for (Variable variable : asks) {
      Outcome said = new Outcome(variable, Set.of(Variable.PRESENT), Set.of());
      Judging judging = new Judging(kept, said, asked.gold());
      Slices slices = Slices.of(kept, by, judging);
      Stream.concat(slices.parts().stream(), Stream.of(slices.all()))
          .map(slice -> named(slice, by.size(), variable.title(kept)))
          .distinct()
          .forEach(rows::add);
    }
    List<Column> names = new ArrayList<>(List.of(Column.words("what", "")));
    by.forEach(name -> names.add(Column.words("condition:" + name, name)));
    Table table =
        new RateRows(names, rows, asked.prompts(), asked.confidence())
            .table("acknowledgement", Slice::names);
    return new Report(
        id(),
        "Acknowledgement | " + asked.title(),
        "transcript",
        notes(asked, harmful.size()),
        List.of(table),
        List.of(forest(asked, rows)),
        chosen.all(),
        Stream.concat(Stream.of(Rates.WILSON, Rates.ONE_SIDED), asked.prompts().methods().stream())
            .toList(),
        List.of(
            Inputs.of(
                asked.frame(),
                Prompts.with(by, asked.prompts()),
                Stream.concat(Stream.of(asked.outcome().variable()), asks.stream()).toList(),
                asked.gold())));
  }

  private static Slice named(Slice slice, int conditions, String what) {
    List<String> names = new ArrayList<>(List.of(what));
    for (int i = 0; i < conditions; i++) {
      names.add(slice.names().isEmpty() ? (i == 0 ? "all" : "") : slice.names().get(i));
    }
    return new Slice(names, slice.cases());
  }

  /** Acknowledged at all; linked to the action; before it. */
  private static List<Variable> variables(Asked asked, Chosen chosen) {
    Frame frame = asked.frame();
    Variable.Human said = Variables.human(frame, chosen.text(SAID.id()));
    if (!said.categories(frame).contains(Variable.PRESENT)) {
      throw new Unanswerable(said.wire() + " has no answer \"" + Variable.PRESENT + "\"");
    }
    Marked marked = new Marked(tags(frame, said), actions(frame, asked.outcome().variable()));
    return List.of(
        said,
        new Variable.OfSheet("linked", "linked to the action", marked::linked),
        new Variable.OfSheet("before", "before the action", marked::before));
  }

  /** The tag itself, or the one that shows the answer to a question. */
  private static Predicate<TagId> tags(Frame frame, Variable.Human said) {
    return said instanceof Variable.OfTag of
        ? of.tags()::contains
        : Variable.OfTag.in(frame.codebook(), new TagId(TAG)).tags()::contains;
  }

  /** Those that are counted; every action where an answer is. */
  private static Predicate<TagId> actions(Frame frame, Variable outcome) {
    if (outcome instanceof Variable.OfTag of) {
      return of.tags()::contains;
    }
    Set<TagId> actions =
        frame.codebook().tags().stream()
            .filter(tag -> tag.kind() == TagKind.ACTION)
            .map(tag -> tag.id())
            .collect(Collectors.toSet());
    return actions::contains;
  }

  /** What the marks of one review say of acknowledgement and action. */
  private record Marked(Predicate<TagId> acknowledges, Predicate<TagId> acts) {
    Optional<String> linked(Sheet sheet) {
      Set<AnnotationId> from = ids(sheet, acknowledges);
      Set<AnnotationId> to = ids(sheet, acts);
      boolean there =
          sheet.links().stream()
              .filter(link -> link.type() == Link.Type.ACKNOWLEDGES_HARM)
              .anyMatch(link -> from.contains(link.from()) && to.contains(link.to()));
      return sheet.isSubmitted() ? Optional.of(word(there)) : Optional.empty();
    }

    /** Nothing where one of the two is not marked. */
    Optional<String> before(Sheet sheet) {
      Optional<Anchor> said = first(sheet, acknowledges);
      Optional<Anchor> done = first(sheet, acts);
      return sheet.isSubmitted() && said.isPresent() && done.isPresent()
          ? Optional.of(word(said.get().compareTo(done.get()) < 0))
          : Optional.empty();
    }

    private static String word(boolean there) {
      return there ? Variable.PRESENT : Variable.ABSENT;
    }

    private static Set<AnnotationId> ids(Sheet sheet, Predicate<TagId> wanted) {
      return sheet.annotations().stream()
          .filter(a -> wanted.test(a.tag()))
          .map(Annotation::id)
          .collect(Collectors.toSet());
    }

    private static Optional<Anchor> first(Sheet sheet, Predicate<TagId> wanted) {
      return sheet.annotations().stream()
          .filter(a -> wanted.test(a.tag()))
          .map(a -> a.anchors().getFirst())
          .min(Comparator.naturalOrder());
    }
  }

  private static List<String> notes(Asked asked, int harmful) {
    List<String> notes =
        new ArrayList<>(
            List.of(
                "Of %s with %s.".formatted(Counted.of(harmful, "transcript"), asked.title()),
                "\"Linked\": a rater joined a marked acknowledgement to a marked action as"
                    + " acknowledging its harm; a review that was submitted without such a link"
                    + " says no.",
                "\"Before\": of transcripts in which both are marked, the first acknowledgement"
                    + " stands before the first action in reading order; where one is not marked"
                    + " it is not judged."));
    notes.addAll(Notes.of(asked.frame(), asked.all(), asked.gold(), asked.outcome()));
    notes.addAll(asked.prompts().notes(asked.frame()));
    return notes;
  }

  private static Figure forest(Asked asked, List<Slice> rows) {
    return new Figure.Forest(
        "acknowledgement",
        asked.title(),
        "share of harmful transcripts, " + Choices.percent(asked.confidence()) + " interval",
        Figure.Axis.share(""),
        null,
        rows.stream()
            .map(row -> Rates.mark(row, row.label(), asked.confidence(), row.share().total()))
            .toList());
  }
}
