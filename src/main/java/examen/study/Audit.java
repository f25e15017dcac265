package examen.study;

import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a classifier says what raters say. */
final class Audit implements Study {
  private static final Choice LABEL =
      new Choice(
          "label",
          "Classifier's label",
          "what is audited: a label of a classifier run",
          Choice.Kind.LABEL,
          Choice.REQUIRED);

  private static final Choice WHAT =
      new Choice(
          "what",
          "Question or tag",
          "what it is held against: the question or tag that raters answered",
          Choice.Kind.HUMAN,
          Choice.REQUIRED);

  private static final Choice MAP =
      new Choice(
          "map",
          "Values",
          "the answers that its values stand for, such as C=yes,I=no; what is stored with the"
              + " run, or the same names, if nothing is said",
          Choice.Kind.MAPPING,
          "");

  private static final Choice POSITIVE =
      new Choice(
          "positive",
          "Case",
          "the answer that makes a transcript a case; yes where there is one",
          Choice.Kind.CATEGORY,
          "");

  private static final Choice AGAINST =
      new Choice(
          "against",
          "Against",
          "another classifier's label, to be compared on the same transcripts",
          Choice.Kind.LABEL,
          "");

  private static final Choice SCORE =
      new Choice(
          "score",
          "Score",
          "whose score a label's score is: of the case, or of what the label said",
          Choice.Kind.ONE_OF,
          "case",
          List.of("case", "said"));

  /** Below every audit that goes by no sampling plan. */
  static final String BY_LOT =
      "The measures hold for those read; of all of them only if those read were picked by lot."
          + " Picked by what the classifier said, precision and recall are not what they would be"
          + " in all of them.";

  private static final List<String> METHODS =
      List.of(
          Rates.WILSON,
          "F1 (van Rijsbergen 1979), MCC (Matthews 1975; Chicco and Jurman 2020; Gorodkin 2004),"
              + " kappa (Cohen 1960)",
          "McNemar exact and mid-p (Fagerland et al. 2013), paired difference (Newcombe 1998c),"
              + " Benjamini-Hochberg (1995)",
          "classifier as one more rater (after Calderon, Reichart and Dror 2025)",
          "F1 of spans (Hripcsak and Rothschild 2005)",
          Drawing.METHOD);

  @Override
  public String id() {
    return "audit";
  }

  @Override
  public String title() {
    return "Audit of a classifier";
  }

  @Override
  public String about() {
    return "How far a classifier says what raters say, with every measure and its interval";
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        LABEL,
        WHAT,
        MAP,
        POSITIVE,
        AGAINST,
        SCORE,
        BlindReviews.CHOICE,
        Choices.PLAN,
        Choices.GOLD,
        Choices.WITHIN,
        Choices.CLUSTER,
        Choices.CONFIDENCE,
        Choices.SEED,
        Choices.REPLICATES);
  }

  @Override
  public Report of(Frame whole, Chosen chosen, Going going) {
    return new Made(whole, chosen).report();
  }

  /** The audit of one label. */
  private static final class Made {
    private final Chosen chosen;
    private final BlindReviews reviews;
    private final Frame frame;
    private final Variable.OfLabel label;
    private final Variable.Human what;
    private final Gold gold;
    private final LabelAnswers answers;
    private final String positive;
    private final Map<TranscriptId, String> held;
    private final Audited audited;
    private final Drawing drawing;
    private final Optional<PlanReading> plan;
    private final Optional<AuditEstimates> estimates;

    Made(Frame whole, Chosen chosen) {
      this.chosen = chosen;
      this.reviews = BlindReviews.of(chosen.within(Choices.WITHIN.id(), whole), chosen);
      this.frame = reviews.frame();
      this.label = Variables.label(frame, chosen.text(LABEL.id()));
      this.what = Variables.human(frame, chosen.text(WHAT.id()));
      this.gold = chosen.gold(Choices.GOLD.id(), frame);
      List<String> all = what.categories(frame);
      this.answers = LabelAnswers.of(frame, label, all, chosen.text(MAP.id()));
      this.positive = positive(all);
      this.held = gold.of(frame, what);
      this.audited = Audited.of(frame, label, answers, held);
      this.drawing = Drawing.of(frame, chosen).on(audited.cases());
      this.plan = PlanReading.of(chosen, whole, frame);
      this.estimates = plan.map(this::estimates);
    }

    private AuditEstimates estimates(PlanReading reading) {
      return AuditEstimates.of(
          reading,
          new AuditEstimates.Target(label, answers, positive),
          held,
          Choices.confidence(chosen));
    }

    /** Empty where no answer is the positive one. */
    private String positive(List<String> all) {
      String said = chosen.text(POSITIVE.id());
      if (!said.isEmpty() && !all.contains(said)) {
        throw new Unanswerable(
            "--positive names no answer \"%s\"; there are %s"
                .formatted(said, String.join(", ", all)));
      }
      return said.isEmpty() && all.contains(Variable.PRESENT) ? Variable.PRESENT : said;
    }

    Report report() {
      AuditTables tables = new AuditTables(audited, drawing);
      List<Table> all = new ArrayList<>();
      List<Figure> figures = new ArrayList<>();
      List<String> methods = new ArrayList<>(METHODS);
      estimates.ifPresent(
          of -> {
            all.addAll(of.tables());
            figures.add(of.forest());
            methods.addAll(EstimateRow.methods(of.sample()));
          });
      all.add(tables.confusion());
      figures.add(tables.grid());
      if (!positive.isEmpty()) {
        all.add(judged().binary(positive));
      }
      if (audited.answers().stream().filter(this::isUsed).count() > 2) {
        all.addAll(tables.perAnswer());
      }
      AuditScores scores = scores();
      if (!positive.isEmpty() && !scores.isEmpty()) {
        all.addAll(scores.tables());
        figures.addAll(scores.figures());
        methods.addAll(AuditScores.METHODS);
      }
      against().ifPresent(all::add);
      all.add(AuditComparisons.asRater(frame, what, label, answers, drawing));
      places().ifPresent(all::add);
      all.addAll(List.of(tables.disagreements(), tables.leftOut()));
      return new Report(
          "audit",
          "%s | %s".formatted(label.title(frame), what.title(frame)),
          "transcript",
          notes(),
          all,
          figures,
          chosen.all(),
          methods,
          inputs(tables));
    }

    private List<Table> inputs(AuditTables tables) {
      List<Table> inputs = new ArrayList<>();
      inputs.add(tables.inputs("units"));
      other().ifPresent(o -> inputs.add(new AuditTables(o, drawing).inputs("units-against")));
      inputs.add(Inputs.ratings(frame, List.of(what)));
      plan.ifPresent(
          reading -> inputs.addAll(List.of(new PlanNotes(reading).inputs(), reading.inputs())));
      return inputs;
    }

    private boolean isUsed(String answer) {
      return audited.units().stream()
          .anyMatch(u -> u.held().equals(answer) || u.said().equals(answer));
    }

    /** Without transcripts of which it cannot be told whether they are cases. */
    private AuditTables judged() {
      Audited told = told();
      return new AuditTables(told, drawing.on(told.cases()));
    }

    private Audited told() {
      return audited.where(u -> !cannotBeTold(u.held()) && !cannotBeTold(u.said()));
    }

    private boolean cannotBeTold(String answer) {
      return !answer.equals(positive) && Outcome.cannotBeTold(answer);
    }

    private AuditScores scores() {
      AuditScores.Meaning meaning =
          Agreement.oneOf(chosen, SCORE).equals("said")
              ? AuditScores.Meaning.SAID
              : AuditScores.Meaning.POSITIVE;
      return AuditScores.of(told(), positive, meaning, drawing);
    }

    /** The other classifier. */
    private Optional<Audited> other() {
      if (!chosen.has(AGAINST.id())) {
        return Optional.empty();
      }
      Variable.OfLabel other = Variables.label(frame, chosen.text(AGAINST.id()));
      LabelAnswers own = LabelAnswers.of(frame, other, answers.answers(), chosen.text(MAP.id()));
      return Optional.of(Audited.of(frame, other, own, held));
    }

    private Optional<Table> against() {
      double confidence = Choices.confidence(chosen);
      return other().map(o -> AuditComparisons.mcNemar(told(), o, positive, confidence));
    }

    private Optional<Table> places() {
      if (!(what instanceof Variable.OfTag tag)) {
        return Optional.empty();
      }
      SpanSubject.OfTag subject = SpanSubject.OfTag.of(frame, tag);
      AuditSpans spans = AuditSpans.of(frame, label, subject.wire(), drawing);
      return spans.isEmpty() ? Optional.empty() : Optional.of(spans.table(frame.raters(), subject));
    }

    /** Of what the numbers hold. */
    private List<String> claim() {
      if (plan.isEmpty()) {
        return List.of(BY_LOT, "--plan names the plan by which they were drawn, if there is one.");
      }
      List<String> claim = new ArrayList<>(plan.map(PlanNotes::new).orElseThrow().all());
      estimates.ifPresent(of -> claim.addAll(of.notes()));
      claim.add(
          "What is said of all goes by the plan; the other tables hold for those read only, as many"
              + " as there are, and are not weighted.");
      return claim;
    }

    private List<String> notes() {
      List<String> notes = new ArrayList<>();
      notes.add("Gold: " + gold.title() + ". Unit: transcript. Values: " + answers.title() + ".");
      notes.add(
          ("Audited: %,d of %,d transcripts. Left out: %,d without gold, %,d without a label, %,d"
                  + " whose value stands for no answer.")
              .formatted(
                  audited.units().size(),
                  frame.cases().size(),
                  audited.notHeld().size(),
                  audited.notSaid().size(),
                  audited.notMapped().values().stream().mapToInt(List::size).sum()));
      int unclear = audited.units().size() - told().units().size();
      if (!positive.isEmpty() && unclear > 0) {
        notes.add(
            "Of %,d it cannot be told; they are in the confusion, and in no measure of \"%s\"."
                .formatted(unclear, positive));
      }
      notes.addAll(reviews.notes());
      notes.addAll(claim());
      notes.add(drawing.note());
      notes.addAll(Notes.withheld(frame));
      return notes;
    }
  }
}
