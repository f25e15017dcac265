package examen.desktop.damage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.BackupJob;
import examen.app.Boundary;
import examen.app.DamagedProject;
import examen.app.Refusal;
import examen.app.TestProjects;
import examen.app.WindowProject;
import examen.app.Workbench;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.Words;
import examen.desktop.damage.DamageViewModel.State;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.FileDialogs;
import examen.desktop.fx.Texts;
import examen.store.DamagedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged project in the window: back to a backup, or what can be read into a new file. */
class DamageScreenTest {
  @TempDir private Path folder;
  private final List<Path> opened = new ArrayList<>();
  private Path file;

  @BeforeEach
  void prepare() {
    file = TestProjects.withSamples(folder);
  }

  @Test
  void theRefusalToOpenItSaysWhichFileIsDamaged() throws Exception {
    damage();
    DamagedException refused =
        assertThrows(
            DamagedException.class,
            () -> WindowProject.open(file, TestProjects.surroundings(folder)));
    Boundary boundary = new Boundary(folder.resolve("log"), InstantSource.system());
    assertEquals(file.toRealPath(), boundary.problem(refused).damaged());
  }

  @Test
  void byKeysAloneOneGoesBackToTheNewestBackupAndTheDamagedFileIsKept() throws Exception {
    backUp();
    damage();
    byte[] damaged = Files.readAllBytes(file);
    DamageViewModel model = model();
    try (Ui ui = show(model)) {
      assertNotNull(assertInstanceOf(State.Choosing.class, model.stateProperty().get()).good());
      ui.pictures("damage-choosing", Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT);
      ui.press(KeyCode.SPACE);
      assertInstanceOf(State.Compared.class, model.stateProperty().get());
      ui.pictures("damage-compared", Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT);
      ui.press(KeyCode.SPACE);
      Path kept = assertInstanceOf(State.Restored.class, model.stateProperty().get()).kept();
      ui.pictures("damage-restored", Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT);
      assertNotNull(kept);
      assertEquals(file.toRealPath().getParent(), kept.getParent());
      assertTrue(Arrays.equals(damaged, Files.readAllBytes(kept)), "not a byte changed");
      ui.press(KeyCode.SPACE);
      assertEquals(List.of(model.file()), opened);
    }
    try (Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder))) {
      assertFalse(workbench.lead().transcripts().isEmpty());
    }
  }

  @Test
  void whatCanBeReadIsTakenIntoANewFileAndItIsSaidWhatIsNot() throws Exception {
    damage();
    Path to = folder.resolve("rescued.examen");
    DamageViewModel model = model();
    try (Ui ui = show(model)) {
      assertEquals(
          null, assertInstanceOf(State.Choosing.class, model.stateProperty().get()).good());
      ui.pictures("damage-no-backup", Theme.LIGHT);
      Ui.fx(() -> done(() -> model.rescue(to)));
      State.Rescued rescued = assertInstanceOf(State.Rescued.class, model.stateProperty().get());
      assertFalse(rescued.report().isComplete(), "a page was lost");
      String said = Words.in(ui.scene().getRoot());
      assertTrue(said.contains("Rescued: "), said);
      assertTrue(said.contains("left out") || said.contains("Not all was read"), said);
      ui.pictures("damage-rescued", Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT);
      ui.press(KeyCode.SPACE);
      assertEquals(List.of(to), opened);
    }
    assertTrue(Files.exists(to));
  }

  @Test
  void aRescueThatIsStoppedLeavesNothing() throws Exception {
    damage();
    Path to = folder.resolve("rescued.examen");
    DamagedProject damaged = new DamagedProject(file, TestProjects.surroundings(folder));
    int[] asked = {0};
    assertThrows(Refusal.class, () -> damaged.rescue(to, (done, total, what) -> ++asked[0] < 100));
    assertEquals(100, asked[0]);
    assertFalse(Files.exists(to));
    try (var left = Files.list(folder)) {
      assertEquals(
          List.of(),
          left.map(Path::getFileName)
              .map(Path::toString)
              .filter(n -> n.contains("rescue"))
              .toList());
    }
  }

  @Test
  void aRestoreThatIsStoppedLeavesTheProjectAsItWas() throws Exception {
    backUp();
    damage();
    byte[] before = Files.readAllBytes(file);
    DamagedProject damaged = new DamagedProject(file, TestProjects.surroundings(folder));
    var job = damaged.restoring(damaged.newestGood().orElseThrow());
    assertThrows(Refusal.class, () -> job.run((done, total, what) -> false));
    assertTrue(Arrays.equals(before, Files.readAllBytes(file)));
  }

  private Ui show(DamageViewModel model) throws Exception {
    Texts texts = Texts.load();
    DamageView[] view = new DamageView[1];
    Ui ui =
        Ui.show(
            () -> {
              view[0] = new DamageView(model, noDialogs(texts), texts);
              return view[0];
            },
            1000,
            700);
    Ui.fx(
        () ->
            done(
                () -> {
                  model.look();
                  view[0].takeFocus();
                }));
    Ui.pulses(3);
    return ui;
  }

  private static FileDialogs noDialogs(Texts texts) {
    return new FileDialogs(
        () -> {
          throw new IllegalStateException("no dialog is opened here");
        },
        texts);
  }

  private DamageViewModel model() throws IOException {
    return new DamageViewModel(
        new DamagedProject(file.toRealPath(), TestProjects.surroundings(folder)),
        new DamageViewModel.Means(new DirectWork(), opened::add, () -> {}));
  }

  private void backUp() {
    try (Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder))) {
      new BackupJob(workbench).make();
    }
  }

  /** Overwrites some pages in the middle of the file. */
  private void damage() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long middle = channel.size() / 2 / 4096 * 4096;
      byte[] noise = new byte[8192];
      Arrays.fill(noise, (byte) 0xA5);
      channel.write(ByteBuffer.wrap(noise), middle);
    }
  }

  private static int done(Runnable action) {
    action.run();
    return 0;
  }
}
