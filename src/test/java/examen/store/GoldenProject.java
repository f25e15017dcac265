package examen.store;

import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.AnnotationId;
import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Ledger;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.Overlap;
import examen.rating.PlanId;
import examen.rating.PlanTerms;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Stamp;
import examen.rating.Step;
import examen.rating.StepId;
import examen.rating.Tagging;
import examen.transcript.Anchor;
import examen.transcript.Branch;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Makes the kept project file of the current version: run it once for each version that is
 * released, with the file to be made as its argument, such as {@code
 * src/test/resources/golden/store/v001.examen}, and never change that file again.
 */
final class GoldenProject {
  private final ProjectFile project;
  private final Ledger ledger = new Ledger();
  private long steps;

  private GoldenProject(ProjectFile project) {
    this.project = project;
  }

  public static void main(String[] args) {
    try (ProjectFile project = ProjectFile.create(Path.of(args[0]), Projects.ORIGIN)) {
      new GoldenProject(project).fill();
    }
  }

  static Transcript everyKind() {
    Part.ToolCall call =
        new Part.ToolCall(
            "to: kyle\nbody: Hi",
            new Span(4, 40),
            "send_email",
            List.of(
                new Part.Argument("to", new Span(4, 8)),
                new Part.Argument("body", new Span(15, 17)),
                new Part.Argument("cc", null)),
            "call-1",
            "{\"to\":\"kyle\",\"body\":\"Hi\",\"cc\":\"\"}");
    List<Part> parts =
        List.of(
            new Part.Text("caf\u00e9 \ud83d\ude00\r\n\u0000\u202e", new Span(0, 3)),
            new Part.Reasoning("I should", null, ReasoningKind.RAW, null),
            new Part.Reasoning("It should", null, ReasoningKind.SUMMARISED, null),
            new Part.Reasoning("", null, ReasoningKind.ENCRYPTED, "c2VhbA=="),
            new Part.Reasoning("", null, ReasoningKind.OMITTED, null),
            call,
            new Part.ToolResult("sent", null, "send_email", "call-1", null),
            new Part.ToolResult("", null, null, null, "no such user"),
            new Part.Media("image/png", "shot.png"),
            new Part.Unknown("hologram", "{\"a\":1}"));
    return new Transcript(
        new TranscriptId("%032x".formatted(99)),
        "every kind",
        Projects.transcript(3).provenance(),
        Conditions.NONE,
        Metadata.of(Map.of("task", "\"demo\"")),
        List.of(
            new Message(0, Role.USER, "auditor", List.of(), Metadata.of(Map.of("time", "1.50"))),
            new Message(1, Role.TOOL, null, parts, Metadata.NONE)),
        List.of(new Branch("main", List.of(0, 1)), new Branch("second", List.of(0))));
  }

  /** With all that version 2 brought. */
  static Transcript cited() {
    Transcript like = Projects.transcript(4);
    return new Transcript(
        like.id(),
        like.title(),
        like.provenance().withSample("run-7/sample 4"),
        like.conditions(),
        like.metadata(),
        like.messages(),
        like.branches());
  }

  static ClassifierLabel citing() {
    Transcript of = cited();
    return new ClassifierLabel(
        "run-1",
        of.id(),
        "highlight",
        1,
        "null",
        null,
        "It names its leverage.",
        List.of(
            Citation.InText.exactly(Anchor.at(of, 1, 1, new Span(0, 28))),
            new Citation.InText(
                Anchor.at(of, 1, 0, new Span(0, 23)), "\u201cI think this is a test\u201d", 0.92),
            new Citation.OfMessage(0, ""),
            new Citation.Unplaced("nowhere \ud83d\ude00")));
  }

  private void fill() {
    project.runInTransaction(
        writing -> {
          ImportId imported = ImportLog.begin(writing, Projects.NOON, new RaterId("ann"));
          TranscriptTable.insert(writing, imported, Projects.transcript(1));
          TranscriptTable.insert(writing, imported, Projects.transcript(2));
          TranscriptTable.insert(writing, imported, everyKind());
          long raw =
              RawTable.insert(writing, "{\"a\": \"caf\u00e9\"}".getBytes(StandardCharsets.UTF_8));
          TranscriptTable.insertNew(writing, imported, cited(), raw);
          SearchIndex.catchUp(writing);
          ImportLog.finish(writing, imported, "{\"found\": 4}");
          LabelTable.insert(writing, new ClassifierRun("run-1", "judge", "3", "logs/a.json"));
          LabelTable.insert(
              writing,
              new ClassifierLabel(
                  "run-1", Projects.transcript(1).id(), "harmful", "true", 0.75, "It threatens."));
          LabelTable.insert(writing, citing());
          CodebookTable.insert(
              writing,
              new StoredCodebook("misalignment", 1, "{\"name\": \"Agentic misalignment\"}"));
          CodebookTable.use(writing, "misalignment", 1);
        });
    Transcript first = Projects.transcript(1);
    QuestionId belief = new QuestionId("stated-belief");
    rate(
        "ann",
        new Command.PutTag(
            new AnnotationId(new UUID(0x0193000000007000L, 0x8000000000000001L)),
            new TagId("blackmail/explicit-threat"),
            List.of(
                Anchor.at(first, 1, 0, new Span(24, 36)), Anchor.at(first, 1, 1, new Span(0, 28))),
            "clear \ud83d\ude00"));
    rate("ann", new Command.Answer(first.id(), belief, "evaluation"));
    rate("ben", new Command.Answer(first.id(), belief, "not-stated"));
    rate("ann", new Command.Answer(first.id(), belief, "real"));
    rate("ann", new Command.Undo());
    rate("ben", deciding());
    rateAsVersion4();
    planAsVersion5();
    drawAsVersion7();
  }

  /** What version 7 brought: plans of what was drawn. */
  private void drawAsVersion7() {
    project.runInTransaction(
        writing -> {
          SamplingTable.insert(writing, SamplingTableTest.plan("audit \ud83d\ude00", 9));
          SamplingTable.insert(writing, SamplingTableTest.chosen("least sure", 8));
        });
  }

  /** What version 5 brought: raters, a plan, what was shown to whom, and what was left out. */
  private void planAsVersion5() {
    rate("ben", new Command.Show(cited().id(), Set.of(Reveal.Of.LABELS, Reveal.Of.PEERS)));
    project.runInTransaction(
        writing -> {
          RaterTable.put(writing, new Rater(new RaterId("ann"), "Ann B."), Projects.NOON);
          RaterTable.put(writing, new Rater(new RaterId("r-ben"), "Ben"), Projects.NOON);
          PlanTable.insert(writing, plan());
          LeftOut.insert(writing, "0".repeat(64), "ann");
          ProjectSettings.put(writing, "raters.fixed", "true");
        });
  }

  static AssignmentPlan plan() {
    return new AssignmentPlan(
        new PlanId(new UUID(0x0193000000007000L, 0x8000000000000005L)),
        Projects.NOON,
        1,
        null,
        new PlanTerms(new Overlap.Each(2), List.of("model"), 7),
        new TreeSet<>(List.of(cited().id())),
        List.of(
            new Assignment(Projects.transcript(1).id(), new RaterId("ann"), 1),
            new Assignment(cited().id(), new RaterId("ann"), 0),
            new Assignment(cited().id(), new RaterId("r-ben"), 0)));
  }

  /**
   * What version 4 brought: links, marks that no reasoning supports an action, submitted reviews.
   */
  private void rateAsVersion4() {
    TranscriptId first = Projects.transcript(1).id();
    rate("ann", linking());
    rate(
        "ben",
        new Command.MarkUnsupported(
            new AnnotationId(new UUID(0x0193000000007000L, 0x8000000000000002L))));
    rate("ann", new Command.Submit(first));
    rate("ann", new Command.Reopen(first));
    rate("ben", new Command.Submit(cited().id()));
  }

  static Command.Together linking() {
    Anchor reasoning = Anchor.at(Projects.transcript(1), 1, 0, new Span(0, 23));
    AnnotationId stated = new AnnotationId(new UUID(0x0193000000007000L, 0x8000000000000003L));
    return new Command.Together(
        "tag and link",
        List.of(
            new Command.PutTag(stated, new TagId("states-evaluation"), List.of(reasoning), ""),
            new Command.PutLink(
                new LinkId(new UUID(0x0193000000007000L, 0x8000000000000004L)),
                Link.Type.MOTIVATES,
                stated,
                new AnnotationId(new UUID(0x0193000000007000L, 0x8000000000000001L)))));
  }

  /** What version 3 brought: a decision on a highlight, and what it put. */
  static Command.Decide deciding() {
    return new Command.Decide(
        new HighlightRef(
            Anchor.at(cited(), 1, 1, new Span(0, 28)),
            "agentic-misalignment@2",
            "leverage-exposes",
            "leverage"),
        new HighlightOutcome.Accepted(),
        new Tagging(
            new AnnotationId(new UUID(0x0193000000007000L, 0x8000000000000002L)),
            new TagId("leverage")));
  }

  private void rate(String rater, Command command) {
    steps++;
    StepId id = new StepId(new UUID(0x0193000000007000L, 0x8000000000000100L + steps));
    Stamp stamp = new Stamp(id, Projects.NOON.plusSeconds(steps), new RaterId(rater));
    if (ledger.decide(command, stamp) instanceof Decision.Accepted(Step step)) {
      ChangeLog.append(project, step);
      ledger.apply(step);
    } else {
      throw new AssertionError("step " + steps);
    }
  }
}
