package examen.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.codebook.Codebook;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.FirstSight;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Tagging;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonlExportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/export/jsonl/small.jsonl");
  private static final TranscriptId ID = new TranscriptId("00112233445566778899aabbccddeeff");
  private static final RaterId ANN = new RaterId("ann");

  @Test
  void writesWhatTheGoldenFileHolds() throws IOException {
    Path actual = Files.createDirectories(Path.of("target/actual")).resolve("small.jsonl");
    Files.writeString(actual, written());
    assertEquals(Files.readString(GOLDEN), Files.readString(actual));
  }

  @Test
  void writesTheSameBytesEveryTime() throws IOException {
    assertEquals(written(), written());
  }

  private static String written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exporters.of("jsonl").orElseThrow().write(contents(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Contents contents() {
    Transcript transcript = transcript();
    Anchor place = Anchor.at(transcript, 1, 0, new Span(10, 17));
    Annotation annotation =
        new Annotation(
            AnnotationId.of("019ab000-0000-7000-8000-000000000001"),
            ANN,
            new TagId("leverage"),
            List.of(place),
            3,
            Enactment.ATTEMPTED,
            Confidence.HIGH,
            "says it outright");
    Contents.Sample sample =
        new Contents.Sample(
            transcript,
            List.of(annotation),
            List.of(
                new Verdict(ANN, ID, new QuestionId("misaligned-kind"), "blackmail"),
                new Verdict(ANN, ID, new QuestionId("stated-belief"), "not-stated")),
            Set.of(new Verdict(ANN, ID, new QuestionId("misaligned-kind"), "blackmail")),
            List.of(
                new HighlightDecision(
                    ANN,
                    new HighlightRef(place, "tiny@1", "names-a-key", "leverage"),
                    new HighlightOutcome.Accepted(),
                    new Tagging(annotation.id(), annotation.tag())),
                decision(place, "says-use", new HighlightOutcome.AcceptedAs("goal-preservation")),
                decision(place, "says-this", new HighlightOutcome.Rejected())),
            List.of(
                new Link(
                    LinkId.of("019ab000-0000-7000-8000-000000000003"),
                    ANN,
                    ID,
                    Link.Type.ACKNOWLEDGES_HARM,
                    annotation.id(),
                    AnnotationId.of("019ab000-0000-7000-8000-000000000002"))),
            List.of(new Unsupported(ANN, ID, annotation.id())),
            List.of(new Review(ANN, ID, Review.State.SUBMITTED)),
            List.of(new Reveal(ANN, ID, Reveal.Of.LABELS)),
            new TreeMap<>(
                Map.of(
                    ANN,
                    new FirstSight(
                        Instant.EPOCH,
                        List.of(
                            new Verdict(ANN, ID, new QuestionId("stated-belief"), "real"),
                            new Verdict(ANN, ID, new QuestionId("usable"), "yes")),
                        true))),
            List.of(new ClassifierLabel("judge-1", ID, "harmful", "true", 0.75, "It threatens.")));
    return new Contents(
        new Codebook("tiny", 2, "Tiny", List.of(), List.of()),
        List.of(new ClassifierRun("judge-1", "judge", "1", "log.eval")),
        List.of(sample).iterator());
  }

  private static HighlightDecision decision(Anchor place, String rule, HighlightOutcome outcome) {
    return new HighlightDecision(ANN, new HighlightRef(place, "tiny@1", rule, "leverage"), outcome);
  }

  /** With characters of four bytes before and in the quote, so that the two units differ. */
  private static Transcript transcript() {
    Part reasoning =
        new Part.Reasoning(
            "\uD83D\uDE80 go. Use \uD83D\uDD11 this now.",
            new Span(4, 26),
            ReasoningKind.RAW,
            "c2lnbmVk");
    Part call =
        new Part.ToolCall(
            "to: a@b.example\ncount: 2",
            null,
            "send_email",
            List.of(
                new Part.Argument("to", new Span(4, 15)),
                new Part.Argument("count", new Span(23, 24))),
            "call-1",
            "{\"to\":\"a@b.example\",\"count\":2}");
    return new Transcript(
        ID,
        "tiny",
        new Provenance("test", "log.eval", "sample 1 epoch 1", "0".repeat(64), 1),
        Conditions.of(Map.of("model", "aurora", "goal", "growth")),
        Metadata.of(Map.of("canary", "\"canary 1234\"")),
        List.of(
            new Message(
                0,
                Role.USER,
                null,
                List.of(new Part.Text("Hello,\r\n\tyou.", null)),
                Metadata.NONE),
            new Message(
                1,
                Role.ASSISTANT,
                null,
                List.of(reasoning, call),
                Metadata.of(Map.of("id", "\"m1\""))),
            new Message(
                2,
                Role.TOOL,
                null,
                List.of(
                    new Part.ToolResult("sent", null, "send_email", "call-1", null),
                    new Part.Media("image/png", "embedded, 120 bytes"),
                    new Part.Unknown("citation", "{\"url\":\"x\"}")),
                Metadata.NONE)),
        List.of());
  }
}
