package examen.study;

import examen.codebook.Question;
import examen.codebook.QuestionId;
import examen.rating.FirstSight;
import examen.rating.RaterId;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.Interval;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many answers raters changed after they could first know what others say, and whether toward
 * what a classifier says.
 */
final class Anchoring implements Study {
  private static final Choice QUESTION =
      new Choice(
          "question",
          "Question",
          "the question whose answers are looked at; all if nothing is said",
          Choice.Kind.HUMAN,
          "");
  private static final Choice LABEL =
      new Choice(
          "label",
          "Classifier's label",
          "RUN/NAME of the label that says the same in the same words as the question's answers",
          Choice.Kind.LABEL,
          "");

  @Override
  public String id() {
    return "anchoring";
  }

  @Override
  public String title() {
    return "Anchoring";
  }

  @Override
  public String about() {
    return "How many answers raters changed after they saw what others say, and in which direction";
  }

  @Override
  public List<Choice> choices() {
    return List.of(QUESTION, LABEL, Choices.WITHIN, Choices.CONFIDENCE);
  }

  /** The answers of one rater to one question, before and after. */
  private record Shift(String rater, String question, List<Answered> answers) {
    /**
     * @param label what the classifier says; empty where it says nothing
     */
    record Answered(String id, String before, String after, String label, boolean opened) {
      boolean changed() {
        return !before.equals(after);
      }

      boolean toward() {
        return changed() && after.equals(label);
      }

      boolean away() {
        return changed() && before.equals(label);
      }
    }

    List<String> ids(Predicate<Answered> wanted) {
      return answers.stream().filter(wanted).map(Answered::id).toList();
    }

    Proportion share(Predicate<Answered> wanted, List<Answered> of) {
      return new Proportion(of.stream().filter(wanted).count(), of.size());
    }

    /** Those where the classifier said something else than the rater had. */
    List<Answered> against() {
      return answers.stream()
          .filter(a -> !a.label().isEmpty() && !a.before().equals(a.label()))
          .toList();
    }

    /** Those where the classifier said what the rater had said. */
    List<Answered> along() {
      return answers.stream().filter(a -> a.before().equals(a.label())).toList();
    }
  }

  @Override
  public Report of(Frame whole, Chosen chosen, Going going) {
    Frame frame = chosen.within(Choices.WITHIN.id(), whole);
    double confidence = Choices.confidence(chosen);
    Variable.@Nullable OfLabel label =
        chosen.has(LABEL.id()) ? Variables.label(frame, chosen.text(LABEL.id())) : null;
    List<Shift> shifts = shifts(frame, chosen, label);
    return new Report(
        id(),
        "Answers before and after sight of others",
        "answer",
        notes(frame, shifts),
        List.of(table(shifts, label != null ? Against.LABEL : Against.NOTHING, confidence)),
        List.of(forest(shifts, confidence)),
        chosen.all(),
        List.of(Rates.WILSON),
        List.of(inputs(shifts)));
  }

  private static List<Shift> shifts(Frame frame, Chosen chosen, Variable.@Nullable OfLabel label) {
    List<Shift> shifts = new ArrayList<>();
    for (QuestionId question : questions(frame, chosen)) {
      List<Shift.Answered> all = new ArrayList<>();
      for (RaterId rater : seers(frame)) {
        List<Shift.Answered> answers = answers(frame, question, rater, label);
        if (!answers.isEmpty()) {
          shifts.add(new Shift(rater.value(), question.value(), answers));
          all.addAll(answers);
        }
      }
      if (!all.isEmpty()) {
        shifts.add(new Shift("all", question.value(), all));
      }
    }
    return shifts;
  }

  private static List<String> notes(Frame frame, List<Shift> shifts) {
    List<String> notes = new ArrayList<>();
    if (shifts.isEmpty()) {
      notes.add("Nobody answered a question before and after they could know what others say.");
    }
    notes.add(
        "Before: as answered when the review was first submitted or something was revealed. After:"
            + " as it stands. Answers given only after, or taken back, are not counted.");
    notes.add(
        "Unit: answer of a rater on a transcript; rows \"all\" take raters' answers as independent."
            + " A change after seeing is not shown to be made by what was seen.");
    notes.addAll(Notes.withheld(frame));
    return notes;
  }

  private enum Against {
    LABEL,
    NOTHING
  }

  private static List<QuestionId> questions(Frame frame, Chosen chosen) {
    if (!chosen.has(QUESTION.id())) {
      return frame.codebook().questions().stream().map(Question::id).toList();
    }
    if (Variables.human(frame, chosen.text(QUESTION.id()))
        instanceof Variable.OfQuestion(QuestionId question)) {
      return List.of(question);
    }
    throw new Unanswerable(
        "--question wants a question: what was answered at first sight is kept for questions only");
  }

  private static List<RaterId> seers(Frame frame) {
    TreeSet<RaterId> raters = new TreeSet<>();
    frame.cases().forEach(c -> c.sheets().forEach(sheet -> raters.add(sheet.rater())));
    return new ArrayList<>(raters);
  }

  private static List<Shift.Answered> answers(
      Frame frame, QuestionId question, RaterId rater, Variable.@Nullable OfLabel label) {
    List<Shift.Answered> answers = new ArrayList<>();
    for (Case one : frame.cases()) {
      for (Sheet sheet : one.sheets()) {
        FirstSight sight = sheet.firstSight();
        Optional<String> after = sheet.answer(question);
        if (sheet.rater().equals(rater) && sight != null && after.isPresent()) {
          String said = label == null ? "" : label.of(one).orElse("");
          sight
              .answer(question)
              .ifPresent(
                  before ->
                      answers.add(
                          new Shift.Answered(
                              one.id().value(), before, after.get(), said, sight.openedAgain())));
        }
      }
    }
    return answers;
  }

  private static Table table(List<Shift> shifts, Against against, double confidence) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Shift shift : shifts) {
      List<Cell> row =
          new ArrayList<>(List.of(Cell.words(shift.question()), Cell.words(shift.rater())));
      row.add(
          Showing.count(shift.ids(Shift.Answered::opened).size())
              .on(shift.ids(Shift.Answered::opened)));
      row.addAll(cells(shift, Shift.Answered::changed, shift.answers(), confidence));
      if (against == Against.LABEL) {
        row.addAll(cells(shift, Shift.Answered::toward, shift.against(), confidence));
        row.addAll(cells(shift, Shift.Answered::away, shift.along(), confidence));
      }
      rows.add(row);
    }
    return new Table("shifts", "", columns(against, confidence), rows, List.of());
  }

  private static List<Column> columns(Against against, double confidence) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.words("question", "question"),
                Column.words("rater", "rater"),
                Column.numbers("opened", "opened again")));
    columns.addAll(columns("changed", "changed / answered", confidence));
    if (against == Against.LABEL) {
      columns.addAll(columns("toward", "toward / label differed", confidence));
      columns.addAll(columns("away", "away / label agreed", confidence));
    }
    return columns;
  }

  private static List<Column> columns(String id, String title, double confidence) {
    return List.of(
        Column.numbers(id, title),
        Column.numbers(id + "-rate", "rate"),
        Column.numbers(id + "-interval", Choices.percent(confidence) + " Wilson"));
  }

  private static List<Cell> cells(
      Shift shift, Predicate<Shift.Answered> wanted, List<Shift.Answered> of, double confidence) {
    Proportion share = shift.share(wanted, of);
    List<String> ids = of.stream().filter(wanted).map(Shift.Answered::id).toList();
    List<String> all = of.stream().map(Shift.Answered::id).toList();
    return List.of(
        Showing.count(share).on(ids),
        Showing.rate(share).on(ids),
        Showing.percents(share.wilson(confidence), share.total()).on(all));
  }

  private static Figure forest(List<Shift> shifts, double confidence) {
    List<Figure.Mark> marks = new ArrayList<>();
    for (Shift shift : shifts) {
      Proportion changed = shift.share(Shift.Answered::changed, shift.answers());
      marks.add(
          new Figure.Mark(
              shift.question() + ", " + shift.rater(),
              changed.wilson(confidence) instanceof Interval interval
                  ? new Figure.Whisker(changed.rate().orNaN(), interval.low(), interval.high())
                  : null,
              Showing.rate(changed).text() + "  " + Showing.count(changed).text(),
              shift.ids(Shift.Answered::changed)));
    }
    return new Figure.Forest(
        "shifts",
        "Answers changed after sight of others",
        "share of answers, " + Choices.percent(confidence) + " interval",
        Figure.Axis.share(""),
        null,
        marks);
  }

  private static Table inputs(List<Shift> shifts) {
    return new Table(
        "answers",
        "",
        Stream.of("question", "rater", "transcript", "before", "after", "label")
            .map(name -> Column.words(name, name))
            .toList(),
        shifts.stream()
            .filter(shift -> !shift.rater().equals("all"))
            .flatMap(
                shift ->
                    shift.answers().stream()
                        .map(
                            a ->
                                Stream.of(
                                        shift.question(),
                                        shift.rater(),
                                        a.id(),
                                        a.before(),
                                        a.after(),
                                        a.label())
                                    .map(Cell::words)
                                    .toList()))
            .toList(),
        List.of());
  }
}
