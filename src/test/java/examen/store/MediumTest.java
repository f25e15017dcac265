package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a project file may lie on. */
class MediumTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nfs",
        "nfs4",
        "cifs",
        "smb2",
        "smb3",
        "smbfs",
        "fuse.sshfs",
        "fuse.rclone",
        "9p",
        "afpfs",
        "webdav",
        "davfs",
        "NFS4",
        "vboxsf",
        "fuse.s3fs",
        "lustre",
        "glusterfs",
        "fuse.glusterfs",
        "ceph"
      })
  void refusesAFileOnANetworkDriveAndLeavesItAsItIs(String type) throws IOException {
    Projects.create(folder).close();
    Path file = folder.resolve("project.examen");
    byte[] before = Files.readAllBytes(file);
    assertRefused(
        "project.examen: is on a network drive (" + type + ")",
        () -> ProjectFile.open(file, new Medium(type, false), DamageCheck.WHOLE));
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ext4",
        "xfs",
        "btrfs",
        "tmpfs",
        "overlay",
        "apfs",
        "hfs",
        "NTFS",
        "fuseblk",
        "zfs",
        "fuse.gocryptfs",
        "vfat",
        "exfat"
      })
  void opensAFileOnADiskOfThisMachine(String type) {
    Projects.create(folder).close();
    Path file = folder.resolve("project.examen");
    assertDoesNotThrow(
        () -> ProjectFile.open(file, new Medium(type, false), DamageCheck.WHOLE).close());
  }

  @Test
  void theFolderOfThisTestIsOnAMediumThatCanBeWritten() {
    Projects.create(folder).close();
    Medium medium = Medium.of(folder.resolve("project.examen"));
    assertTrue(!medium.type().isEmpty() && !medium.readOnly(), medium.toString());
  }

  @Test
  void knowsFoldersThatAreCopiedElsewhere() {
    assertEquals(
        Optional.of("OneDrive - Lab"),
        Medium.syncedBy(Path.of("/home/ann/OneDrive - Lab/study/p.examen")));
    assertEquals(Optional.of("Dropbox"), Medium.syncedBy(Path.of("/home/ann/Dropbox/p.examen")));
    assertEquals(
        Optional.of("Mobile Documents"),
        Medium.syncedBy(Path.of("/Users/ann/Library/Mobile Documents/x/p.examen")));
    assertEquals(Optional.empty(), Medium.syncedBy(Path.of("/home/ann/study/dropbox.examen")));
  }

  @Test
  void aFileWhereNothingCanBeWrittenIsReadAndNothingElse() throws IOException {
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      new Work("ann", new Ledger(), List.of(Projects.transcript(1)), 1).store(project, 3);
    }
    Path file = folder.resolve("project.examen");
    byte[] before = Files.readAllBytes(file);
    try (ProjectFile project =
        ProjectFile.open(file, new Medium("iso9660", true), DamageCheck.WHOLE)) {
      assertEquals(3, project.reading(ChangeLog::lastSeq));
      assertEquals(2, project.reading(TranscriptTable::count));
      assertEquals(Optional.of("the file or its folder is read-only"), project.readOnly());
      assertEquals(List.of(), Verification.of(project));
      assertRefused(
          "project.examen: nothing is stored: it is opened to be read only, as the file or its"
              + " folder is read-only",
          () -> project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "1")));
    }
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void whatWouldHaveToBeWrittenFirstIsRefusedThereInOneLine() throws Exception {
    Medium readOnly = new Medium("iso9660", true);
    Path old = folder.resolve("old.examen");
    try (var in = MediumTest.class.getResourceAsStream("/golden/store/v001.examen")) {
      Files.copy(in, old);
    }
    assertRefused(
        "made by an older Examen, and can only be brought up to date where it can be written",
        () -> ProjectFile.open(old, readOnly, DamageCheck.WHOLE));
    Path half = halfDone();
    byte[] before = Files.readAllBytes(half);
    assertRefused(
        "a killed program left work half done",
        () -> ProjectFile.open(half, readOnly, DamageCheck.WHOLE));
    assertArrayEquals(before, Files.readAllBytes(half));
    try (ProjectFile project = ProjectFile.open(half)) {
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void oneThatIsOpenedToBeReadStoresNothingButMayUndoWhatIsHalfDone() throws Exception {
    Path half = halfDone();
    try (ProjectFile project = ProjectFile.openToRead(half, "another window has it open")) {
      assertEquals(2, project.reading(TranscriptTable::count));
      assertRefused(
          "opened to be read only, as another window has it open",
          () -> project.runInTransaction(writing -> ProjectSettings.put(writing, "a", "1")));
    }
  }

  /** A file as a program leaves it that was killed in the middle of a commit. */
  private Path halfDone() throws IOException {
    Path file = folder.resolve("half.examen");
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      project.runInTransaction(
          writing -> {
            Session session = writing.session();
            session.execute("PRAGMA cache_size=1");
            for (int i = 0; i < 200; i++) {
              ProjectSettings.put(writing, "key " + i, "x".repeat(3000));
            }
            copy(project.path(), file);
            copy(
                project.path().resolveSibling("project.examen-journal"),
                file.resolveSibling("half.examen-journal"));
          });
    }
    assertTrue(Files.size(file.resolveSibling("half.examen-journal")) > 512);
    return file;
  }

  /** By another program, as this one may not open an open project. */
  private static void copy(Path from, Path to) {
    try {
      Process copying = new ProcessBuilder("cp", from.toString(), to.toString()).start();
      assertEquals(0, copying.waitFor());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noFileIsLeftBesideAfterReading() throws IOException {
    Projects.createWith(folder, 1).close();
    ProjectFile.openToRead(folder.resolve("project.examen"), "a test").close();
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
