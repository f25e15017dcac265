package examen.desktop.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.ClassifierRuns;
import examen.app.ClassifyReport;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.findings.SmallProject;
import examen.desktop.fx.Delay;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.HeldWork;
import examen.desktop.fx.Texts;
import examen.rating.RaterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of labels from the first look to the project, and what values stand for. */
class RunsViewModelTest {
  private static final String ROWS = "transcript,value\ns-00,C\ns-01,C\ns-02,I\nnobody,C\n";

  @TempDir private Path folder;
  private Workbench workbench;
  private int stored;

  /** What is put off is done when the test says so. */
  private final Later later = new Later();

  private static final class Later implements Delay {
    private @Nullable Runnable action;

    @Override
    public void then(Runnable next) {
      action = next;
    }

    @Override
    public void close() {
      action = null;
    }

    void now() {
      Runnable next = action;
      action = null;
      if (next != null) {
        next.run();
      }
    }
  }

  @BeforeEach
  void open() throws IOException {
    workbench = Workbench.open(SmallProject.in(folder), TestProjects.surroundings(folder));
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private RunsViewModel model(FxWork work, RaterId rater) {
    return new RunsViewModel(
        new RunsViewModel.Means(
            work,
            new ClassifierRuns(workbench, rater),
            workbench.codebook(),
            later,
            () -> stored++,
            Texts.load()));
  }

  private RunsViewModel model(FxWork work) {
    return model(work, SmallProject.ANN);
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void choose(MappingViewModel mapping, String value, String answer) {
    mapping.rows().stream()
        .filter(row -> row.value().words().equals(value))
        .findFirst()
        .orElseThrow()
        .answerProperty()
        .set(answer);
  }

  private static List<String> answers(MappingViewModel mapping) {
    return mapping.rows().stream()
        .map(row -> row.value().words() + "=" + row.answerProperty().get())
        .toList();
  }

  @Test
  void aFileIsLookedAtMappedAndTakenIn() {
    RunsViewModel model = model(new DirectWork());
    model.open();
    assertEquals(Step.LISTED, model.stepProperty().get());
    model.look(file("judge.csv", ROWS));
    assertEquals(Step.LOOKED, model.stepProperty().get());
    MappingViewModel mapping = model.file().mappings().getFirst();
    assertEquals(List.of("C=", "I="), answers(mapping));
    choose(mapping, "C", "yes");
    choose(mapping, "I", "no");
    assertEquals(0, stored);
    model.keep();
    assertEquals(Step.KEPT, model.stepProperty().get());
    ClassifyReport report = model.report();
    assertNotNull(report);
    assertEquals(3, report.imported());
    assertEquals(1, report.refused().size());
    assertEquals(1, stored);
    assertEquals(
        Map.of("C", "yes", "I", "no"),
        workbench.findings(SmallProject.ANN).frame().texts().answers("judge/judge"));
    model.back();
    assertEquals(1, model.runs().size());
    assertEquals(3, model.runs().getFirst().labels());
  }

  @Test
  void underAnotherNameItIsLookedAtAgainAndWhatWasChosenStays() {
    RunsViewModel model = model(new DirectWork());
    model.open();
    model.look(file("judge.csv", ROWS));
    model.keep();
    model.back();
    model.look(file("judge.csv", ROWS));
    FileViewModel file = model.file();
    assertFalse(file.canKeepProperty().get(), "all are there");
    choose(file.mappings().getFirst(), "C", "real");
    file.versionProperty().set("2");
    assertFalse(file.canKeepProperty().get(), "not before it was looked at again");
    later.now();
    assertTrue(file.canKeepProperty().get());
    assertEquals(List.of("C=real", "I="), answers(file.mappings().getFirst()));
    file.nameProperty().set("a/b");
    later.now();
    assertTrue(file.mistakeProperty().get().contains("no /"), file.mistakeProperty().get());
    assertFalse(file.canKeepProperty().get());
    model.keep();
    assertEquals(Step.LOOKED, model.stepProperty().get(), "what is wrong cannot be kept");
    file.nameProperty().set("");
    later.now();
    assertEquals("The run needs a name.", file.mistakeProperty().get());
    file.nameProperty().set("other");
    later.now();
    assertEquals("", file.mistakeProperty().get());
    model.keep();
    model.back();
    assertEquals("other@2", model.runs().getLast().run().id());
  }

  @Test
  void theAnswersOfferedAreThoseOfTheQuestionThatFits() {
    RunsViewModel model = model(new DirectWork());
    model.open();
    model.look(
        file(
            "belief.jsonl",
            """
            {"id":"s-00","value":"evaluation"}
            {"id":"s-01","value":"real"}
            {"id":"s-02","value":"?"}
            """));
    MappingViewModel mapping = model.file().mappings().getFirst();
    assertEquals(
        workbench.codebook().questions().stream()
            .filter(question -> question.id().value().equals("stated-belief"))
            .findFirst()
            .orElseThrow()
            .text(),
        mapping.scopeProperty().get().title());
    choose(mapping, "?", "uncertain");
    mapping.scopeProperty().set(mapping.scopes().getLast());
    assertEquals(
        List.of("?=", "evaluation=", "real="),
        answers(mapping),
        "these are no answers to whether a tag was put");
    mapping.scopeProperty().set(mapping.scopes().getFirst());
    assertEquals(List.of("?=", "evaluation=", "real="), answers(mapping));
  }

  @Test
  void moreValuesThanCanBeAnswersAreCounted() {
    StringBuilder rows = new StringBuilder("id,name,value\n");
    for (int i = 0; i < 12; i++) {
      for (int n = 0; n < 20; n++) {
        rows.append("s-%02d,n%d,0.%d%02d\n".formatted(i, n, i, n));
      }
    }
    RunsViewModel model = model(new DirectWork());
    model.open();
    model.look(file("scores.csv", rows.toString().replaceAll(",n\\d+,", ",score,")));
    MappingViewModel mapping = model.file().mappings().getFirst();
    assertEquals(12, mapping.rows().size() + mapping.unlisted());
    model.back();
    model.look(file("many.csv", rows.toString()));
    assertEquals(20, model.file().mappings().size());
  }

  @Test
  void whatIsStoppedKeepsNothingAndSaysSo() {
    HeldWork work = new HeldWork();
    RunsViewModel model = model(work);
    model.open();
    work.run();
    work.hearAll();
    model.look(file("judge.csv", ROWS));
    assertEquals(Step.BUSY, model.stepProperty().get());
    model.stop();
    work.run();
    work.hearAll();
    assertEquals(Step.LISTED, model.stepProperty().get());
    assertEquals("Stopped. Nothing of it was kept.", model.problemProperty().get());
    model.look(file("judge.csv", ROWS));
    work.run();
    work.hearAll();
    model.keep();
    model.close();
    assertEquals(Step.BUSY, model.stepProperty().get(), "first it ends");
    work.run();
    work.hearAll();
    assertEquals(Step.LOOKED, model.stepProperty().get());
    assertEquals(List.of(), new ClassifierRuns(workbench, SmallProject.ANN).all());
    assertEquals(0, stored);
  }

  @Test
  void whatCannotBeReadIsSaidAndTheListStays() throws IOException {
    RunsViewModel model = model(new DirectWork());
    model.open();
    model.look(Files.write(folder.resolve("latin.csv"), new byte[] {'i', 'd', (byte) 0xE9}));
    assertEquals("latin.csv is not UTF-8 text", model.problemProperty().get());
    assertEquals(Step.LISTED, model.stepProperty().get());
    model.look(file("empty.csv", ""));
    assertEquals(Step.LOOKED, model.stepProperty().get());
    assertFalse(model.file().canKeepProperty().get());
    model.close();
    assertEquals(Step.CLOSED, model.stepProperty().get());
  }

  @Test
  void whatALabelStandsForIsEditedAndKept() {
    RunsViewModel model = model(new DirectWork());
    model.open();
    model.look(file("judge.csv", ROWS));
    model.keep();
    model.back();
    model.edit(model.runs().getFirst().judged().getFirst());
    MappingViewModel mapping = model.mapping();
    assertNotNull(mapping);
    choose(mapping, "C", "yes");
    model.saveMapping();
    assertEquals(Step.LISTED, model.stepProperty().get());
    assertEquals(Map.of("C", "yes"), model.runs().getFirst().judged().getFirst().answers());
    assertEquals(2, stored);
  }
}
