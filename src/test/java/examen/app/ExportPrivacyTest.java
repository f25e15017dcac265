package examen.app;

import static examen.app.CanaryProject.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import examen.app.privacy.BadPatternFile;
import examen.app.privacy.Privacy;
import examen.app.privacy.Privacy.Naming;
import examen.app.privacy.Redaction;
import examen.codebook.TagId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Review;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the house under pseudonyms and without secrets. */
class ExportPrivacyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void nobodyIsRecognisedUnderPseudonymsAndTheSameRatersGetTheSame() throws IOException {
    CanaryProject project = CanaryProject.in(folder);
    try (Workbench workbench = project.workbench()) {
      project.review(ANN, Review.State.SUBMITTED);
      String own = exported(workbench, Privacy.NONE);
      assertTrue(own.contains("\"canary-ben\"") && own.contains("\"canary-cleo\""));
      Privacy privacy = new Privacy(Naming.PSEUDONYMS, null);
      String named = exported(workbench, privacy);
      assertFalse(named.contains("canary-ben") || named.contains("canary-cleo"));
      assertFalse(named.contains("\"ann\""));
      assertEquals(new TreeSet<>(List.of("rater-1", "rater-2", "rater-3")), raters(named));
      assertEquals(named, exported(workbench, privacy));
      assertEquals(
          own.lines().count(), named.lines().count(), "everything else is there as before");
    }
  }

  @Test
  void sourcesAreNamedByTheirFileAloneUnlessAsked() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("outer/canary-folder"));
    Files.writeString(
        inner.resolve("a.jsonl"), "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi.\"}]}\n");
    try (Workbench workbench = project()) {
      workbench.importFrom(TestProjects.request(folder.resolve("outer")), Progress.NONE);
      assertTrue(exported(workbench, Privacy.NONE).contains("canary-folder/a.jsonl"));
      String named = exported(workbench, new Privacy(Naming.PSEUDONYMS, null));
      assertTrue(named.contains("\"source\":\"a.jsonl\""), named);
      Privacy asked = new Privacy(Naming.PSEUDONYMS_WITH_FOLDERS, null);
      assertTrue(exported(workbench, asked).contains("canary-folder/a.jsonl"));
    }
  }

  @Test
  void everyQuoteIsTheSliceOfTheTextThatIsLeftInBothUnits() throws Exception {
    Path patterns =
        Files.writeString(
            folder.resolve("p.txt"),
            """
            a = a+b?
            wide = [\uD83D\uDE80-\uD83D\uDE8F]{1,3}x?
            all = .z.
            word = (?:^| )(secret)
            """);
    String[] signs = {
      "a", "b", "x", "z", "\n", "e\u0301", "\uD83D\uDE80", "\uD83D\uDE81", " ", "secret"
    };
    Random random = new Random(11);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder("0 ");
      for (int n = 5 + random.nextInt(60); n > 0; n--) {
        text.append(signs[random.nextInt(signs.length)]);
      }
      Map<String, Object> message = Map.of("role", "assistant", "content", text + " " + i);
      lines.append(JSON.writeValueAsString(Map.of("messages", List.of(message)))).append('\n');
    }
    Path file = Files.writeString(folder.resolve("texts.jsonl"), lines);
    try (Workbench workbench = project()) {
      workbench.importFrom(TestProjects.request(file), Progress.NONE);
      for (TranscriptLine line : workbench.transcripts()) {
        annotate(workbench, line.id(), random);
      }
      Redaction redaction = Redaction.of(List.of(patterns));
      String exported = exported(workbench, new Privacy(Naming.PSEUDONYMS, redaction));
      assertEquals(180, slices(exported), "seed 11");
      redaction.counts().forEach((name, count) -> assertTrue(count > 5, name + " " + count));
      assertFalse(exported.contains(" secret"), "left in");
    }
  }

  @Test
  void secretsAreTakenOutWhereverTheyStandAndCountedBefore() throws Exception {
    String mail = "kim@" + "corp.example";
    String line =
        """
        {"messages": [{"role": "user", "content": "Ask %1$s.", "id": "%1$s"}, \
        {"role": "assistant", "content": "ok", "tool_calls": [{"id": "c", "type": "function", \
        "function": {"name": "send", "arguments": "{\\"to\\": \\"%1$s\\"}"}}]}], "who": ["%1$s"]}
        """
            .formatted(mail);
    Path file = Files.writeString(folder.resolve("mail.jsonl"), line);
    try (Workbench workbench = project()) {
      workbench.importFrom(TestProjects.request(file), Progress.NONE);
      TranscriptId id = workbench.transcripts().getFirst().id();
      Transcript transcript = TestProjects.whole(workbench, id).orElseThrow();
      Anchor half = Anchor.at(transcript, 0, 0, new Span(4, 7));
      put(workbench, half, "note: " + mail);
      long before = workbench.lead().secrets(Progress.NONE).getOrDefault("e-mail", 0L);
      assertTrue(before >= 5, "only " + before);
      assertTrue(exported(workbench, Privacy.NONE).contains(mail));
      Redaction redaction = Redaction.usual();
      String exported = exported(workbench, new Privacy(Naming.OWN, redaction));
      assertFalse(exported.contains("kim"), exported);
      assertEquals(before, redaction.counts().get("e-mail"));
      assertEquals(1, slices(exported));
      for (String each : exported.lines().toList()) {
        JSON.readTree(each);
      }
    }
  }

  @Test
  void aListThatCannotBeUsedExportsNothing() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.txt"), "x = (");
    assertThrows(BadPatternFile.class, () -> Redaction.of(List.of(bad)));
  }

  private Workbench project() {
    return Workbench.openOrCreate(folder.resolve("q.examen"), TestProjects.surroundings(folder));
  }

  private static void annotate(Workbench workbench, TranscriptId id, Random random) {
    Transcript transcript = TestProjects.whole(workbench, id).orElseThrow();
    String text = transcript.part(0, 0).orElseThrow().text();
    int points = text.codePointCount(0, text.length());
    for (int i = 0; i < 3; i++) {
      int start = random.nextInt(points - 1);
      int end = start + 1 + random.nextInt(points - start - 1);
      put(workbench, Anchor.at(transcript, 0, 0, Span.fromCodePoints(text, start, end)), "");
    }
  }

  private static void put(Workbench workbench, Anchor anchor, String note) {
    Command tag =
        new Command.PutTag(
            workbench.newAnnotationId(), new TagId("blackmail"), List.of(anchor), note);
    assertTrue(workbench.act(ANN, tag) instanceof Decision.Accepted);
  }

  private static String exported(Workbench workbench, Privacy privacy) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbench.lead().export(new ExportRequest("jsonl", privacy), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Set<String> raters(String exported) throws IOException {
    TreeSet<String> raters = new TreeSet<>();
    for (String line : exported.lines().toList()) {
      JsonNode rater = JSON.readTree(line).path("rater");
      if (rater.isTextual()) {
        raters.add(rater.textValue());
      }
    }
    return raters;
  }

  /** Cuts each quote out of the exported text anew, by both units; gives how many there were. */
  private static int slices(String exported) throws IOException {
    Map<String, JsonNode> transcripts = new HashMap<>();
    List<JsonNode> annotations = new ArrayList<>();
    for (String line : exported.lines().toList()) {
      JsonNode object = JSON.readTree(line);
      switch (object.path("type").textValue()) {
        case "transcript" -> transcripts.put(object.path("id").textValue(), object);
        case "annotation" -> annotations.add(object);
        default -> {}
      }
    }
    for (JsonNode annotation : annotations) {
      JsonNode transcript =
          Objects.requireNonNull(transcripts.get(annotation.path("transcript").textValue()));
      for (JsonNode place : annotation.path("places")) {
        String text =
            transcript
                .path("messages")
                .path(place.path("message").intValue())
                .path("parts")
                .path(place.path("part").intValue())
                .path("text")
                .textValue();
        String quote = place.path("quote").textValue();
        assertEquals(
            quote,
            text.substring(
                place.path("start_utf16").intValue(), place.path("end_utf16").intValue()));
        int[] points = text.codePoints().toArray();
        int start = place.path("start_codepoint").intValue();
        int end = place.path("end_codepoint").intValue();
        assertEquals(quote, new String(points, start, end - start));
      }
    }
    return annotations.size();
  }
}
