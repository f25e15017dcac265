package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short forms of the programs that work on a disk which fails, or whose power is cut. */
class FaultyDiskTest {
  private static final String OLD_FILE = "migrate:src/test/resources/golden/store/v004.examen";
  private static final Pattern TOLD = Pattern.compile("so far (\\d+) points, (\\d+) told");

  @TempDir Path folder;

  @BeforeEach
  void needsACompiler() throws IOException {
    folder = folder.toRealPath();
    Optional<String> missing = FaultyDisk.missing();
    missing.ifPresent(why -> System.out.println("left out: " + why));
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  @Test
  void whateverOperationFailsIsToldClearlyAndDoneLaterAndNothingIsLost() throws Exception {
    List<String> arguments =
        List.of("99", "all", "session", "reading", "import", "merge", "backup", OLD_FILE);
    Path output = folder.resolve("said");
    Process program = FaultProgram.of(folder, arguments).redirectOutput(output.toFile()).start();
    int code = program.waitFor();
    String said = Files.readString(output);
    assertEquals(0, code, said);
    Matcher matcher = TOLD.matcher(said);
    int works = 0;
    int points = 0;
    while (matcher.find()) {
      works++;
      points = Integer.parseInt(matcher.group(1));
      assertTrue(points > 0, said);
    }
    assertEquals(6 * Failure.values().length, works, said);
    assertTrue(said.contains("the disk is full"), said);
    assertTrue(said.contains("the disk could not be read"), said);
  }

  @Test
  void aPowerCutAfterAnyOperationLosesNothing() throws Exception {
    assertTrue(PowerCutProgram.holds(folder, "step", "1", "3", "10", "5"));
    assertTrue(
        PowerCutProgram.holds(
            Files.createDirectory(folder.resolve("b")), "backup", "1", "3", "10", "5"));
  }

  @Test
  void wereTheFolderNotSyncedTheLossWouldBeFound() throws Exception {
    assertFalse(PowerCutProgram.holds(folder, "step", "1", "2", "100", "5"));
  }
}
