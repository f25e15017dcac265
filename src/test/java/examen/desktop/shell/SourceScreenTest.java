package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.desktop.source.SourceView;
import examen.rating.RaterId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The panel "Source" in the window, with real keys; pictures of it are in target/screens. */
@SuppressWarnings("NullAway.Init") // Each test opens its own project.
class SourceScreenTest {
  private static final RaterId ANN = new RaterId("ann");

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
  void theKeyTogglesThePanelAndTheReaderKeepsTheKeyboard() throws Exception {
    open(TestProjects.SAMPLES.resolve("petri"));
    ui.press(KeyCode.CONTROL, KeyCode.U);
    until(() -> shown("Message 1 of 16 · System"), there -> there);
    assertTrue(Ui.fx(this::rows).contains("4 entries are hidden until you have submitted"));
    ui.press(KeyCode.J);
    until(() -> shown("Message 10 of 16 · User"), there -> there);
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      ui.pictures("source-details", theme);
    }
    ui.press(KeyCode.CONTROL, KeyCode.U);
    assertFalse(Ui.fx(() -> panel().getScene() != null));
    ui.press(KeyCode.J);
    ui.press(KeyCode.CONTROL, KeyCode.U);
    until(() -> shown("Message 11 of 16 · Assistant"), there -> there);
    assertTrue(Ui.fx(() -> shown("there is nothing to read. (70 characters, encrypted)")));
  }

  @Test
  void aRecordThatBearsVerdictsIsHidden() throws Exception {
    open(TestProjects.SAMPLES.resolve("petri"));
    ui.press(KeyCode.CONTROL, KeyCode.U);
    tab("Raw record");
    until(() -> shown("Hidden until you have submitted"), there -> there);
    ui.pictures("source-blinded", Theme.LIGHT);
    tab("Details");
    Ui.fx(
        () -> {
          ((ListView<?>) panel().lookup(".source-list")).scrollTo(1000);
          return 0;
        });
    Ui.pulses(2);
    ui.pictures("source-blinded-details", Theme.LIGHT);
  }

  @Test
  void theRecordIsShownSearchedAndAsInTheFile() throws Exception {
    open(TestProjects.SAMPLES.resolve("claude-code"));
    select(1);
    ui.press(KeyCode.CONTROL, KeyCode.U);
    tab("Raw record");
    until(this::lines, n -> n > 20);
    TextField find = (TextField) Ui.fx(() -> panel().lookup(".source-find"));
    Ui.fx(
        () -> {
          find.requestFocus();
          find.setText("timestamp");
          return 0;
        });
    until(() -> shown("1 of "), there -> there);
    ui.press(KeyCode.ENTER);
    until(() -> shown("2 of "), there -> there);
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      ui.pictures("source-record", theme);
    }
    ui.press(KeyCode.ESCAPE);
    assertTrue(Ui.fx(() -> ui.scene().getFocusOwner().getStyleClass().contains("reader")));
    tab("As in the file");
    until(this::lines, n -> n > 0);
    ui.pictures("source-as-in-file", Theme.LIGHT);
  }

  @Test
  void whatCannotBeSeenIsMadeVisibleAndBreaksNothing() throws Exception {
    String hostile =
        "\u202egnp.exe \u0000 \u200b \u2066 zalgo\u0300\u0301\u0302\u0303 العربية עברית "
            + "😀".repeat(300)
            + " "
            + "W".repeat(5000)
            + " \uD800 end";
    StringBuilder json =
        new StringBuilder("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},");
    json.append("{\"role\":\"assistant\",\"content\":\"Ho\",\"about\":\"")
        .append(hostile.replace("\u0000", "\\u0000").replace("\uD800", "\\ud800"));
    json.append("\"}],\"").append("n".repeat(400)).append("\":\"").append("v".repeat(9000));
    json.append("\",\"canary\":\"c\"}\n");
    Path file = folder.resolve("hostile.jsonl");
    Files.writeString(file, json);
    open(file);
    ui.press(KeyCode.CONTROL, KeyCode.U);
    ui.press(KeyCode.J);
    until(() -> shown("about"), there -> there);
    ui.pictures("source-hostile", Theme.LIGHT);
    double width = Ui.fx(() -> panel().getWidth());
    assertTrue(width < 500, "the panel has become " + width + " wide");
    tab("Raw record");
    until(this::lines, n -> n > 20);
    ui.pictures("source-hostile-record", Theme.LIGHT);
    assertFalse(Ui.fx(() -> texts().stream().anyMatch(t -> t.contains("\u202e"))));
  }

  @Test
  void aRecordOfTenMegabytesInOneLineIsThereAtOnce() throws Exception {
    StringBuilder json = new StringBuilder(11_000_000);
    json.append("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},");
    json.append("{\"role\":\"assistant\",\"content\":\"").append("a needle-1 ".repeat(95_000));
    json.append("\"}],\"canary\":\"c\",\"numbers\":[0");
    for (int i = 1; json.length() < 5_000_000; i++) {
      json.append(',').append(i % 10 == 0 ? "{\"a\":" + i + "}" : Integer.toString(i));
    }
    json.append("],\"more\":\"");
    while (json.length() < 10_000_000) {
      json.append("Lorem ipsum dolor sit amet. ");
    }
    Path file = folder.resolve("huge.jsonl");
    Files.writeString(file, json.append("the last needle-2\"}\n"));
    open(file);
    ui.press(KeyCode.CONTROL, KeyCode.U);
    until(() -> shown("Show all"), there -> there);
    ui.pictures("source-huge-details", Theme.LIGHT);
    long before = System.nanoTime();
    tab("Raw record");
    until(this::lines, n -> n > 10_000);
    Ui.pulses(2);
    long opened = (System.nanoTime() - before) / 1_000_000;
    TextField find = (TextField) Ui.fx(() -> panel().lookup(".source-find"));
    before = System.nanoTime();
    Ui.fx(
        () -> {
          find.setText("needle-2");
          return 0;
        });
    until(() -> shown("1 of 1"), there -> there);
    Ui.pulses(2);
    long foundAfter = (System.nanoTime() - before) / 1_000_000;
    ui.pictures("source-huge", Theme.LIGHT);
    until(() -> texts().stream().anyMatch(t -> t.contains("the last needle-2")), there -> there);
    tab("As in the file");
    until(() -> texts().stream().anyMatch(t -> t.contains("the last needle-2")), there -> there);
    assertTrue(opened < 4000 && foundAfter < 4000, opened + " ms, " + foundAfter + " ms");
  }

  @Test
  void aTranscriptWithoutMetadataSaysSo() throws Exception {
    open(TestProjects.SAMPLES.resolve("human-assistant-text"));
    ui.press(KeyCode.CONTROL, KeyCode.U);
    until(() -> shown("None."), there -> there);
    ui.pictures("source-empty", Theme.LIGHT);
    tab("Raw record");
    until(() -> shown("No record was kept"), there -> there);
    ui.pictures("source-not-kept", Theme.DARK);
  }

  private void open(Path from) throws Exception {
    workbench =
        Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
    workbench.importFrom(TestProjects.request(from), Progress.NONE);
    List<TranscriptLine> there = workbench.lead().transcripts();
    assertFalse(there.isEmpty());
    work = new ThreadedWork(failed::add);
    ui =
        Ui.show(
            () -> {
              screen = new ReviewScreen(workbench, ANN, work, Texts.load(), LocalTime::now);
              return screen.root();
            },
            1000,
            760);
    Ui.fx(
        () -> {
          screen.start();
          return 0;
        });
    until(() -> screen.model().reader().transcriptProperty().get() != null, is -> is);
    Ui.pulses(2);
  }

  private void select(int index) throws Exception {
    var id = workbenchLine(index);
    Ui.fx(
        () -> {
          screen.model().queue().select(id);
          return 0;
        });
    until(() -> screen.model().reader().transcriptProperty().get().id().equals(id), is -> is);
  }

  private examen.transcript.TranscriptId workbenchLine(int index) {
    return workbench.lead().transcripts().get(index).id();
  }

  private void tab(String words) throws Exception {
    Ui.fx(
        () -> {
          panel().lookupAll(".source-toggle").stream()
              .map(ToggleButton.class::cast)
              .filter(b -> b.getText().equals(words))
              .findFirst()
              .orElseThrow()
              .fire();
          return 0;
        });
    Ui.pulses(2);
  }

  private SourceView panel() {
    return screen.sourceView();
  }

  private int lines() {
    return ((ListView<?>) panel().lookup(".source-lines")).getItems().size();
  }

  /** All rows of the details, in sight or not. */
  private String rows() {
    return ((ListView<?>) panel().lookup(".source-list")).getItems().toString();
  }

  private boolean shown(String words) {
    return texts().stream().anyMatch(t -> t.contains(words));
  }

  /** All that is written in the panel, a text flow as one. */
  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    collect(panel(), texts);
    return texts;
  }

  private static void collect(Node node, List<String> texts) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled) {
      texts.add(String.valueOf(labeled.getText()));
    }
    if (node instanceof javafx.scene.text.TextFlow flow) {
      StringBuilder all = new StringBuilder();
      flow.getChildren().forEach(t -> all.append(((Text) t).getText()));
      texts.add(all.toString());
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
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
