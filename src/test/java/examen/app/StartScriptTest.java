package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script prepares the next start beside the first one, and never says anything of it. */
class StartScriptTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** Stands for java: writes down what it is asked, and a cache where it is to make one. */
  private static final String FAKE =
      """
      #!/bin/sh
      for each; do
        case $each in
          -XX:AOTCacheOutput=*) echo "$$" >"${each#-XX:AOTCacheOutput=}"; exit 0 ;;
        esac
      done
      echo "$@" >>"ASKED"
      """;

  @TempDir private Path folder;

  private Path home;
  private Path target;
  private Path cache;
  private Path asked;

  @BeforeEach
  void build() throws IOException {
    assumeTrue(File.separatorChar == '/', "the other script is for Windows");
    home = Files.createDirectories(folder.resolve("with blank/examen home"));
    target = Files.createDirectories(home.resolve("target"));
    cache = target.resolve("start/cache");
    asked = folder.resolve("asked");
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("src/build"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.copy(Path.of("examen"), home.resolve("examen"));
    assertTrue(home.resolve("examen").toFile().setExecutable(true));
    Path fake = home.resolve("java");
    Files.writeString(fake, FAKE.replace("ASKED", asked.toString()));
    assertTrue(fake.toFile().setExecutable(true));
    Files.writeString(target.resolve("examen.jar"), "");
    Files.writeString(target.resolve("launch-java"), fake.toString());
    Files.writeString(target.resolve("launch-arguments"), "examen.Main\n");
  }

  @Test
  void theFirstStartPreparesAndTheNextUsesThat() throws Exception {
    assertEquals("", start("open"));
    assertEquals(List.of(plain("open")), asked());
    awaitCache("");
    assertEquals("", start("open"));
    assertEquals(prepared("open"), asked().getLast());
    assertEquals("", start("verify", "a b"));
    assertEquals(prepared("verify", "a b"), asked().getLast(), "commands start from it too");
  }

  @Test
  void aCommandPreparesNothing() throws Exception {
    start("verify");
    Thread.sleep(300);
    assertFalse(Files.exists(target.resolve("start")));
  }

  @Test
  void whatIsOfAnotherBuildIsPassedOverAndReplaced() throws Exception {
    start("open");
    String first = awaitCache("");
    Files.writeString(target.resolve("launch-arguments"), "-Dnew=1\nexamen.Main\n");
    assertEquals("", start("open"));
    assertEquals(plain("open"), asked().getLast());
    String second = awaitCache(first);
    Files.setLastModifiedTime(
        target.resolve("examen.jar"), FileTime.from(Instant.now().plusSeconds(5)));
    assertEquals("", start("open"));
    assertEquals(plain("open"), asked().getLast());
    awaitCache(second);
  }

  @Test
  void whereNothingCanBeWrittenItStartsWithoutAWord() throws Exception {
    Files.writeString(target.resolve("start"), "a file where the folder would be");
    assertEquals("", start("open"));
    assertEquals("", start("open"));
    assertEquals(List.of(plain("open"), plain("open")), asked());
  }

  @Test
  void oneThatIsBeingPreparedIsNotPreparedTwice() throws Exception {
    Files.createDirectories(target.resolve("start/busy"));
    start("open");
    Thread.sleep(500);
    assertFalse(Files.exists(cache));
  }

  @Test
  void whoAsksForAPlainStartHasOne() throws Exception {
    start("open");
    awaitCache("");
    run(List.of("EXAMEN_START", "plain"), "open");
    assertEquals(plain("open"), asked().getLast());
  }

  /** With the JDK itself, which takes its time. */
  @Test
  @Tag("nightly")
  void theJdkMakesACacheThatItThenStartsFromAndPassesABrokenOneOver() throws Exception {
    Files.writeString(target.resolve("launch-java"), JAVA.toString());
    Files.copy(
        Path.of("target/launch-arguments"),
        target.resolve("launch-arguments"),
        StandardCopyOption.REPLACE_EXISTING);
    run(List.of("EXAMEN_REHEARSAL", "8"), "open", "--no-such-option");
    for (int i = 0; i < 1_200 && !Files.exists(cache); i++) {
      Thread.sleep(100);
    }
    assertTrue(Files.size(cache) > 1_000_000, "a cache of the whole program");
    String arguments = "@" + target.resolve("launch-arguments");
    List<String> strictly =
        List.of(JAVA.toString(), "-XX:AOTCache=" + cache, "-XX:AOTMode=on", arguments, "--version");
    assertEquals(0, ended(new ProcessBuilder(strictly)).exitValue());
    String version = start("--version");
    Files.writeString(cache, "broken");
    assertEquals(version, start("--version"));
  }

  private String plain(String... arguments) {
    return "@" + target.resolve("launch-arguments") + " " + String.join(" ", arguments);
  }

  private String prepared(String... arguments) {
    return "-XX:AOTCache=" + cache + " -Xlog:disable " + plain(arguments);
  }

  private List<String> asked() throws IOException {
    return Files.readAllLines(asked);
  }

  /** What the cache holds, once it holds something else than this. */
  private String awaitCache(String before) throws Exception {
    for (int i = 0; i < 200; i++) {
      if (Files.exists(cache) && !Files.readString(cache).equals(before)) {
        return Files.readString(cache);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("nothing was prepared");
  }

  private String start(String... arguments) throws Exception {
    return run(List.of(), arguments);
  }

  /** What it says, on either stream. */
  private String run(List<String> variables, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("examen").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder starting = new ProcessBuilder(command);
    starting.environment().put("EXAMEN_REHEARSAL", "0");
    starting.environment().remove("EXAMEN_START");
    for (int i = 0; i < variables.size(); i += 2) {
      starting.environment().put(variables.get(i), variables.get(i + 1));
    }
    Path said = Files.createTempFile(folder, "said", ".txt");
    ended(starting.redirectErrorStream(true).redirectOutput(said.toFile()));
    return Files.readString(said, StandardCharsets.UTF_8);
  }

  private static Process ended(ProcessBuilder starting) throws Exception {
    Process process = starting.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
    return process;
  }
}
