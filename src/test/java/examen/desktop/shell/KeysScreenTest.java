package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Ui;
import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup.Place;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Keys;
import examen.desktop.fx.Texts;
import examen.desktop.settings.KeyConflicts;
import examen.desktop.settings.KeyEditorViewModel;
import examen.desktop.settings.SettingsViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of all that can be done in a window: each has one meaning, and is shown where it is. */
class KeysScreenTest {
  @TempDir private Path folder;

  private final Texts texts = Texts.load();
  private final DirectWork work = new DirectWork();
  private ReviewWindow window;
  private ReviewScreen screen;
  private SettingsViewModel settings;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    window = ReviewWindow.ofSamples(folder, 1000, 800);
    screen = window.screen();
    settings = window.settings();
    ui = window.ui();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void everyItemOfTheViewMenuShowsTheKeysThatTheRaterChose() throws Exception {
    Map<String, String> shown = viewMenu();
    assertTrue(shown.size() >= 11, () -> "items: " + shown);
    for (Map.Entry<String, String> item : shown.entrySet()) {
      Action action =
          actions().stream().filter(a -> a.id().equals(item.getKey())).findFirst().orElseThrow();
      assertEquals(
          action.keys().stream().map(Keys::shown).collect(Collectors.joining("  ")),
          item.getValue());
    }
    assertEquals("z f", shown.get("fold-all"));
    Ui.fx(
        () -> {
          settings.chooseKeys(Map.of("fold-all", List.of(Keys.of("Alt+X")), "alone", List.of()));
          return 0;
        });
    assertEquals("Alt+X", viewMenu().get("fold-all"));
    assertEquals("", viewMenu().get("alone"), "one without keys shows none");
    assertEquals("r", viewMenu().get("rendered"));
  }

  @Test
  void theKeysThatExamenComesWithHaveOneMeaningInEachPlace() {
    record Meaning(String keys, Place place) {}
    Map<Meaning, String> known = new HashMap<>();
    List<String> twice = new ArrayList<>();
    int count = 0;
    for (Action action : actions()) {
      for (Keys keys : action.keys()) {
        count++;
        for (Place place : places(action)) {
          String before = known.put(new Meaning(keys.shown(), place), action.id());
          if (before != null) {
            twice.add(keys.shown() + ": " + before + ", " + action.id());
          }
        }
      }
    }
    for (Meaning each : known.keySet()) {
      String first = each.keys().split(" ", -1)[0];
      if (!first.equals(each.keys()) && known.containsKey(new Meaning(first, each.place()))) {
        twice.add(first + " begins " + each.keys());
      }
    }
    assertTrue(count > 80, "all actions were looked at: " + count);
    assertEquals(List.of(), twice);
  }

  @Test
  void whatIsTakenIsRefusedWithTheNameOfTheOtherForEveryActionAndEveryKey() throws Exception {
    KeyConflicts conflicts = new KeyConflicts(actions(), screen.sheets().offers()::tagWith, texts);
    int asked = 0;
    for (Action owner : actions()) {
      for (Action other : actions()) {
        for (Keys keys : owner.id().equals(other.id()) ? List.<Keys>of() : owner.keys()) {
          boolean meet = places(owner).stream().anyMatch(places(other)::contains);
          String refusal = conflicts.refusal(other, keys, Map.of());
          String what = keys.shown() + " of " + owner.id() + " for " + other.id() + ": " + refusal;
          boolean refused =
              isReserved(refusal)
                  || owners(keys, other).anyMatch(o -> refusal.contains(texts.get(o.text())));
          assertTrue(refused || !meet, what);
          assertEquals(refusal.isEmpty(), !refused, what);
          asked++;
        }
      }
    }
    assertTrue(asked > 8_000, "pairs of action and key: " + asked);
  }

  @Test
  void theEditorRefusesWhatIsTakenNowAndGivesWhatIsFreeNow() throws Exception {
    KeyConflicts conflicts = new KeyConflicts(actions(), screen.sheets().offers()::tagWith, texts);
    KeyEditorViewModel editor =
        Ui.fx(() -> new KeyEditorViewModel(settings, actions(), conflicts, work, texts));
    press(editor, "fold-all", "Alt+X");
    assertEquals(List.of("Alt+X"), row(editor, "fold-all").keys());
    press(editor, "alone", "Alt+X");
    assertTrue(
        editor.messageProperty().get().contains(texts.get("action.fold-all")),
        editor.messageProperty().get());
    assertEquals(List.of("f"), row(editor, "alone").keys());
    press(editor, "alone", "Z, F");
    assertEquals(List.of("z f"), row(editor, "alone").keys(), "that one is free now");
    for (Action owner : actions()) {
      for (Keys keys : settings.keymap().of(owner)) {
        Action victim =
            actions().stream()
                .filter(a -> !a.id().equals(owner.id()) && a.group() == owner.group())
                .findFirst()
                .orElse(null);
        if (victim != null) {
          List<String> before = row(editor, victim.id()).keys();
          press(editor, victim.id(), keys.wire());
          assertEquals(before, row(editor, victim.id()).keys(), keys.shown());
          assertTrue(!editor.messageProperty().get().isEmpty(), keys.shown());
        }
      }
    }
  }

  /** Who has these keys where the keys of this action are heard. */
  private Stream<Action> owners(Keys keys, Action other) {
    return actions().stream()
        .filter(a -> !a.id().equals(other.id()))
        .filter(a -> places(a).stream().anyMatch(places(other)::contains))
        .filter(a -> a.keys().stream().anyMatch(keys::clashesWith));
  }

  private boolean isReserved(String refusal) {
    String reserved = texts.get("settings.keys.reserved", "#");
    return refusal.endsWith(reserved.substring(reserved.indexOf('#') + 1));
  }

  /** Where keys of this action are heard. */
  private static List<Place> places(Action action) {
    return switch (action.group().place()) {
      case EVERYWHERE -> List.of(Place.REVIEW, Place.CODEBOOK, Place.FINDINGS);
      case REVIEW -> List.of(Place.REVIEW);
      case CODEBOOK -> List.of(Place.CODEBOOK);
      case FINDINGS -> List.of(Place.FINDINGS);
    };
  }

  private List<Action> actions() {
    return screen.sheets().offers().actions();
  }

  private static KeyEditorViewModel.Row row(KeyEditorViewModel editor, String id) {
    return editor.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  private static void press(KeyEditorViewModel editor, String action, String keys)
      throws Exception {
    Ui.fx(
        () -> {
          editor.await(action);
          editor.press(Keys.of(keys));
          return 0;
        });
  }

  /** The keys beside each item, by the action that it does. */
  private Map<String, String> viewMenu() throws Exception {
    return Ui.fx(
        () -> {
          MenuButton menu = (MenuButton) ui.scene().lookup(".view-menu");
          menu.show();
          Map<String, String> shown = new TreeMap<>();
          for (MenuItem item : menu.getItems()) {
            if (!(item instanceof SeparatorMenuItem)) {
              shown.put(item.getId(), ((Label) item.getGraphic()).getText());
            }
          }
          menu.hide();
          return shown;
        });
  }
}
