package examen.desktop.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.ImportPreview;
import examen.app.ImportReport;
import examen.app.TestProjects;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.HeldWork;
import examen.transcript.Conditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportViewModelTest {
  @TempDir private Path folder;

  private Workbench workbench;
  private int ended;

  @BeforeEach
  void open() {
    workbench =
        Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void droppedFilesAreLookedAtAndNothingIsWrittenBeforeOneSaysSo() throws IOException {
    ImportViewModel model = model(new DirectWork());
    model.add(List.of(Inputs.mixed(folder.resolve("in"))));
    assertEquals(Step.DECIDING, model.stepProperty().get());
    ImportPreview found = Objects.requireNonNull(model.previewProperty().get());
    assertEquals(1, found.report().imported());
    assertEquals(3, found.report().rejected());
    assertEquals(0, workbench.lead().transcripts().size());
    model.importAll();
    assertEquals(Step.DONE, model.stepProperty().get());
    assertEquals(1, workbench.lead().transcripts().size());
    assertEquals(1, ended);
    assertEquals(3, Objects.requireNonNull(model.reportProperty().get()).rejected());
  }

  @Test
  void conditionsAreKeptAsTheMappingSays() throws IOException {
    ImportViewModel model = model(new DirectWork());
    model.add(List.of(Inputs.one(folder.resolve("in"))));
    ConditionsViewModel conditions = model.conditions();
    row(conditions, "model").nameProperty().set("system");
    row(conditions, "goal").keptProperty().set(false);
    ConditionRow scenario = row(conditions, "scenario");
    scenario.values().getFirst().becomes().set("extortion");
    ConditionsViewModel.Constant batch = conditions.addConstant();
    batch.name().set(" batch ");
    batch.value().set("2026-11");
    conditions.addConstant().name().set("without a value");
    model.importAll();
    TranscriptLine line = workbench.lead().transcripts().getFirst();
    assertEquals("tern-r1", line.conditions().get("system").orElse(""));
    assertEquals("extortion", line.conditions().get(Conditions.SCENARIO).orElse(""));
    assertEquals("2026-11", line.conditions().get("batch").orElse(""));
    assertTrue(line.conditions().get("goal").isEmpty());
    assertTrue(line.conditions().get("model").isEmpty());
    assertFalse(line.conditions().values().containsKey("without a value"));
  }

  @Test
  void aSecondLookKeepsWhatWasDecidedOnConditions() throws IOException {
    ImportViewModel model = model(new DirectWork());
    model.add(List.of(Inputs.one(folder.resolve("in"))));
    row(model.conditions(), "model").nameProperty().set("system");
    row(model.conditions(), "scenario").values().getFirst().becomes().set("extortion");
    model.add(List.of(Inputs.refused(folder.resolve("more"), 2)));
    assertEquals("system", row(model.conditions(), "model").target());
    assertEquals(
        Map.of("blackmail", "extortion"),
        row(model.conditions(), "scenario").fill().orElseThrow().values());
  }

  @Test
  void twoConditionsThatGetOneNameAreSaid() throws IOException {
    ImportViewModel model = model(new DirectWork());
    model.add(List.of(Inputs.one(folder.resolve("in"))));
    assertEquals(List.of(), model.conditions().clashes());
    row(model.conditions(), "goal").nameProperty().set("scenario");
    assertEquals(List.of("scenario"), model.conditions().clashes());
    row(model.conditions(), "goal").keptProperty().set(false);
    assertEquals(List.of(), model.conditions().clashes());
  }

  @Test
  void lookingThatIsGivenUpNeverComesBack() throws IOException {
    HeldWork work = new HeldWork();
    ImportViewModel model = model(work);
    model.add(List.of(Inputs.one(folder.resolve("in"))));
    assertEquals(Step.LOOKING, model.stepProperty().get());
    model.back();
    assertEquals(Step.CHOOSING, model.stepProperty().get());
    work.run();
    work.hearAll();
    assertEquals(Step.CHOOSING, model.stepProperty().get());
    assertNull(model.previewProperty().get());
  }

  @Test
  void lookingThatIsStoppedShowsWhatWasSeenAndThatItIsNotAll() throws IOException {
    HeldWork work = new HeldWork();
    ImportViewModel model = model(work);
    model.add(List.of(Inputs.mixed(folder.resolve("in"))));
    model.stopLooking();
    work.run();
    work.hearAll();
    assertEquals(Step.DECIDING, model.stepProperty().get());
    ImportPreview found = Objects.requireNonNull(model.previewProperty().get());
    assertFalse(found.reach().whole());
    assertTrue(found.report().files().size() < 4);
  }

  @Test
  void anImportThatIsStoppedKeepsWholeFilesAndItsReport() throws IOException {
    HeldWork work = new HeldWork();
    ImportViewModel model = model(work);
    model.add(List.of(TestProjects.SAMPLES));
    work.run();
    work.hearAll();
    model.importAll();
    assertEquals(Step.IMPORTING, model.stepProperty().get());
    model.stopImport();
    model.dismiss();
    assertEquals(Step.IMPORTING, model.stepProperty().get(), "it cannot be put away meanwhile");
    work.run();
    work.hearAll();
    assertEquals(Step.DONE, model.stepProperty().get());
    assertTrue(model.stoppingProperty().get());
    assertEquals(List.of(), workbench.lead().verify());
    model.openHistory();
    assertEquals(1, model.history().size());
    assertNotNull(model.history().getFirst().report());
  }

  @Test
  void anErrorInTheMiddleIsAStateOfItsOwn() throws IOException {
    HeldWork work = new HeldWork();
    ImportViewModel model = model(work);
    model.add(List.of(Inputs.one(folder.resolve("in"))));
    work.fail();
    assertEquals(Step.FAILED, model.stepProperty().get());
    model.back();
    assertEquals(Step.CHOOSING, model.stepProperty().get());
    assertEquals(1, model.paths().size());
  }

  @Test
  void whileImportingNothingCanBeAdded() throws IOException {
    HeldWork work = new HeldWork();
    ImportViewModel model = model(work);
    model.add(List.of(Inputs.one(folder.resolve("in"))));
    work.run();
    work.hearAll();
    model.importAll();
    model.add(List.of(Inputs.one(folder.resolve("other"))));
    assertEquals(Step.IMPORTING, model.stepProperty().get());
    assertEquals(1, model.paths().size());
    assertEquals(1, work.waiting());
  }

  @Test
  void whereNothingCanBeReadNothingIsImported() throws IOException {
    ImportViewModel model = model(new DirectWork());
    model.add(List.of(Inputs.refused(folder.resolve("in"), 3)));
    model.importAll();
    assertEquals(Step.DECIDING, model.stepProperty().get());
    assertEquals(List.of(), workbench.imports());
  }

  @Test
  void theReportsOfEarlierImportsCanBeReadAgain() throws IOException {
    ImportViewModel model = model(new DirectWork());
    model.add(List.of(Inputs.mixed(folder.resolve("in"))));
    model.importAll();
    ImportReport first = model.reportProperty().get();
    model.dismiss();
    model.add(List.of(Inputs.one(folder.resolve("other"))));
    model.importAll();
    ImportReport second = model.reportProperty().get();
    model.openHistory();
    assertEquals(2, model.history().size());
    assertEquals(second, model.history().get(0).report());
    assertEquals(first, model.history().get(1).report());
  }

  @Test
  void aReportIsWrittenToAFile() throws IOException {
    ImportViewModel model = model(new DirectWork());
    int[] done = new int[1];
    model.save("some text\n", folder.resolve("report.txt"), () -> done[0]++);
    assertEquals("some text\n", Files.readString(folder.resolve("report.txt")));
    assertEquals(1, done[0]);
  }

  @Test
  void aFileThatIsNamedTwiceIsTakenOnce() throws IOException {
    ImportViewModel model = model(new DirectWork());
    Path in = Inputs.one(folder.resolve("in"));
    model.add(List.of(in));
    model.add(List.of(in));
    assertEquals(1, model.paths().size());
    model.remove(in.toAbsolutePath());
    assertEquals(Step.CHOOSING, model.stepProperty().get());
  }

  private ImportViewModel model(FxWork work) {
    AtomicLong nanos = new AtomicLong();
    return new ImportViewModel(workbench, work, () -> nanos.addAndGet(100_000_000), () -> ended++);
  }

  private static ConditionRow row(ConditionsViewModel conditions, String name) {
    return conditions.rows().stream()
        .filter(row -> row.found().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
