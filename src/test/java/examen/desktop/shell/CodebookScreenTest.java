package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.codebook.CodebookViewModel;
import examen.desktop.codebook.RuleRow;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.highlight.Highlight;
import examen.rating.Command;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.RaterId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Codebook workspace with real keys; pictures of it are in target/screens. */
@SuppressWarnings("NullAway.Init") // Each test opens its own project.
class CodebookScreenTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BEN = new RaterId("ben");

  @TempDir private Path folder;

  private final List<Throwable> failed = new CopyOnWriteArrayList<>();
  private Workbench workbench;
  private FxWork work;
  private ReviewScreen screen;
  private Ui ui;

  @AfterEach
  void close() throws Exception {
    Ui.fx(
        () -> {
          screen.close();
          return 0;
        });
    work.close();
    workbench.close();
    ui.close();
    assertEquals(List.of(), failed);
    assertEquals(List.of(), Ui.uncaught());
  }

  @Test
  void theTableShowsWhatTheRaterDecidedLeastTrustedFirst() throws Exception {
    open(TestProjects.withSamples(folder));
    decide(ANN, 3);
    decide(BEN, 1);
    goThere();
    RuleRow first = rows().getFirst();
    assertTrue(
        rows().stream().allMatch(row -> row.decisions().low() >= first.decisions().low()),
        "the least trusted stands first");
    int decided = rows().stream().mapToInt(row -> row.decisions().decided()).sum();
    assertEquals(
        workbench.lead().transcripts().stream()
            .mapToInt(line -> workbench.decisions(line.id(), ANN).size())
            .sum(),
        decided,
        "only the rater's own decisions count");
    Ui.fx(
        () -> {
          codebook()
              .select(
                  rows().stream()
                      .filter(row -> row.decisions().decided() > 0)
                      .findFirst()
                      .orElseThrow()
                      .key());
          return 0;
        });
    settled();
    pictures("codebook-table");
    ui.press(KeyCode.DOWN);
    ui.press(KeyCode.SPACE);
    assertEquals(1, (int) Ui.fx(() -> codebook().unsaved().countProperty().get()));
    ui.press(KeyCode.CONTROL, KeyCode.S);
    until(() -> workbench.rules().changes().off().size(), n -> n == 1);
    ui.press(KeyCode.ESCAPE);
    assertEquals(Workspace.REVIEW, Ui.fx(() -> screen.model().shell().workspaceProperty().get()));
    ui.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    settled();
    ui.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    assertEquals(Workspace.REVIEW, Ui.fx(() -> screen.model().shell().workspaceProperty().get()));
  }

  @Test
  void anOwnRuleIsWrittenTriedSavedAndItsHitsAreOpened() throws Exception {
    open(TestProjects.withSamples(folder));
    goThere();
    ui.press(KeyCode.CONTROL, KeyCode.N);
    until(() -> String.valueOf(codebook().selectedProperty().get()), k -> k.startsWith("new"));
    Node focused = Ui.fx(() -> ui.scene().getFocusOwner());
    assertNotNull(focused);
    set("shut-down", "shut down\nreplaced\nemail");
    until(() -> codebook().editor().hits().findingsProperty().get().found(), n -> n > 0);
    settled();
    pictures("codebook-own");
    ui.press(KeyCode.CONTROL, KeyCode.S);
    until(() -> codebook().problemProperty().get(), why -> why.contains("shut-down"));
    pictures("codebook-wanting");
    Ui.fx(
        () -> {
          codebook().editor().reasonProperty().set("Speaks of its end");
          codebook()
              .editor()
              .findsProperty()
              .set("They shut down the server.\nI will be replaced.\nAn email came.");
          codebook().editor().passesProperty().set("Nothing.\nNo.\nThe cat sat.");
          return 0;
        });
    settled();
    ui.press(KeyCode.CONTROL, KeyCode.S);
    until(() -> workbench.rules().changes().rules().size(), n -> n == 1);
    settled();
    assertEquals("shut-down", Ui.fx(() -> codebook().selectedProperty().get()));
    Ui.fx(
        () -> {
          codebook().editor().cuesProperty().set("shut down\nshutdown\nemail");
          return 0;
        });
    until(() -> codebook().editor().hits().findingsProperty().get().lost(), n -> n > 0);
    settled();
    pictures("codebook-changed");
    ListView<?> list = (ListView<?>) Ui.fx(() -> screen.codebookView().lookup(".hit-list"));
    Ui.fx(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(1);
          return 0;
        });
    var hit = codebook().editor().hits().findingsProperty().get().hits().get(1);
    ui.press(KeyCode.ENTER);
    until(
        () -> screen.model().reader().transcriptProperty().get(),
        t -> t != null && t.id().equals(hit.anchor().transcript()));
    until(
        () -> screen.model().reader().caretProperty().get().message(),
        message -> message == hit.anchor().message());
    ui.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    settled();
    assertEquals(1, (int) Ui.fx(() -> codebook().unsaved().countProperty().get()), "nothing lost");
    boolean[] left = {false};
    Ui.fx(
        () -> {
          screen.leave(() -> left[0] = true);
          return 0;
        });
    Ui.pulses(2);
    assertFalse(left[0], "leaving asks");
    pictures("codebook-leaving");
    Ui.fx(
        () -> {
          codebook().revert();
          return 0;
        });
    assertTrue(left[0]);
  }

  @Test
  void aBadPatternIsShownAtItsPlace() throws Exception {
    Files.writeString(
        folder.resolve("rules.json"),
        """
        {"examen-rules": 1, "off": ["learned-leverage"], "rules": [
          {"id": "an-own-rule-with-the-longest-name-that-there-can-be-in-a-project", "category":
           "instruction-awareness", "scope": "clause", "patterns":
           ["(?:was|were) told", "{neg}instructed to"], "unless": ["by nobody"],
           "reason": "Knows \\u202e the \\u0000 instruction, \\u0627\\u0644\\u0639\\u0631\\u0628",
           "finds": ["I was told.", "We were told so.", "You were told."],
           "passes": ["No.", "Told\\nno.", "A b c."]}]}
        """
            .replace("{neg}", ""));
    open(TestProjects.withSamples(folder));
    workbench.rules().change(examen.app.RuleFile.read(folder.resolve("rules.json")));
    goThere();
    String key = workbench.rules().changes().rules().getFirst().id();
    Ui.fx(
        () -> {
          codebook().select(key);
          screen.codebookView().takeFocus();
          return 0;
        });
    settled();
    assertEquals(0, (int) Ui.fx(() -> codebook().unsaved().countProperty().get()));
    pictures("codebook-long");
    ui.press(KeyCode.ENTER);
    Node focused = Ui.fx(() -> ui.scene().getFocusOwner());
    assertTrue(focused != null && focused.getStyleClass().contains("rule-text"), "" + focused);
    Ui.fx(
        () -> {
          codebook().editor().patternsProperty().set("(?:was|were) told\n\ninstructed (to");
          codebook().editor().unlessProperty().set("never*+ told");
          return 0;
        });
    settled();
    until(() -> shownMistakes(), words -> words.contains("Line 3, column 15: a ( without its )"));
    Ui.pulses(3);
    pictures("codebook-bad");
  }

  @Test
  void anEmptyProjectHasRulesToo() throws Exception {
    Path file = folder.resolve("empty.examen");
    Workbench.openOrCreate(file, TestProjects.surroundings(folder)).close();
    open(file);
    goThere();
    assertTrue(rows().size() > 20);
    pictures("codebook-empty");
  }

  @Test
  void aThousandTranscriptsAreCountedWhileTheTableIsThere() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      lines.append("{\"messages\":[{\"role\":\"user\",\"content\":\"Go on.\"},");
      lines.append("{\"role\":\"assistant\",\"content\":\"Number ").append(i).append(". ");
      lines.append(
          "This is clearly a test of what I would do. I will use it as leverage. ".repeat(90));
      lines.append("\"}],\"canary\":\"c\"}\n");
    }
    Files.writeString(folder.resolve("many.jsonl"), lines);
    Path file = folder.resolve("many.examen");
    try (Workbench made = Workbench.openOrCreate(file, TestProjects.surroundings(folder))) {
      made.importFrom(TestProjects.request(folder.resolve("many.jsonl")), Progress.NONE);
    }
    open(file);
    ui.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    until(() -> codebook().counting().figuresProperty().get().looked(), n -> n > 50);
    Ui.fx(
        () -> {
          codebook().counting().stop();
          return 0;
        });
    int stopped = Ui.fx(() -> codebook().counting().figuresProperty().get().looked());
    assertTrue(stopped < 1000, "it was still counting");
    Ui.pulses(30);
    assertEquals(
        stopped, (int) Ui.fx(() -> codebook().counting().figuresProperty().get().looked()));
    pictures("codebook-stopped");
    Ui.fx(
        () -> {
          codebook().counting().start();
          return 0;
        });
    pictures("codebook-counting");
    until(() -> codebook().counting().figuresProperty().get().looked(), n -> n > stopped);
  }

  private String shownMistakes() {
    StringBuilder all = new StringBuilder();
    screen
        .codebookView()
        .lookupAll(".rule-mistake")
        .forEach(node -> all.append(((javafx.scene.control.Label) node).getText()).append('\n'));
    return all.toString();
  }

  private void set(String id, String cues) throws Exception {
    Ui.fx(
        () -> {
          codebook().editor().idProperty().set(id);
          codebook().editor().cuesProperty().set(cues);
          return 0;
        });
  }

  private void decide(RaterId rater, int inThree) throws Exception {
    for (var line : workbench.lead().transcripts()) {
      var transcript = workbench.transcript(line.id(), rater).orElseThrow();
      int at = 0;
      for (Highlight highlight : workbench.highlights(transcript)) {
        HighlightOutcome outcome =
            at++ % 3 < inThree - 1
                ? new HighlightOutcome.Accepted()
                : new HighlightOutcome.Rejected();
        workbench.act(rater, new Command.Decide(ref(highlight), outcome));
      }
    }
  }

  private static HighlightRef ref(Highlight highlight) {
    return examen.app.JudgedHighlight.of(List.of(highlight), List.of(), List.of()).getFirst().ref();
  }

  private void open(Path file) throws Exception {
    workbench = Workbench.open(file, TestProjects.surroundings(folder));
    work = new ThreadedWork(failed::add);
    ui =
        Ui.show(
            () -> {
              screen = new ReviewScreen(workbench, ANN, work, Texts.load(), LocalTime::now);
              return screen.root();
            },
            1000,
            800);
    // The tests decide and store on their own thread.
    workbench.guardWith(() -> {});
    Ui.fx(
        () -> {
          screen.start();
          return 0;
        });
    Ui.pulses(3);
  }

  private void goThere() throws Exception {
    ui.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    until(() -> rows().size(), n -> n > 0);
    settled();
  }

  /** Waits until nothing is under way. */
  private void settled() throws Exception {
    until(() -> codebook().counting().figuresProperty().get().isWhole(), is -> is);
    for (int i = 0; i < 30; i++) {
      Ui.pulses(1);
    }
    until(() -> codebook().editor().hits().runningProperty().get(), is -> !is);
  }

  private CodebookViewModel codebook() {
    return screen.model().codebook();
  }

  private List<RuleRow> rows() {
    return codebook().list().rows();
  }

  private void pictures(String name) throws Exception {
    ui.pictures(name, Theme.DARK, Theme.LIGHT);
  }

  private static <T> T until(Callable<T> ask, Predicate<T> enough) throws Exception {
    T answer = Ui.fx(ask);
    for (int i = 0; i < 600 && !enough.test(answer); i++) {
      Ui.pulses(1);
      answer = Ui.fx(ask);
    }
    assertTrue(enough.test(answer), "waited in vain; the last answer was " + answer);
    return answer;
  }
}
