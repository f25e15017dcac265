package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.Result;
import examen.stats.audit.Averaged;
import examen.stats.audit.Averages;
import examen.stats.audit.Confusion;
import examen.stats.audit.TagSets;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The audit of all labels of one run. */
final class TagAuditReport {
  private static final Predicate<Audited.Unit> HELD = u -> u.held().equals(Variable.PRESENT);
  private static final Predicate<Audited.Unit> SAID = u -> u.said().equals(Variable.PRESENT);

  private final Frame frame;
  private final Chosen chosen;
  private final BlindReviews reviews;
  private final Gold gold;
  private final double confidence;
  private final List<Judged> tags = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  /**
   * One label with what it is held against.
   *
   * @param audited the transcripts of which both can be told
   */
  private record Judged(Variable.Human what, Audited audited) {
    String name() {
      return audited.label().name();
    }

    Confusion confusion() {
      return Confusion.of(audited.marks(HELD), audited.marks(SAID));
    }

    List<String> ids(Predicate<Audited.Unit> wanted) {
      return audited.ids(wanted);
    }
  }

  private TagAuditReport(Frame whole, Chosen chosen) {
    this.chosen = chosen;
    this.reviews = BlindReviews.of(chosen.within(Choices.WITHIN.id(), whole), chosen);
    this.frame = reviews.frame();
    this.gold = chosen.gold(Choices.GOLD.id(), frame);
    this.confidence = Choices.confidence(chosen);
  }

  /**
   * @throws Unanswerable if there is no such run, or it has no label with the name of a tag
   */
  static TagAuditReport of(Frame frame, Chosen chosen, Going going) {
    TagAuditReport report = new TagAuditReport(frame, chosen);
    List<Variable.OfLabel> labels = report.labels();
    for (Variable.OfLabel label : labels) {
      going.at(report.tags.size() + report.others.size(), labels.size());
      report.take(label);
    }
    if (report.tags.isEmpty()) {
      throw new Unanswerable(
          "no label of the run has the name of a tag, or of a question with a yes; it has "
              + String.join(", ", report.others));
    }
    return report;
  }

  private List<Variable.OfLabel> labels() {
    List<Variable.OfLabel> all =
        Variables.labels(frame).stream().map(Variable.OfLabel.class::cast).toList();
    String run = chosen.text(TagAudit.RUN.id());
    List<Variable.OfLabel> own = all.stream().filter(l -> l.run().equals(run)).toList();
    if (own.isEmpty()) {
      List<String> runs = all.stream().map(Variable.OfLabel::run).distinct().toList();
      throw new Unanswerable(
          "there is no label of a classifier run \"%s\"; there are labels of %s"
              .formatted(run, runs.isEmpty() ? "none" : String.join(", ", runs)));
    }
    return own;
  }

  private void take(Variable.OfLabel label) {
    Variables.human(frame).stream()
        .map(Variable.Human.class::cast)
        .filter(human -> human.wire().endsWith(":" + label.name()))
        .filter(human -> human.categories(frame).contains(Variable.PRESENT))
        .findFirst()
        .ifPresentOrElse(human -> tags.add(judged(label, human)), () -> others.add(label.name()));
  }

  private Judged judged(Variable.OfLabel label, Variable.Human what) {
    LabelAnswers answers = LabelAnswers.of(frame, label, what.categories(frame), "");
    Audited audited = Audited.of(frame, label, answers, gold.of(frame, what));
    return new Judged(
        what,
        audited.where(u -> !Outcome.cannotBeTold(u.held()) && !Outcome.cannotBeTold(u.said())));
  }

  Report report() {
    TagSets sets = sets();
    return new Report(
        "audit-tags",
        "Run " + chosen.text(TagAudit.RUN.id()),
        "transcript",
        notes(),
        List.of(each(), averages(), together(sets)),
        List.of(forest("precision", Confusion::precision), forest("recall", Confusion::recall)),
        chosen.all(),
        List.of(
            Rates.WILSON,
            "macro, micro and weighted averages (Sebastiani 2002, section 7.1)",
            "subset accuracy and Hamming loss (Tsoumakas and Katakis 2007)"),
        List.of(inputs()));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("Gold: " + gold.title() + ". Unit: transcript, for each tag or question by itself.");
    if (!others.isEmpty()) {
      notes.add(
          "Not audited, as no tag or question with a yes has their name: %s."
              .formatted(String.join(", ", others)));
    }
    notes.addAll(reviews.notes());
    notes.add(Audit.BY_LOT);
    notes.addAll(Notes.withheld(frame));
    return notes;
  }

  private Table each() {
    String wilson = Choices.percent(confidence) + " Wilson";
    return new Table(
        "tags",
        "",
        List.of(
            Column.words("tag", "tag or question"),
            Column.numbers("audited", "audited"),
            Column.numbers("held", "held for true"),
            Column.numbers("said", "said"),
            Column.numbers("precision-count", "right / said"),
            Column.numbers("precision", "precision"),
            Column.numbers("precision-interval", wilson),
            Column.numbers("recall-count", "right / held"),
            Column.numbers("recall", "recall"),
            Column.numbers("recall-interval", wilson),
            Column.numbers("f1", "F1"),
            Column.numbers("wrong", "wrong"),
            Column.numbers("no-gold", "without gold"),
            Column.numbers("no-label", "without label")),
        tags.stream().map(this::row).toList(),
        List.of());
  }

  private List<Cell> row(Judged tag) {
    Confusion c = tag.confusion();
    List<String> right = tag.ids(HELD.and(SAID));
    List<Cell> row = new ArrayList<>();
    row.add(Cell.words(tag.what().title(frame)));
    row.add(Showing.count(c.total()).on(tag.ids(u -> true)));
    row.add(Showing.count(c.positives()).on(tag.ids(HELD)));
    row.add(Showing.count(c.labelled()).on(tag.ids(SAID)));
    row.addAll(share(c.precision(), right, tag.ids(SAID.and(HELD.negate()))));
    row.addAll(share(c.recall(), right, tag.ids(HELD.and(SAID.negate()))));
    row.add(Showing.number(c.f1(), 3).on(right));
    row.add(Showing.count(c.total() - right(c)).on(tag.ids(u -> !u.isRight())));
    row.add(Showing.count(tag.audited().notHeld().size()).on(ids(tag.audited().notHeld())));
    row.add(Showing.count(tag.audited().notSaid().size()).on(ids(tag.audited().notSaid())));
    return row;
  }

  /**
   * @param wrong what makes it less than all: a reader opens these at the rate
   */
  private List<Cell> share(Proportion share, List<String> right, List<String> wrong) {
    return List.of(
        Showing.count(share).on(right),
        Showing.rate(share).on(wrong),
        Showing.percents(share.wilson(confidence), share.total()).on(wrong));
  }

  private static long right(Confusion c) {
    return c.accuracy().count();
  }

  private static List<String> ids(List<Case> cases) {
    return cases.stream().map(c -> c.id().value()).toList();
  }

  private Table averages() {
    Averages averages = new Averages(tags.stream().map(Judged::confusion).toList());
    return AuditTables.averages(averages, "tags", "A tag");
  }

  /** Over the transcripts in which every one of them can be told. */
  private Table together(TagSets sets) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(whole("all tags right", sets.subsetAccuracy()));
    rows.add(whole("marks that are wrong (Hamming loss)", sets.hammingLoss()));
    rows.add(mean("mean precision of a transcript", sets, c -> c.precision().rate()));
    rows.add(mean("mean recall of a transcript", sets, c -> c.recall().rate()));
    return new Table(
        "together",
        "All tags of a transcript: %,d of which all can be told".formatted(sets.units()),
        List.of(
            Column.words("measure", "measure"),
            Column.numbers("count", "k / n"),
            Column.numbers("value", "value")),
        rows,
        List.of("A transcript without any such tag is left out of the means."));
  }

  private static List<Cell> whole(String name, Proportion share) {
    return List.of(Cell.words(name), Showing.count(share), Showing.rate(share));
  }

  private static List<Cell> mean(String name, TagSets sets, Function<Confusion, Result> measure) {
    Averaged mean = sets.overUnits(measure, TagSets.Empty.LEFT_OUT);
    return List.of(
        Cell.words(name),
        Showing.count(new Proportion(mean.over(), mean.over() + mean.leftOut())),
        Showing.number(mean.mean(), 3));
  }

  private TagSets sets() {
    Set<Case> whole = new HashSet<>(frame.cases());
    tags.forEach(tag -> whole.retainAll(new HashSet<>(tag.audited().cases())));
    List<boolean[]> held = new ArrayList<>();
    List<boolean[]> said = new ArrayList<>();
    for (Judged tag : tags) {
      Audited kept = tag.audited().where(u -> whole.contains(u.one()));
      held.add(kept.marks(HELD));
      said.add(kept.marks(SAID));
    }
    List<String> names = tags.stream().map(Judged::name).toList();
    return new TagSets(names, turned(held, whole.size()), turned(said, whole.size()));
  }

  /** A row for each transcript from a row for each tag. */
  private static boolean[][] turned(List<boolean[]> tags, int transcripts) {
    boolean[][] turned = new boolean[transcripts][tags.size()];
    for (int unit = 0; unit < transcripts; unit++) {
      for (int tag = 0; tag < tags.size(); tag++) {
        turned[unit][tag] = tags.get(tag)[unit];
      }
    }
    return turned;
  }

  private Figure forest(String name, Function<Confusion, Proportion> part) {
    return new Figure.Forest(
        name,
        name,
        "share of transcripts, " + Choices.percent(confidence) + " interval",
        Figure.Axis.share(""),
        null,
        tags.stream()
            .map(
                tag ->
                    Rates.mark(
                        tag.what().title(frame),
                        part.apply(tag.confusion()),
                        confidence,
                        tag.ids(HELD.and(SAID))))
            .toList());
  }

  private Table inputs() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Judged tag : tags) {
      for (Audited.Unit unit : tag.audited().units()) {
        rows.add(
            List.of(
                Cell.words(unit.id()),
                Cell.words(tag.what().wire()),
                Cell.words(unit.held()),
                Cell.words(unit.said())));
      }
    }
    return new Table(
        "units",
        "",
        List.of(
            Column.words("transcript", "transcript"),
            Column.words("what", "question or tag"),
            Column.words("held", "held"),
            Column.words("said", "said")),
        rows,
        List.of());
  }
}
