package examen.desktop.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.FieldMeaning;
import examen.app.ImportPreview;
import examen.app.RecordsFound;
import examen.app.SpeakerRole;
import examen.app.SpeakersFound;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.fx.DirectWork;
import examen.transcript.Message;
import examen.transcript.Role;
import examen.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are read otherwise than Examen guessed. */
final class CorrectionsViewModelTest {
  @TempDir private Path folder;

  private Workbench workbench;
  private ImportViewModel model;

  @BeforeEach
  void open() {
    workbench =
        Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
    model = new ImportViewModel(workbench, new DirectWork(), () -> 0, () -> {});
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void aGuessIsShownFieldByFieldWithExamples() throws IOException {
    MappingViewModel mapping = edit("runs.csv", "question,answer,arm\nWhy?,So.,\nHow?,Thus.,b\n");
    assertEquals(
        List.of("question|Why?|prompt", "answer|So.|response", "arm|b|condition"),
        mapping.rows().stream()
            .map(r -> r.place() + "|" + r.example() + "|" + r.meaningProperty().get().wire())
            .toList());
    assertEquals(List.of("Why?", "So."), texts(mapping.trial().firstProperty().get()));
    assertEquals("", mapping.trial().problemProperty().get());
  }

  @Test
  void whatIsSaidIsTriedAtOnceAndReadWhenItIsUsedAndRememberedOnImport() throws IOException {
    MappingViewModel mapping = edit("odd.jsonl", "{\"ask\":{\"de\":\"F\"},\"told\":\"A\"}\n");
    assertEquals("ask.de", mapping.rows().getFirst().place());
    assertFalse(mapping.usableProperty().get());
    row(mapping, "told").meaningProperty().set(FieldMeaning.RESPONSE);
    row(mapping, "ask.de").meaningProperty().set(FieldMeaning.PROMPT);
    assertEquals(List.of("F", "A"), texts(mapping.trial().firstProperty().get()));
    assertTrue(mapping.usableProperty().get());
    model.useCorrection();
    assertEquals(Step.DECIDING, model.stepProperty().get());
    assertEquals(1, preview().transcripts());
    assertTrue(preview().correctable().records().getFirst().said().contains("mapping given"));
    model.importAll();
    assertEquals(1, workbench.lead().transcripts().size());
    model.dismiss();
    Path later = folder.resolve("later.jsonl");
    Files.writeString(later, "{\"ask\":{\"de\":\"G\"},\"told\":\"B\"}\n");
    model.add(List.of(later));
    RecordsFound known = preview().correctable().records().getFirst();
    assertTrue(known.said().startsWith("read by the mapping remembered from 2026-11-21: "));
  }

  @Test
  void whatCannotBeIsSaidInALine() throws IOException {
    MappingViewModel mapping = edit("runs.csv", "question,answer,arm\nWhy?,So.,a\n");
    row(mapping, "arm").meaningProperty().set(FieldMeaning.RESPONSE);
    assertEquals("answer and arm are both the response", mapping.trial().problemProperty().get());
    assertNull(mapping.trial().firstProperty().get());
    assertFalse(mapping.usableProperty().get());
    model.useCorrection();
    assertEquals(Step.CORRECTING, model.stepProperty().get());
    row(mapping, "answer").meaningProperty().set(FieldMeaning.LABEL);
    assertEquals("answer", row(mapping, "answer").nameProperty().get(), "a first name for it");
    assertTrue(mapping.usableProperty().get());
    row(mapping, "answer").nameProperty().set(" ");
    assertTrue(mapping.trial().problemProperty().get().startsWith("answer wants a name"));
    model.back();
    assertEquals(Step.DECIDING, model.stepProperty().get());
    assertTrue(preview().correctable().records().getFirst().said().contains("guessed"));
  }

  @Test
  void aMappingIsTakenFromAFileAndAFileThatIsNoneChangesNothing() throws IOException {
    MappingViewModel mapping = edit("runs.csv", "question,answer,arm\nWhy?,So.,a\n");
    Path file = folder.resolve("m.json");
    Files.writeString(file, "{\"examen-mapping\":1,\"response\":\"arm\",\"system\":\"elsewhere\"}");
    mapping.open(file);
    assertEquals(List.of("a"), texts(mapping.trial().firstProperty().get()));
    assertEquals("elsewhere", mapping.rows().getLast().place());
    assertEquals(4, mapping.rows().size());
    String before = mapping.mapping().text();
    Files.writeString(file, "{\"response\":\"arm\"}");
    mapping.open(file);
    assertTrue(mapping.trial().problemProperty().get().contains("m.json: not a mapping"));
    assertEquals(before, mapping.mapping().text());
  }

  @Test
  void speakersAreCorrectedForAllTextsThatHaveThem() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("1.txt"), "User: Why?\nClaude: So.\nHuman: is a word\nUser: Ah\n");
    Files.writeString(in.resolve("2.txt"), "Claude: Yes.\nHuman: a word\nUser: Who?\n");
    model.add(List.of(in));
    assertEquals(1, preview().correctable().texts().size());
    SpeakersFound found = preview().correctable().texts().getFirst();
    assertEquals(2, found.files());
    model.edit(found);
    SpeakersViewModel speakers = Objects.requireNonNull(model.corrections().speakers());
    assertEquals(
        List.of("User 2 USER", "Claude 1 ASSISTANT", "Human 1 USER"),
        speakers.rows().stream()
            .map(r -> r.found().mark() + " " + r.found().times() + " " + r.role().get())
            .toList());
    speakers.rows().getLast().role().set(SpeakerRole.NONE);
    assertEquals(
        List.of("Why?", "So.\nHuman: is a word", "Ah"),
        texts(speakers.trial().firstProperty().get()));
    model.useCorrection();
    model.importAll();
    List<Transcript> read =
        workbench.lead().transcripts().stream()
            .map(line -> TestProjects.whole(workbench, line.id()).orElseThrow())
            .toList();
    assertEquals(List.of(3, 2), read.stream().map(t -> t.messages().size()).toList());
  }

  @Test
  void aTextWithSpeakersThatNobodyKnowsIsReadOnceItIsSaidWhoTheyAre() throws IOException {
    SpeakersFound found =
        text("Interviewer: Why?\nHal: So.\nInterviewer: Note: sure?\nHal: Sure.\n");
    model.edit(found);
    SpeakersViewModel speakers = Objects.requireNonNull(model.corrections().speakers());
    assertFalse(speakers.usableProperty().get());
    assertEquals("nobody speaks in it", speakers.trial().problemProperty().get());
    speakers.rows().getFirst().role().set(SpeakerRole.USER);
    speakers.rows().getLast().role().set(SpeakerRole.ASSISTANT);
    Transcript first = Objects.requireNonNull(speakers.trial().firstProperty().get());
    assertEquals(
        List.of(Role.USER, Role.ASSISTANT, Role.USER, Role.ASSISTANT),
        first.messages().stream().map(Message::role).toList());
    assertEquals("Hal", first.messages().get(1).speaker());
    model.useCorrection();
    assertEquals(1, preview().transcripts());
  }

  @Test
  void whileItIsBeingSaidNothingCanBeAdded() throws IOException {
    edit("runs.csv", "question,answer\nWhy?,So.\n");
    model.add(List.of(Inputs.one(folder.resolve("other"))));
    assertEquals(Step.CORRECTING, model.stepProperty().get());
    assertEquals(1, model.paths().size());
  }

  private SpeakersFound text(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("talk.txt"), text);
    model.add(List.of(file));
    return preview().correctable().texts().getFirst();
  }

  private MappingViewModel edit(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    model.add(List.of(file));
    model.edit(preview().correctable().records().getFirst());
    return Objects.requireNonNull(model.corrections().mapping());
  }

  private ImportPreview preview() {
    return Objects.requireNonNull(model.previewProperty().get());
  }

  private static FieldRow row(MappingViewModel mapping, String place) {
    return mapping.rows().stream().filter(r -> r.place().equals(place)).findFirst().orElseThrow();
  }

  private static List<String> texts(Transcript transcript) {
    return Objects.requireNonNull(transcript).messages().stream()
        .map(message -> message.parts().getFirst().text())
        .toList();
  }
}
