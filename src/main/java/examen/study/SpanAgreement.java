package examen.study;

import examen.rating.RaterId;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Report;
import examen.report.Table;
import examen.stats.span.Gamma;
import examen.stats.span.LabelledSpan;
import java.util.ArrayList;
import java.util.List;

/** How far raters mark the same places. */
final class SpanAgreement implements Study {
  private static final Choice WHAT =
      new Choice(
          "what",
          "Tag",
          "the tag that is looked at closely; all that someone put if nothing is said",
          Choice.Kind.HUMAN,
          "");

  private static final Choice GAMMA =
      new Choice(
          "gamma",
          "Gamma's draws",
          "how many texts are drawn for gamma, at least "
              + Gamma.FEWEST
              + "; nothing leaves gamma out, which takes its time",
          Choice.Kind.WHOLE_NUMBER,
          "");

  private static final List<Column> WHO =
      List.of(Column.words("transcript", "transcript"), Column.words("rater", "rater"));

  private static final double MOST_DRAWS = 100_000;

  @Override
  public String id() {
    return "span-agreement";
  }

  @Override
  public String title() {
    return "Agreement on places";
  }

  @Override
  public String about() {
    return "How far raters mark the same places, by tag";
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        WHAT,
        GAMMA,
        Choices.WITHIN,
        Choices.CLUSTER,
        Choices.CONFIDENCE,
        Choices.SEED,
        Choices.REPLICATES);
  }

  @Override
  public Report of(Frame whole, Chosen chosen, Going going) {
    Frame frame = chosen.within(Choices.WITHIN.id(), whole);
    List<Case> twice = frame.cases().stream().filter(one -> one.submitted().size() >= 2).toList();
    List<MarkedText> texts = new ArrayList<>();
    for (Case one : twice) {
      going.at(texts.size(), twice.size());
      texts.add(MarkedText.of(frame, one));
    }
    Drawing drawing = Drawing.of(frame, chosen).on(twice);
    List<SpanSubject> subjects = subjects(frame, chosen);
    List<UAlphaRows> groups = groups(frame, texts, drawing, chosen);
    List<Table> tables = new ArrayList<>();
    tables.add(new SpanF1Rows(frame.raters(), texts, drawing).table(subjects, going));
    tables.add(UAlphaRows.table(groups, subjects, drawing));
    if (chosen.has(GAMMA.id())) {
      int draws = (int) chosen.number(GAMMA.id(), Gamma.FEWEST, MOST_DRAWS);
      int first = chosen.has(WHAT.id()) ? 0 : subjects.size() - 2;
      List<SpanSubject> last = subjects.subList(first, subjects.size());
      tables.add(UAlphaRows.gamma(groups, last, draws, drawing.bootstrap().seed()));
    }
    return new Report(
        id(),
        title(),
        "transcript",
        notes(frame, twice, drawing),
        tables,
        List.of(),
        chosen.all(),
        methods(chosen),
        inputs(texts));
  }

  private static List<SpanSubject> subjects(Frame frame, Chosen chosen) {
    if (!chosen.has(WHAT.id())) {
      return SpanSubject.all(frame);
    }
    if (Variables.human(frame, chosen.text(WHAT.id())) instanceof Variable.OfTag tag) {
      return List.of(SpanSubject.OfTag.of(frame, tag));
    }
    throw new Unanswerable("--what wants a tag: answers to questions have no places");
  }

  /** All raters on what all of them read; each two of them where there is none, or one tag. */
  private static List<UAlphaRows> groups(
      Frame frame, List<MarkedText> texts, Drawing drawing, Chosen chosen) {
    List<RaterId> raters = frame.raters();
    UAlphaRows all = UAlphaRows.of(raters, texts, drawing);
    List<UAlphaRows> groups = new ArrayList<>();
    boolean hasAll = raters.size() >= 2 && !all.texts().isEmpty();
    if (hasAll) {
      groups.add(all);
    }
    if (!hasAll || (chosen.has(WHAT.id()) && raters.size() > 2)) {
      for (int one = 0; one < raters.size(); one++) {
        for (int other = one + 1; other < raters.size(); other++) {
          groups.add(UAlphaRows.of(List.of(raters.get(one), raters.get(other)), texts, drawing));
        }
      }
    }
    return groups;
  }

  private static List<String> notes(Frame frame, List<Case> twice, Drawing drawing) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Unit: transcript, of which two submitted reviews are wanted: %,d of %,d; %,d left out."
            .formatted(twice.size(), frame.cases().size(), frame.cases().size() - twice.size()));
    notes.add(
        "Spans are matched one to one, as many as can be; where neither of two raters marked"
            + " anything there is no number. Long spans rule the one of characters.");
    notes.add("F1 is not corrected for chance. Lengths are UTF-16 units.");
    notes.add(drawing.note());
    notes.addAll(Notes.withheld(frame));
    return notes;
  }

  private static List<String> methods(Chosen chosen) {
    List<String> methods =
        new ArrayList<>(
            List.of(
                "pairwise F1 of spans (Hripcsak and Rothschild 2005)",
                "u-alpha, cu-alpha, (k)u-alpha (Krippendorff, Mathet, Bouvry and Widloecher 2016)",
                Drawing.METHOD));
    if (chosen.has(GAMMA.id())) {
      methods.add("gamma (Mathet, Widloecher and Metivier 2015; Titeux and Riad 2021)");
    }
    return methods;
  }

  /** The marks as ranges of whole texts, and how long these are. */
  private static List<Table> inputs(List<MarkedText> texts) {
    List<List<Cell>> marks = new ArrayList<>();
    List<List<Cell>> lengths = new ArrayList<>();
    for (MarkedText text : texts) {
      for (Sheet sheet : text.one().submitted()) {
        List<Cell> who =
            List.of(Cell.words(text.one().id().value()), Cell.words(sheet.rater().value()));
        lengths.add(joined(who, Showing.count(text.places().length())));
        for (LabelledSpan span : text.by(sheet.rater())) {
          Cell start = Showing.count(span.start());
          marks.add(joined(who, Cell.words(span.label()), start, Showing.count(span.end())));
        }
      }
    }
    List<Column> read = new ArrayList<>(WHO);
    read.add(Column.numbers("length", "length"));
    List<Column> marked = new ArrayList<>(WHO);
    marked.add(Column.words("tag", "tag"));
    marked.add(Column.numbers("start", "start"));
    marked.add(Column.numbers("end", "end"));
    return List.of(
        new Table("marks", "", marked, marks, List.of()),
        new Table("read", "", read, lengths, List.of()));
  }

  private static List<Cell> joined(List<Cell> first, Cell... more) {
    List<Cell> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all;
  }
}
