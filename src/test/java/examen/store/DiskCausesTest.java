package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure of the disk is told apart from damage, and is called what it is. */
class DiskCausesTest {
  private static final int PAGE = 4096;

  @TempDir Path folder;

  @Test
  void aFileThatIsWholeAtASecondLookWasNotReadAtTheFirst() {
    Path file = project();
    assertEquals(Damaged.Verdict.NOT_READ, Damaged.secondLook(file));
    assertEquals(
        "project.examen: the disk could not be read; try again, and look after its health",
        Damaged.refusal(file, Damaged.Verdict.NOT_READ).getMessage());
  }

  @Test
  void aPageThatIsWrongAtASecondLookIsDamage() throws IOException {
    Path file = project();
    overwrite(file, 3 * PAGE);
    assertEquals(Damaged.Verdict.DAMAGED, Damaged.secondLook(file));
  }

  @Test
  void whereNothingCanBeMadeOfTheFileItIsEither() throws IOException {
    Path file = project();
    overwrite(file, 100);
    assertEquals(Damaged.Verdict.EITHER, Damaged.secondLook(file));
  }

  @Test
  void aCopyWhoseLastPageIsOnlyHalfThereIsNotGoodAndIsMadeOnceMore() throws IOException {
    Path target = folder.resolve("copy.examen");
    try (ProjectFile project = Projects.createWith(folder, 3);
        Copying copying = new Copying(target)) {
      project.copy(copying);
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.part");
          RandomAccessFile part = new RandomAccessFile(files.iterator().next().toFile(), "rw")) {
        part.setLength(part.length() - PAGE / 2);
      }
      assertFalse(copying.isGood());
      project.copy(copying);
      assertTrue(copying.isGood());
      copying.finish();
    }
    try (ProjectFile copy = ProjectFile.open(target)) {
      assertEquals(List.of(), Verification.of(copy));
    }
  }

  @Test
  void theSystemsReasonIsSaidInPlainWordsAndNeverWithAFolder() {
    assertCause(
        ": the disk is full", new FileSystemException("f", null, "No space left on device"));
    assertCause(
        ": the disk reported an error; check its health", new IOException("Input/output error"));
    assertCause(
        ": the room that this user may take on the disk is used up",
        new FileSystemException("f", null, "Disk quota exceeded"));
    assertCause(": the disk is read-only", new IOException("Read-only file system"));
    assertCause(": this user is not allowed to", new AccessDeniedException("/home/ann/f"));
    assertCause(": Too many open files", new IOException("Too many open files"));
    assertCause("", new IOException("/home/ann/secret.txt"));
    assertCause("", new IOException());
  }

  private static void assertCause(String cause, IOException failure) {
    assertEquals(
        "f.examen: was not kept" + cause,
        Reasons.of(Path.of("/home/ann/f.examen"), "was not kept", failure).getMessage());
  }

  private Path project() {
    try (ProjectFile project = Projects.createWith(folder, 3)) {
      return project.path();
    }
  }

  private static void overwrite(Path file, int at) throws IOException {
    byte[] bytes = new byte[PAGE];
    Arrays.fill(bytes, (byte) 0x5a);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(at);
      out.write(bytes);
    }
  }
}
