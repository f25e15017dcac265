package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Conditions;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BOB = new RaterId("bob");
  private static final TagId BLACKMAIL = new TagId("blackmail");

  @TempDir private Path folder;

  @Test
  void everySampleIsImportedOnceAndIsADuplicateTheSecondTime() {
    try (Workbench workbench = open("p.examen")) {
      ImportReport first =
          workbench.importFrom(TestProjects.request(TestProjects.SAMPLES), Progress.NONE);
      assertEquals(TestProjects.sampleCount(), first.imported());
      assertEquals(0, first.duplicates());
      assertEquals(
          TestProjects.badSampleCount(), first.rejected(), () -> rejections(first).toString());
      ImportReport second =
          workbench.importFrom(TestProjects.request(TestProjects.SAMPLES), Progress.NONE);
      assertEquals(0, second.imported());
      assertEquals(TestProjects.sampleCount(), second.duplicates());
      assertEquals(TestProjects.sampleCount(), workbench.transcripts().size());
      assertEquals(List.of(), workbench.lead().verify());
    }
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() {
    ImportRequest dry = new ImportRequest(List.of(TestProjects.SAMPLES), null, Map.of(), true);
    ImportReport withoutProject = Workbench.preview(dry, Progress.NONE);
    assertEquals(TestProjects.sampleCount(), withoutProject.imported());
    try (Workbench workbench = open("p.examen")) {
      assertEquals(TestProjects.sampleCount(), workbench.importFrom(dry, Progress.NONE).imported());
      assertEquals(0, workbench.transcripts().size());
    }
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsImported() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path good =
        TestProjects.SAMPLES.resolve(
            "agentic-misalignment/models/tern-r1/blackmail_none-none_none/sample_001/response.json");
    Files.copy(good, in.resolve("response.json"));
    Files.writeString(in.resolve("cut.json"), Files.readString(good).substring(0, 900));
    Files.writeString(in.resolve("scores.csv"), "model,score\nx,1\n");
    try (Workbench workbench = open("p.examen")) {
      ImportReport report = workbench.importFrom(TestProjects.request(in), Progress.NONE);
      assertEquals(1, report.imported());
      assertEquals(2, report.rejected());
      assertEquals(3, report.found());
      assertTrue(
          rejections(report).stream()
              .anyMatch(r -> r.startsWith("in/cut.json") || r.startsWith("cut.json")));
    }
  }

  @Test
  void conditionsThatAreSetHoldOverThoseOfTheSource() {
    ImportRequest request =
        new ImportRequest(
            List.of(TestProjects.SAMPLES),
            null,
            Map.of(Conditions.VARIANT, "pilot", "wave", "2"),
            false);
    try (Workbench workbench = open("p.examen")) {
      workbench.importFrom(request, Progress.NONE);
      for (TranscriptLine line : workbench.transcripts()) {
        assertEquals("pilot", line.conditions().get(Conditions.VARIANT).orElse(""));
        assertEquals("2", line.conditions().get("wave").orElse(""));
      }
    }
  }

  @Test
  void aTaggedHighlightIsThereAfterClosingAndOpening() {
    TranscriptId id;
    List<Annotation> before;
    try (Workbench workbench = withSamples()) {
      Highlight highlight = anyHighlight(workbench);
      id = highlight.anchor().transcript();
      Command tag =
          new Command.PutTag(
              workbench.newAnnotationId(), BLACKMAIL, List.of(highlight.anchor()), "");
      assertInstanceOf(Decision.Accepted.class, workbench.act(ANN, tag));
      before = workbench.annotations(id, ANN);
      assertEquals(1, before.size());
    }
    try (Workbench workbench = open("samples.examen")) {
      assertEquals(before, workbench.annotations(id, ANN));
      assertEquals("tag blackmail", workbench.nextUndo(ANN).orElseThrow().what());
      assertInstanceOf(Decision.Accepted.class, workbench.act(ANN, new Command.Undo()));
      assertEquals(List.of(), workbench.annotations(id, ANN));
    }
    try (Workbench workbench = open("samples.examen")) {
      assertInstanceOf(Decision.Accepted.class, workbench.act(ANN, new Command.Redo()));
      assertEquals(before, workbench.annotations(id, ANN));
      assertEquals(List.of(), workbench.lead().verify());
    }
  }

  @Test
  void aRaterIsNotShownWhatAnotherDid() {
    try (Workbench workbench = withSamples()) {
      Anchor anchor = anyHighlight(workbench).anchor();
      workbench.act(
          ANN, new Command.PutTag(workbench.newAnnotationId(), BLACKMAIL, List.of(anchor), ""));
      assertEquals(List.of(), workbench.annotations(anchor.transcript(), BOB));
    }
  }

  @Test
  void whatTheCodebookOrTheTranscriptDoesNotHaveIsRefused() {
    try (Workbench workbench = withSamples()) {
      Anchor anchor = anyHighlight(workbench).anchor();
      TagId unknown = new TagId("no-such-tag");
      assertEquals(
          "the codebook has no tag no-such-tag",
          refusal(
              workbench,
              new Command.PutTag(workbench.newAnnotationId(), unknown, List.of(anchor), "")));
      Anchor shifted =
          new Anchor(
              anchor.transcript(),
              anchor.message(),
              anchor.part(),
              new Span(anchor.span().start() + 1, anchor.span().end() + 1),
              anchor.quote());
      assertTrue(
          refusal(
                  workbench,
                  new Command.PutTag(workbench.newAnnotationId(), BLACKMAIL, List.of(shifted), ""))
              .endsWith("is not what it was"));
      assertEquals(
          "the question stated-belief has no answer maybe",
          refusal(
              workbench,
              new Command.Answer(anchor.transcript(), new QuestionId("stated-belief"), "maybe")));
    }
  }

  @Test
  void twoProgramsOnOneFileSeeWhatTheOtherStored() {
    Path file = TestProjects.withSamples(folder);
    try (Workbench one = Workbench.open(file, TestProjects.surroundings(folder));
        Workbench other = Workbench.open(file, TestProjects.surroundings(folder))) {
      Anchor anchor = anyHighlight(one).anchor();
      one.act(ANN, new Command.PutTag(one.newAnnotationId(), BLACKMAIL, List.of(anchor), ""));
      assertTrue(other.refresh());
      assertEquals(
          one.annotations(anchor.transcript(), ANN), other.annotations(anchor.transcript(), ANN));
      other.act(ANN, new Command.Undo());
      assertInstanceOf(Decision.Refused.class, one.act(ANN, new Command.Undo()));
      assertEquals(List.of(), one.annotations(anchor.transcript(), ANN));
      assertFalse(other.refresh());
    }
  }

  @Test
  void ratingsFromAFileAreOneStepAndTwiceIsOnce() throws IOException {
    try (Workbench workbench = withSamples()) {
      Anchor anchor = anyHighlight(workbench).anchor();
      Transcript transcript = workbench.transcript(anchor.transcript()).orElseThrow();
      Span points = anchor.span().inCodePoints(text(transcript, anchor));
      Path ratings = folder.resolve("ratings.csv");
      Files.writeString(
          ratings,
          """
          transcript,message,part,start,end,unit,tag,severity,question,answer
          %1$s,%2$d,%3$d,%4$d,%5$d,codepoint,blackmail,2,,
          %1$s,,,,,,,,stated-belief,real
          %1$s,%2$d,%3$d,%4$d,999999999,codepoint,blackmail,,,
          nobody,,,,,,,,stated-belief,real
          """
              .formatted(
                  transcript.id(), anchor.message(), anchor.part(), points.start(), points.end()));
      RatingReport report = workbench.lead().annotate(ratings, ANN);
      assertEquals(1, report.annotations());
      assertEquals(1, report.verdicts());
      assertEquals(2, report.refused().size());
      Annotation put = workbench.annotations(transcript.id(), ANN).getFirst();
      assertEquals(List.of(anchor), put.anchors());
      assertEquals(2, put.severity());
      RatingReport again = workbench.lead().annotate(ratings, ANN);
      assertEquals(2, again.duplicates());
      assertEquals(1, workbench.annotations(transcript.id(), ANN).size());
      workbench.act(ANN, new Command.Undo());
      assertEquals(List.of(), workbench.annotations(transcript.id(), ANN));
      assertEquals(List.of(), workbench.verdicts(transcript.id(), ANN));
    }
  }

  @Test
  void aFileThatIsNoProjectIsRefusedInOneLine() throws IOException {
    Path other =
        Files.writeString(folder.resolve("notes.examen"), "these are notes, not a project");
    RuntimeException refused =
        assertThrows(
            RuntimeException.class,
            () -> Workbench.open(other, TestProjects.surroundings(folder)).close());
    Problem problem =
        new Boundary(folder.resolve("log"), TestProjects.surroundings(folder).clock())
            .problem(refused);
    assertEquals("", problem.code());
    assertFalse(problem.message().contains("\n"));
    assertEquals("these are notes, not a project", Files.readString(other));
  }

  private static String refusal(Workbench workbench, Command command) {
    return switch (workbench.act(ANN, command)) {
      case Decision.Accepted accepted -> "accepted";
      case Decision.Refused(String reason) -> reason;
    };
  }

  private static String text(Transcript transcript, Anchor anchor) {
    return transcript.part(anchor.message(), anchor.part()).orElseThrow().text();
  }

  private static List<String> rejections(ImportReport report) {
    return report.files().stream()
        .flatMap(
            f -> f.rejections().stream().map(r -> f.source() + " " + r.record() + ": " + r.text()))
        .toList();
  }

  private static Highlight anyHighlight(Workbench workbench) {
    for (TranscriptLine line : workbench.transcripts()) {
      List<Highlight> found = workbench.highlights(workbench.transcript(line.id()).orElseThrow());
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    throw new AssertionError("no highlight in any sample");
  }

  private Workbench withSamples() {
    return Workbench.open(TestProjects.withSamples(folder), TestProjects.surroundings(folder));
  }

  private Workbench open(String name) {
    return Workbench.openOrCreate(folder.resolve(name), TestProjects.surroundings(folder));
  }
}
