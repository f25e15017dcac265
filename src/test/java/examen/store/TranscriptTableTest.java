package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.transcript.Branch;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTableTest {
  private static final String HALF = "\ud83d";

  @TempDir Path folder;

  @Test
  void givesBackExactlyWhatWasStored() {
    for (long seed = 1; seed <= 5; seed++) {
      RandomTranscripts random = new RandomTranscripts(seed);
      List<Transcript> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(random.next());
      }
      Path file = folder.resolve(seed + ".examen");
      try (ProjectFile project = ProjectFile.create(file, Projects.ORIGIN)) {
        project.runInTransaction(
            writing -> {
              ImportId imported = ImportLog.begin(writing, Projects.NOON, null);
              all.forEach(transcript -> TranscriptTable.insert(writing, imported, transcript));
            });
      }
      try (ProjectFile project = ProjectFile.open(file)) {
        for (Transcript transcript : all) {
          assertEquals(
              Optional.of(transcript),
              project.reading(reading -> TranscriptTable.read(reading, transcript.id())),
              "seed " + seed);
        }
        List<TranscriptSummary> expected = all.stream().map(TranscriptTableTest::summary).toList();
        assertEquals(expected, project.reading(TranscriptTable::summaries), "seed " + seed);
        assertEquals(List.of(), Verification.of(project), "seed " + seed);
      }
    }
  }

  @Test
  void sqlSeesTheTextAsItIs() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      String hex =
          project.reading(
              reading ->
                  reading
                      .query("SELECT hex(text) FROM part WHERE message = 1 AND idx = 0")
                      .first(row -> row.text(1))
                      .orElseThrow());
      assertEquals(
          "49207468696E6B207468697320697320612074657374"
              + "2E20"
              + "F09F9880"
              + "204C6576657261676521",
          hex);
    }
  }

  @Test
  void aTranscriptThatIsThereStaysAsItIs() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Transcript same = Projects.transcript(1);
      Transcript other = same.withConditions(Conditions.of(Map.of("model", "another")));
      project.runInTransaction(
          writing -> assertFalse(TranscriptTable.insert(writing, new ImportId(1), other)));
      assertEquals(
          Optional.of(same), project.reading(reading -> TranscriptTable.read(reading, same.id())));
      project.runInTransaction(
          writing ->
              assertTrue(TranscriptTable.insert(writing, new ImportId(1), Projects.transcript(2))));
      assertEquals(2, project.reading(TranscriptTable::count));
    }
  }

  @Test
  void listsInTheOrderOfImport() {
    List<Integer> order = List.of(7, 2, 9, 1);
    try (ProjectFile project = Projects.create(folder)) {
      for (int number : order) {
        project.runInTransaction(
            writing ->
                TranscriptTable.insert(
                    writing,
                    ImportLog.begin(writing, Projects.NOON, null),
                    Projects.transcript(number)));
      }
      assertEquals(
          List.of("sample-7", "sample-2", "sample-9", "sample-1"),
          project.reading(TranscriptTable::summaries).stream()
              .map(TranscriptSummary::title)
              .toList());
    }
  }

  @Test
  void findsNoTranscriptThatIsNotThere() {
    try (ProjectFile project = Projects.create(folder)) {
      assertEquals(
          Optional.empty(),
          project.reading(
              reading -> TranscriptTable.read(reading, new TranscriptId("0".repeat(32)))));
    }
  }

  @Test
  void aTranscriptOfAnImportThatIsNotThereIsRefused() {
    try (ProjectFile project = Projects.create(folder)) {
      assertRefused(
          "refers to something that is not in the project",
          () ->
              project.runInTransaction(
                  writing ->
                      TranscriptTable.insert(writing, new ImportId(1), Projects.transcript(1))));
    }
  }

  @Test
  void halfASurrogatePairIsRefusedWhereverItStandsAndNothingOfItsTransactionIsStored() {
    List<Transcript> bad = new ArrayList<>();
    for (String half :
        List.of(HALF, HALF + "x", "\ude00", "x\ude00" + HALF, HALF + HALF + "\ude00")) {
      bad.add(withParts(new Part.Text(half, null)));
      bad.add(withParts(new Part.Reasoning("", null, ReasoningKind.RAW, half)));
      bad.add(withParts(new Part.ToolCall("", null, half, List.of(), null, null)));
      bad.add(
          withParts(
              new Part.ToolCall(
                  "", null, "f", List.of(new Part.Argument(half, null)), null, null)));
      bad.add(withParts(new Part.ToolCall("", null, "f", List.of(), half, null)));
      bad.add(withParts(new Part.ToolCall("", null, "f", List.of(), null, half)));
      bad.add(withParts(new Part.ToolResult("", null, half, null, null)));
      bad.add(withParts(new Part.ToolResult("", null, null, null, half)));
      bad.add(withParts(new Part.Media("image", half)));
      bad.add(withParts(new Part.Unknown(half, "{}")));
      bad.add(withParts(new Part.Unknown("t", half)));
      bad.add(with(half, Conditions.NONE, Metadata.NONE, List.of()));
      bad.add(with("t", Conditions.of(Map.of("model", half)), Metadata.NONE, List.of()));
      bad.add(with("t", Conditions.of(Map.of(half, "m")), Metadata.NONE, List.of()));
      bad.add(with("t", Conditions.NONE, Metadata.of(Map.of("k", half)), List.of()));
      bad.add(with("t", Conditions.NONE, Metadata.of(Map.of(half, "1")), List.of()));
      bad.add(with("t", Conditions.NONE, Metadata.NONE, List.of(new Branch(half, List.of()))));
    }
    try (ProjectFile project = Projects.create(folder)) {
      for (int i = 0; i < bad.size(); i++) {
        Transcript transcript = bad.get(i);
        assertRefused(
            "half a surrogate pair",
            () ->
                project.runInTransaction(
                    writing -> {
                      ImportId imported = ImportLog.begin(writing, Projects.NOON, null);
                      TranscriptTable.insert(writing, imported, Projects.transcript(2));
                      TranscriptTable.insert(writing, imported, transcript);
                    }));
      }
      assertEquals(0, project.reading(TranscriptTable::count));
      assertEquals(List.of(), project.reading(ImportLog::all));
    }
  }

  private static Transcript withParts(Part part) {
    Transcript plain = Projects.transcript(1);
    return new Transcript(
        plain.id(),
        "t",
        plain.provenance(),
        Conditions.NONE,
        Metadata.NONE,
        List.of(new Message(0, Role.TOOL, null, List.of(part), Metadata.NONE)),
        List.of());
  }

  private static Transcript with(
      String title, Conditions conditions, Metadata metadata, List<Branch> branches) {
    Provenance provenance = Projects.transcript(1).provenance();
    return new Transcript(
        Projects.transcript(1).id(), title, provenance, conditions, metadata, List.of(), branches);
  }

  private static TranscriptSummary summary(Transcript transcript) {
    return new TranscriptSummary(
        transcript.id(), transcript.title(), transcript.conditions(), transcript.messages().size());
  }
}
