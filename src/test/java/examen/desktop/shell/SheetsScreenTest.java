package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Workbench;
import examen.app.settings.Appearance;
import examen.desktop.Screens;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.fx.Action;
import examen.desktop.fx.Keys;
import examen.desktop.fx.Texts;
import examen.desktop.settings.KeyConflicts;
import examen.desktop.settings.SettingsViewModel;
import examen.desktop.welcome.TourViewModel;
import examen.desktop.welcome.WelcomeView;
import examen.rating.RaterId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheets that are for the whole window, with real keys, and how they look. */
class SheetsScreenTest {
  private static final RaterId ANN = ReviewWindow.ANN;

  @TempDir private Path folder;

  private ReviewWindow window;
  private Workbench workbench;
  private SettingsViewModel settings;
  private ReviewScreen screen;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    window = ReviewWindow.ofSamples(folder, 1000, 760);
    workbench = window.workbench();
    settings = window.settings();
    screen = window.screen();
    ui = window.ui();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void thePaletteDoesWhatItsLettersFind() throws Exception {
    ui.press(KeyCode.CONTROL, KeyCode.K);
    assertTrue(screen.sheets().palette().openProperty().get());
    type("go to codebook");
    pictures("palette-found");
    ui.press(KeyCode.ENTER);
    assertFalse(screen.sheets().palette().openProperty().get());
    assertEquals(Workspace.CODEBOOK, screen.model().shell().workspaceProperty().get());
    ui.press(KeyCode.CONTROL, KeyCode.K);
    assertEquals(
        "action:workspace-codebook",
        screen.sheets().palette().found().getFirst().id(),
        "what was done last comes first");
    pictures("palette");
    ui.press(KeyCode.ESCAPE);
    assertFalse(screen.sheets().palette().openProperty().get());
  }

  @Test
  void thePaletteGoesToTranscriptsAndSaysWhyATagCannotBePut() throws Exception {
    var rows = screen.model().queue().rows();
    var last = rows.getLast();
    ui.press(KeyCode.CONTROL, KeyCode.K);
    type(last.id().toString());
    ui.press(KeyCode.ENTER);
    assertEquals(last, screen.model().queue().currentProperty().get());
    ui.press(KeyCode.CONTROL, KeyCode.K);
    type("tag blackmail");
    ui.press(KeyCode.ENTER);
    assertTrue(screen.sheets().palette().openProperty().get(), "a refused line stays");
    pictures("palette-refused");
    ui.press(KeyCode.ESCAPE);
    ui.press(KeyCode.S);
    ui.press(KeyCode.CONTROL, KeyCode.K);
    type("tag blackmail");
    ui.press(KeyCode.ENTER);
    assertEquals(1, workbench.annotations(last.id(), ANN).size());
  }

  @Test
  void theListOfKeysIsMadeOfTheSameActions() throws Exception {
    sign("?");
    assertTrue(screen.sheets().keySheet().openProperty().get());
    Ui.pulses(2);
    pictures("keys");
    long lines =
        screen.sheets().keySheet().groups().stream().mapToLong(g -> g.lines().size()).sum();
    type("sentence");
    assertTrue(
        screen.sheets().keySheet().groups().stream().mapToLong(g -> g.lines().size()).sum()
            < lines);
    ui.press(KeyCode.ESCAPE);
    assertFalse(screen.sheets().keySheet().openProperty().get());
    ui.press(KeyCode.F1);
    assertTrue(screen.sheets().keySheet().openProperty().get());
  }

  @Test
  void changedKeysHoldAtOnceAndTheOldOnesNoMore() throws Exception {
    ui.press(KeyCode.CONTROL, KeyCode.COMMA);
    assertTrue(settings.openProperty().get());
    pictures("settings");
    Ui.fx(
        () -> {
          TabPane tabs = (TabPane) screen.root().lookup(".settings-tabs");
          tabs.getSelectionModel().select(1);
          return 0;
        });
    Ui.pulses(3);
    pictures("settings-keys");
    Ui.fx(
        () -> {
          settings.chooseKeys(Map.of("next-message", List.of(Keys.of("Shortcut+J"))));
          return 0;
        });
    ui.press(KeyCode.ESCAPE);
    assertFalse(settings.openProperty().get());
    var before = Ui.fx(() -> screen.model().reader().caretProperty().get());
    ui.press(KeyCode.J);
    assertEquals(before, Ui.fx(() -> screen.model().reader().caretProperty().get()));
    ui.press(KeyCode.CONTROL, KeyCode.J);
    assertNotEquals(before, Ui.fx(() -> screen.model().reader().caretProperty().get()));
  }

  @Test
  void goingBackInTheListOfStepsUndoesThemOneByOne() throws Exception {
    for (int i = 0; i < 3; i++) {
      ui.press(KeyCode.N);
      ui.press(KeyCode.A);
    }
    ui.press(KeyCode.RIGHT);
    ui.press(KeyCode.N);
    ui.press(KeyCode.X);
    ui.press(KeyCode.CONTROL, KeyCode.Z);
    ui.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.Z);
    assertTrue(screen.model().shell().historyProperty().get());
    Ui.pulses(2);
    pictures("steps");
    ListView<?> list = (ListView<?>) screen.root().lookup(".history-list");
    assertEquals(5, list.getItems().size());
    ui.press(KeyCode.DOWN);
    ui.press(KeyCode.DOWN);
    ui.press(KeyCode.DOWN);
    ui.press(KeyCode.ENTER);
    assertFalse(screen.model().shell().historyProperty().get());
    long decided =
        screen.model().queue().rows().stream()
            .mapToLong(row -> workbench.decisions(row.id(), ANN).size())
            .sum();
    assertEquals(1, decided, "only the first step holds");
  }

  @Test
  void theTourPointsAtRealControlsAndCanBeLeft() throws Exception {
    TourViewModel tour = screen.sheets().tour();
    Ui.fx(
        () -> {
          screen.tourOnce();
          return 0;
        });
    for (int i = 0; i < tour.hints().size(); i++) {
      assertEquals(i, tour.atProperty().get());
      String target = tour.hints().get(i).target();
      assertTrue(Ui.fx(() -> screen.root().lookup(target)) != null, target);
      Ui.pulses(2);
      if (i % 3 == 0 || i == tour.hints().size() - 1) {
        pictures("tour-" + i, Theme.LIGHT);
      }
      ui.press(KeyCode.ENTER);
    }
    assertFalse(tour.isOn());
    assertTrue(settings.care().tourSeen());
    Ui.fx(
        () -> {
          tour.start();
          return 0;
        });
    Ui.pulses(2);
    ui.press(KeyCode.ESCAPE);
    assertFalse(tour.isOn());
  }

  @Test
  void noTwoActionsComeWithTheSameKeysNorWithThoseOfATag() {
    List<Action> all = screen.sheets().offers().actions();
    KeyConflicts conflicts = new KeyConflicts(all, screen.sheets().offers()::tagWith, Texts.load());
    List<String> refused = new ArrayList<>();
    for (Action action : all) {
      for (Keys keys : action.keys()) {
        refused.add(conflicts.refusal(action, keys, Map.of()));
      }
    }
    assertTrue(refused.size() > 40, "there are actions with keys");
    assertEquals(List.of(), refused.stream().filter(why -> !why.isEmpty()).toList());
  }

  @Test
  void everyControlHasANameForScreenReaders() throws Exception {
    List<String> nameless = new ArrayList<>();
    ui.press(KeyCode.N);
    collect(nameless);
    ui.press(KeyCode.CONTROL, KeyCode.U);
    collect(nameless);
    ui.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    Ui.pulses(5);
    collect(nameless);
    ui.press(KeyCode.CONTROL, KeyCode.I);
    Ui.pulses(3);
    collect(nameless);
    ui.press(KeyCode.ESCAPE);
    assertEquals(List.of(), nameless.stream().distinct().sorted().toList());
  }

  @Test
  void largeWordsAndSmallWindowsLeaveAllInSight() throws Exception {
    for (int percent : List.of(80, 200)) {
      Ui.fx(
          () -> {
            settings.changeLook(look -> look.withFontPercent(percent));
            return 0;
          });
      ui.press(KeyCode.N);
      pictures("window-" + percent, Theme.LIGHT, Theme.HIGH_CONTRAST);
    }
    ui.press(KeyCode.CONTROL, KeyCode.K);
    pictures("palette-200", Theme.LIGHT);
    ui.press(KeyCode.ESCAPE);
    ui.press(KeyCode.CONTROL, KeyCode.COMMA);
    pictures("settings-200", Theme.LIGHT);
    ui.press(KeyCode.ESCAPE);
    ui.press(KeyCode.F1);
    pictures("keys-200", Theme.LIGHT);
    ui.press(KeyCode.ESCAPE);
    ui.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    pictures("codebook-200", Theme.LIGHT);
  }

  @Test
  void theFirstPageListsProjectsAndMarksThoseThatAreGone() throws Exception {
    Path there = Files.createFile(folder.resolve("study.examen"));
    Path gone = folder.resolve("gone.examen");
    List<Path> chosen = new ArrayList<>();
    WelcomeView.Choices choices =
        new WelcomeView.Choices(() -> {}, () -> {}, () -> {}, chosen::add, chosen::add);
    for (Theme theme : Theme.values()) {
      Ui.fx(
          () -> {
            WelcomeView view = new WelcomeView(choices, List.of(there, gone), Texts.load());
            Scene scene = new Scene(view, 1280, 800);
            theme.apply(scene, settings.appearance());
            view.applyCss();
            view.layout();
            Screens.write(view, "welcome-" + theme.wire());
            List<String> nameless = new ArrayList<>();
            names(view, nameless);
            assertEquals(List.of(), nameless);
            List<Node> rows = List.copyOf(view.lookupAll(".recent"));
            assertFalse(rows.getFirst().isDisabled());
            assertTrue(rows.getLast().isDisabled());
            return 0;
          });
    }
    assertEquals(List.of(), chosen);
  }

  private void collect(List<String> nameless) throws Exception {
    Ui.fx(
        () -> {
          names(screen.root(), nameless);
          return 0;
        });
  }

  private static void names(Parent parent, List<String> nameless) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible()) {
        continue;
      }
      if (isControl(child) && name(child).isBlank()) {
        nameless.add(child.getClass().getSimpleName() + " " + child.getStyleClass());
      }
      boolean ofSkin = child instanceof ComboBoxBase<?> || child instanceof Slider;
      if (child instanceof Parent inner && !ofSkin) {
        names(inner, nameless);
      }
    }
  }

  private static boolean isControl(Node node) {
    boolean partOfBar = node.getStyleClass().stream().anyMatch(s -> s.endsWith("crement-button"));
    return !partOfBar
        && (node instanceof ButtonBase
            || node instanceof TextInputControl
            || node instanceof ComboBoxBase<?>
            || node instanceof ListView<?>
            || node instanceof Slider
            || (node instanceof ScrollPane && node.isFocusTraversable()));
  }

  private static String name(Node node) {
    String said = node.getAccessibleText();
    String text = node instanceof Labeled labeled ? labeled.getText() : "";
    return (said == null ? "" : said) + (text == null ? "" : text);
  }

  private void type(String words) throws Exception {
    for (int i = 0; i < words.length(); i++) {
      sign(words.substring(i, i + 1));
    }
    Ui.pulses(2);
  }

  private void sign(String sign) throws Exception {
    Ui.fx(
        () -> {
          Node at = ui.scene().getFocusOwner();
          Event.fireEvent(
              at,
              new KeyEvent(
                  KeyEvent.KEY_TYPED, sign, sign, KeyCode.UNDEFINED, false, false, false, false));
          return 0;
        });
  }

  private void pictures(String name) throws Exception {
    pictures(name, Theme.values());
  }

  private void pictures(String name, Theme... themes) throws Exception {
    Parent root = screen.root();
    Scene before = Ui.fx(root::getScene);
    Scene large =
        Ui.fx(
            () -> {
              before.setRoot(new Region());
              return new Scene(root, 1280, 800);
            });
    for (Theme theme : themes) {
      Ui.fx(
          () -> {
            Appearance appearance = settings.appearance();
            theme.apply(large, appearance);
            root.applyCss();
            root.layout();
            return 0;
          });
      Ui.pulses(2);
      Ui.fx(
          () -> {
            for (int i = 0; i < 3; i++) {
              root.applyCss();
              root.layout();
            }
            Screens.write(root, name + "-" + theme.wire());
            return 0;
          });
    }
    Ui.fx(
        () -> {
          large.setRoot(new Region());
          before.setRoot(root);
          Theme.LIGHT.apply(before, settings.appearance());
          return 0;
        });
    Ui.pulses(2);
    Ui.fx(
        () -> {
          root.lookup(".reader").requestFocus();
          for (String sheet :
              List.of(".palette-field", ".history-list", ".key-filter", ".tour-card .accent")) {
            Node node = root.lookup(sheet);
            if (node != null && isShown(node)) {
              node.requestFocus();
            }
          }
          return 0;
        });
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
