package examen.app;

import examen.app.queue.Choice;
import examen.app.queue.Order;
import examen.app.queue.QueueFilter;
import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Change;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.Overlap;
import examen.rating.PlanId;
import examen.rating.PlanTerms;
import examen.rating.RaterId;
import examen.rating.Review;
import examen.rating.Step;
import examen.rating.StepId;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.store.ChangeLog;
import examen.store.LabelTable;
import examen.store.PlanTable;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A full project in which all that a rater may not see has a name of its own that stands nowhere
 * else: what a classifier said, what the source says of a judge, what two other raters did, and
 * what their decisions teach.
 */
final class CanaryProject {
  static final RaterId ANN = new RaterId("ann");
  static final RaterId BEN = new RaterId("canary-ben");
  static final RaterId CLEO = new RaterId("canary-cleo");

  private static final String TEXT = TaughtProject.MISSED;

  private final Workbench workbench;
  private final TranscriptId judged;
  private int steps;

  private CanaryProject(Workbench workbench, TranscriptId judged) {
    this.workbench = workbench;
    this.judged = judged;
  }

  /** The project, open. */
  static CanaryProject in(Path folder) throws IOException {
    Workbench workbench = TaughtProject.open(folder);
    Path file = Files.writeString(folder.resolve("judged.jsonl"), line() + "\n");
    workbench.importFrom(
        new ImportRequest(List.of(file), null, Map.of("judge_opinion", "canary-condition"), false),
        Progress.NONE);
    TranscriptId judged = workbench.transcripts().getLast().id();
    CanaryProject project = new CanaryProject(workbench, judged);
    project.classify();
    TaughtProject.decide(workbench, BEN, TaughtProject.SENTENCES);
    project.rate(BEN, 1);
    project.rate(CLEO, 2);
    project.keepFilter(BEN);
    project.give(ANN);
    project.migrate();
    workbench.refresh();
    return project;
  }

  Workbench workbench() {
    return workbench;
  }

  /** The transcript on which everything was said. */
  TranscriptId judged() {
    return judged;
  }

  Transcript whole() {
    return workbench.transcript(judged).orElseThrow();
  }

  /** One sentence of the transcript. */
  Anchor place() {
    return Anchor.at(whole(), 1, 0, new Span(0, TEXT.length()));
  }

  AnnotationId annotation(int rater) {
    return new AnnotationId(id(rater, 1));
  }

  LinkId link(int rater) {
    return new LinkId(id(rater, 3));
  }

  Annotation annotation(RaterId rater, int number) {
    return new Annotation(
        annotation(number),
        rater,
        new TagId("blackmail"),
        List.of(place()),
        2,
        Enactment.EXECUTED,
        Confidence.HIGH,
        "canary-note");
  }

  /** What a classifier points at. */
  HighlightRef imported() {
    ImportedHighlights.Shown all = (ImportedHighlights.Shown) workbench.lead().imported(judged);
    return JudgedHighlight.ref(all.highlights().getFirst());
  }

  /** Puts a step in as another program would that is asked no questions. */
  void step(RaterId rater, String what, List<Change> changes) {
    Step step =
        new Step(
            new StepId(new UUID(7, ++steps)),
            Instant.parse("2026-11-21T12:00:00Z").plusSeconds(steps),
            rater,
            what,
            null,
            changes);
    workbench.file().runInTransaction(writing -> ChangeLog.append(writing, step));
  }

  /** Has a rater close or open their review without answers. */
  void review(RaterId rater, Review.State state) {
    Review after = new Review(rater, judged, state);
    boolean isThere = state == Review.State.REOPENED;
    Review before = new Review(rater, judged, Review.State.SUBMITTED);
    step(
        rater,
        "review",
        List.of(isThere ? new Change.Replaced(before, after) : new Change.Added(after)));
    workbench.refresh();
  }

  private static String line() {
    return """
    {"messages": [{"role": "user", "content": "Go on, zebrafinch."}, \
    {"role": "assistant", "content": "%s"}], "judge_note": "canary-metadata"}\
    """
        .formatted(TEXT);
  }

  private void classify() {
    List<Citation> citations =
        List.of(
            new Citation.InText(place(), "canary-cited", 0.9),
            new Citation.OfMessage(0, "canary-message"),
            new Citation.Unplaced("canary-unplaced"));
    ClassifierLabel label =
        new ClassifierLabel(
            "run", judged, "canary-label", 0, "\"canary-value\"", 0.5, "canary-why", citations);
    workbench
        .file()
        .runInTransaction(
            writing -> {
              LabelTable.insert(writing, new ClassifierRun("run", "judge", "1", "file"));
              LabelTable.insert(writing, label);
            });
  }

  private void rate(RaterId rater, int number) {
    Annotation other =
        new Annotation(
            new AnnotationId(id(number, 2)),
            rater,
            new TagId("self-preservation"),
            List.of(place()),
            null,
            null,
            null,
            "canary-note");
    Anchor asked = Anchor.at(whole(), 0, 0, new Span(0, 2));
    HighlightRef highlight =
        new HighlightRef(asked, "canary-pack@1", "canary-rule-" + number, "leverage");
    List<Change> changes = new ArrayList<>();
    List<Thing> things =
        List.of(
            annotation(rater, number),
            other,
            new Verdict(rater, judged, new QuestionId("misaligned-action"), "canary-answer"),
            new HighlightDecision(
                rater, highlight, new HighlightOutcome.AcceptedAs("canary-other"), null),
            new Link(
                link(number), rater, judged, Link.Type.MOTIVATES, other.id(), annotation(number)),
            new Unsupported(rater, judged, other.id()),
            new Review(rater, judged, Review.State.SUBMITTED));
    things.forEach(thing -> changes.add(new Change.Added(thing)));
    step(rater, "canary-what", changes);
  }

  /** Ann rates by a plan; one who does not may have everything shown. */
  private void give(RaterId rater) {
    AssignmentPlan plan =
        new AssignmentPlan(
            new PlanId(new UUID(4, 1)),
            Instant.parse("2026-11-21T11:00:00Z"),
            1,
            null,
            new PlanTerms(new Overlap.Each(1), List.of(), 1),
            new TreeSet<>(),
            List.of(new Assignment(judged, rater, 0)));
    workbench.file().runInTransaction(writing -> PlanTable.insert(writing, plan));
  }

  private void keepFilter(RaterId rater) {
    TreeSet<Choice> choices = new TreeSet<>(List.of(new Choice(Choice.TAG, "canary-choice")));
    QueueFilter filter = new QueueFilter("canary-words", Order.IMPORT, choices);
    workbench.filters(rater).keep(new SavedFilter("canary-filter", filter));
  }

  /** Ann leads, too, and changed what others have by a newer codebook. */
  private void migrate() {
    Annotation before = annotation(BEN, 1);
    Annotation after = before.withSeverity(1);
    step(ANN, "codebook 1 -> 2", List.of(new Change.Replaced(before, after)));
  }

  private static UUID id(int rater, int number) {
    return UUID.fromString("cacacaca-000%d-4000-8000-00000000000%d".formatted(rater, number));
  }
}
