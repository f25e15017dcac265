package examen.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import examen.rating.Rater;
import examen.rating.RaterId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  private static final Settings SOME =
      new Settings(
          new Appearance(
              ThemeChoice.HIGH_CONTRAST, 150, Density.ROOMY, LineWidth.WIDE, ReadingFont.SERIF),
          new KeyChoices(Map.of("undo", List.of("Shortcut+Z"), "copy", List.of())),
          new RecentProjects(List.of("/a/study.examen")),
          new Care(25, true, false),
          new Rater(new RaterId("r-0123456789"), "Ann \u00d8"));

  @TempDir private Path folder;

  @Test
  void whatIsSavedIsThereAgain() {
    SettingsFile file = new SettingsFile(folder.resolve("new").resolve("settings.json"));
    assertEquals(new SettingsStore.Loaded(Settings.DEFAULT, ""), file.load());
    file.save(SOME);
    assertEquals(new SettingsStore.Loaded(SOME, ""), file.load());
  }

  @Test
  void aDamagedFileIsPutAsideAndNeverFatal() throws Exception {
    Path path = folder.resolve("settings.json");
    SettingsFile file = new SettingsFile(path);
    file.save(SOME);
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length - 2; length += 7) {
      Files.write(path, java.util.Arrays.copyOf(whole, length));
      SettingsStore.Loaded loaded = file.load();
      assertEquals(Settings.DEFAULT, loaded.settings(), "cut after " + length);
      assertTrue(loaded.problem().contains("put aside"), loaded.problem());
      assertFalse(Files.exists(path));
      assertEquals(length, Files.size(folder.resolve("settings.json.damaged")));
    }
  }

  @Test
  void anyBytesAtAllAreReadOrPutAside() throws Exception {
    long seed = 11;
    Random random = new Random(seed);
    Path path = folder.resolve("settings.json");
    SettingsFile file = new SettingsFile(path);
    file.save(SOME);
    byte[] whole = Files.readAllBytes(path);
    for (int i = 0; i < 200; i++) {
      byte[] changed = whole.clone();
      for (int n = 0; n < 3; n++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      Files.write(path, changed);
      Settings settings = file.load().settings();
      int percent = settings.appearance().fontPercent();
      assertTrue(percent >= 80 && percent <= 200, "seed " + seed + ", round " + i);
    }
  }

  @Test
  void aValueThatIsNotUnderstoodIsNamedAndTheOthersHold() throws Exception {
    Path path = folder.resolve("settings.json");
    Files.writeString(
        path,
        """
        {"appearance": {"theme": "pink", "fontPercent": 900, "density": "compact"},
         "later": {"kept": 1}}
        """);
    SettingsFile file = new SettingsFile(path);
    SettingsStore.Loaded loaded = file.load();
    assertEquals(ThemeChoice.SYSTEM, loaded.settings().appearance().theme());
    assertEquals(200, loaded.settings().appearance().fontPercent());
    assertEquals(Density.COMPACT, loaded.settings().appearance().density());
    assertTrue(loaded.problem().contains("theme"), loaded.problem());
    file.save(loaded.settings());
    assertTrue(Files.readString(path).contains("kept"), "what a later version put stays");
  }

  @Test
  void keysInAFileOfTheirOwnComeBackAndOtherFilesAreRefused() throws Exception {
    Path path = folder.resolve("keys.json");
    KeyFile.write(SOME.keys(), path);
    assertEquals(SOME.keys(), KeyFile.read(path));
    assertRefused("not JSON", "{");
    assertRefused("not a file of keys", "{\"format\": \"other\"}");
    assertRefused("later version", "{\"format\": \"examen-keys\", \"version\": 2}");
    assertRefused(
        "list of names", "{\"format\": \"examen-keys\", \"version\": 1, \"keys\": {\"undo\": 1}}");
    assertRefused("list of names", "{\"format\": \"examen-keys\", \"version\": 1}");
  }

  private void assertRefused(String why, String content) throws Exception {
    Path path = folder.resolve("other.json");
    Files.write(path, content.getBytes(StandardCharsets.UTF_8));
    Refusal refusal = assertThrows(Refusal.class, () -> KeyFile.read(path));
    assertTrue(refusal.why().contains(why), refusal.why());
  }
}
