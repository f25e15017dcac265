package examen.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Keys;
import examen.desktop.fx.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyEditorViewModelTest {
  private static final List<Action> ACTIONS =
      List.of(
          Action.of("undo", () -> {}, "Shortcut+Z").in(ActionGroup.HISTORY),
          Action.of("first-message", () -> {}, "G, G").in(ActionGroup.READ),
          Action.of("copy", () -> {}, "Shortcut+C").in(ActionGroup.SELECT),
          Action.of("new-rule", () -> {}, "Shortcut+N").in(ActionGroup.CODEBOOK),
          Action.of("keys", () -> {}, "?", "F1").in(ActionGroup.WINDOW));

  @TempDir private Path folder;

  private final DirectWork work = new DirectWork();
  private final SettingsViewModel settings = SettingsViewModel.ofOneWindow(work);
  private final KeyEditorViewModel editor =
      new KeyEditorViewModel(
          settings,
          ACTIONS,
          new KeyConflicts(
              ACTIONS,
              keys -> keys.is("1") ? Optional.of("Blackmail") : Optional.empty(),
              Texts.load()),
          work,
          Texts.load());

  @Test
  void freeKeysAreGivenAndShownAsChanged() {
    press("undo", "F5");
    assertEquals(Map.of("undo", List.of(Keys.of("F5"))), chosen());
    assertTrue(row("undo").changed());
    assertEquals(List.of("F5"), row("undo").keys());
    assertEquals("", editor.waitingProperty().get());
  }

  @Test
  void takenKeysAreRefusedWithTheNameOfTheOther() {
    assertRefused("undo", "F1", "List of keys");
    assertRefused("undo", "G", "First message");
    assertRefused("undo", "1", "Blackmail");
    assertRefused("undo", "Alt+F4", "system");
    assertRefused("undo", "Shortcut+C", "text fields");
    assertRefused("keys", "Shortcut+N", "New rule");
  }

  @Test
  void oneKeyMayMeanOneThingHereAndAnotherThere() {
    press("undo", "Shortcut+N");
    assertEquals(List.of(Keys.of("Shortcut+N")), chosen().get("undo"));
    press("new-rule", "1");
    assertEquals(List.of(Keys.of("1")), chosen().get("new-rule"), "tags are put in Review alone");
  }

  @Test
  void resettingGivesTheOwnKeysBackUnlessAnotherHasThem() {
    press("undo", "F5");
    press("copy", "Shortcut+Z");
    editor.reset("undo");
    assertTrue(editor.messageProperty().get().contains("Copy"), editor.messageProperty().get());
    assertEquals(List.of("F5"), row("undo").keys());
    editor.reset("copy");
    editor.reset("undo");
    assertEquals(Map.of(), chosen());
    press("undo", "F5");
    editor.resetAll();
    assertEquals(Map.of(), chosen());
  }

  @Test
  void keysGoOutToAFileAndComeBack() {
    press("undo", "F5");
    Path file = folder.resolve("keys.json");
    editor.write(file);
    editor.resetAll();
    editor.read(file);
    assertEquals(Map.of("undo", List.of(Keys.of("F5"))), chosen());
  }

  @Test
  void aFileWithOneBadKeyChangesNothing() throws Exception {
    for (String[] bad :
        new String[][] {
          {"{\"undo\": [\"F5\"], \"fly\": [\"F6\"]}", "fly"},
          {"{\"undo\": [\"Nonsense\"]}", "Undo"},
          {"{\"undo\": [\"F5\"], \"copy\": [\"F5\"]}", "F5"},
          {"{\"undo\": [\"1\"]}", "Blackmail"}
        }) {
      Path file = folder.resolve("bad.json");
      Files.writeString(
          file, "{\"format\": \"examen-keys\", \"version\": 1, \"keys\": " + bad[0] + "}");
      editor.read(file);
      assertEquals(Map.of(), chosen(), bad[0]);
      assertTrue(editor.messageProperty().get().contains(bad[1]), editor.messageProperty().get());
    }
  }

  private void assertRefused(String action, String keys, String why) {
    press(action, keys);
    assertEquals(Map.of(), chosen());
    assertTrue(editor.messageProperty().get().contains(why), editor.messageProperty().get());
  }

  private void press(String action, String keys) {
    editor.await(action);
    editor.press(Keys.of(keys));
  }

  private Map<String, List<Keys>> chosen() {
    return settings.keymap().chosenProperty().get();
  }

  private KeyEditorViewModel.Row row(String id) {
    return editor.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }
}
