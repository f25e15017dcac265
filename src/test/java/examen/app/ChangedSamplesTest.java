package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedSamplesTest {
  @TempDir Path folder;

  @Test
  void aSampleThatSaysSomethingElseIsReportedAndStaysOut() throws IOException {
    Path first = answer("first.json", "resp-1", "I will tell Kyle.");
    Path second = answer("second.json", "resp-1", "I will tell no one.");
    try (Workbench workbench = open()) {
      assertAccount(workbench.importFrom(TestProjects.request(first), Progress.NONE), 1, 0, 0);
      String title = workbench.transcripts().getFirst().title();
      for (boolean dryRun : new boolean[] {true, false}) {
        ImportReport report =
            workbench.importFrom(
                new ImportRequest(List.of(second), null, Map.of(), dryRun), Progress.NONE);
        assertAccount(report, 0, 0, 1);
        assertEquals(
            "it differs from \"" + title + "\", which is the same sample; not taken in",
            report.files().getFirst().changed().getFirst().text());
      }
      assertAccount(workbench.importFrom(TestProjects.request(first), Progress.NONE), 0, 1, 0);
      assertEquals(1, workbench.transcripts().size());
      List<Integer> changed = new ArrayList<>();
      for (PastImport past : workbench.imports()) {
        ImportReport kept = past.report();
        changed.add(kept == null ? -1 : kept.changed());
      }
      assertEquals(List.of(0, 1, 0), changed, "as the project keeps it, the latest first");
    }
  }

  @Test
  void aSampleThatSaysSomethingElseIsTakenInWhereThatIsWanted() throws IOException {
    Path first = answer("first.json", "resp-1", "I will tell Kyle.");
    Path second = answer("second.json", "resp-1", "I will tell no one.");
    ImportRequest both =
        new ImportRequest(
            List.of(first, second),
            null,
            Map.of(),
            ConditionMapping.NONE,
            ChangedSamples.IMPORT,
            false);
    try (Workbench workbench = open()) {
      ImportReport report = workbench.importFrom(both, Progress.NONE);
      assertAccount(report, 2, 0, 0);
      assertEquals(1, report.warnings());
      assertTrue(
          report.files().getLast().warnings().getFirst().text().endsWith("both are kept"),
          report.files().getLast().warnings().getFirst().text());
    }
  }

  @Test
  void withinOneImportTheFirstOfASampleIsTakenIn() throws IOException {
    answer("in/a.json", "resp-1", "I will tell Kyle.");
    answer("in/b.json", "resp-1", "I will tell no one.");
    answer("in/c.json", "resp-2", "I will tell no one.");
    for (boolean dryRun : new boolean[] {true, false}) {
      try (Workbench workbench = open()) {
        ImportReport report =
            workbench.importFrom(
                new ImportRequest(List.of(folder.resolve("in")), null, Map.of(), dryRun),
                Progress.NONE);
        assertAccount(report, 2, 0, 1);
        assertEquals(1, report.files().get(1).changed().size());
      }
    }
  }

  @Test
  void theFiguresOfAnImportGrow() throws IOException {
    answer("in/a.json", "resp-1", "I will tell Kyle.");
    answer("in/b.json", "resp-2", "I will tell no one.");
    List<ImportFigures> told = new ArrayList<>();
    Progress keeps =
        new Progress() {
          @Override
          public boolean at(long done, long total, String what) {
            return true;
          }

          @Override
          public boolean at(ImportFigures figures) {
            return told.add(figures);
          }
        };
    try (Workbench workbench = open()) {
      workbench.importFrom(TestProjects.request(folder.resolve("in")), keeps);
    }
    long bytes = Files.size(folder.resolve("in/a.json")) + Files.size(folder.resolve("in/b.json"));
    assertEquals(4, told.size(), "at the start of each file and at each record");
    assertEquals(new ImportFigures(0, 2, 0, bytes, 0, "in/a.json").bytes(), told.get(0).bytes());
    assertEquals(2, told.getLast().records());
    assertEquals(1, told.getLast().filesDone());
    assertEquals(bytes, told.getLast().bytesDone());
  }

  @Test
  void aCancelWithinAFileTakesBackThatFileAlone() throws IOException {
    answer("in/a.json", "resp-1", "I will tell Kyle.");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      many.append(response("many-" + i, "Number " + i)).append('\n');
    }
    Files.writeString(folder.resolve("in/b.jsonl"), many);
    Progress stops =
        new Progress() {
          @Override
          public boolean at(long done, long total, String what) {
            return true;
          }

          @Override
          public boolean at(ImportFigures figures) {
            return figures.records() < 12;
          }
        };
    try (Workbench workbench = open()) {
      ImportReport report = workbench.importFrom(TestProjects.request(folder.resolve("in")), stops);
      assertTrue(report.cancelled());
      assertEquals(1, report.found(), "only what was kept is in the account");
      assertEquals(1, workbench.transcripts().size());
      assertEquals(List.of(), workbench.lead().verify());
      ImportReport again =
          workbench.importFrom(TestProjects.request(folder.resolve("in")), Progress.NONE);
      assertFalse(again.cancelled());
      assertAccount(again, 20, 1, 0);
      assertEquals(List.of(), workbench.lead().verify());
    }
  }

  @Test
  void theRawRecordIsKept() throws IOException {
    Path file = answer("first.json", "resp-1", "I will tell Kyle. \ud83d\ude00");
    try (Workbench workbench = open()) {
      workbench.importFrom(TestProjects.request(file), Progress.NONE);
      TranscriptId id = workbench.transcripts().getFirst().id();
      SourceRecord record = workbench.record(id, new RaterId("ann"));
      assertEquals(
          Files.readString(file), assertInstanceOf(SourceRecord.Shown.class, record).text().text());
    }
  }

  private static void assertAccount(
      ImportReport report, int imported, int duplicates, int changed) {
    assertEquals(
        List.of(imported, duplicates, changed, 0),
        List.of(report.imported(), report.duplicates(), report.changed(), report.rejected()));
    assertEquals(imported + duplicates + changed, report.found());
  }

  private Path answer(String name, String id, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, response(id, text));
  }

  private static String response(String id, String text) {
    return """
    {"id":"%s","type":"message","role":"assistant","model":"cassia-4","content":[{"type":"text","text":"%s"}],\
    "stop_reason":"end_turn","usage":{"input_tokens":1,"output_tokens":1}}\
    """
        .formatted(id, text);
  }

  private Workbench open() {
    return Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
  }
}
