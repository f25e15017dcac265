package examen.stats.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case with a known answer, computed by other programs (R, Python) and by independent
 * formulas, within its tolerance. What is null there must be undefined here, with a reason. The
 * cases are test resources; a folder named by the system property {@code examen.oracles} is read as
 * well.
 */
class OracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RESOURCES = Path.of("src/test/resources/oracles");

  @TestFactory
  List<DynamicNode> everyCaseHasItsKnownAnswer() throws IOException {
    List<DynamicNode> tests = new ArrayList<>();
    for (Path file : files()) {
      boolean ours = file.startsWith(RESOURCES);
      String name = name(file);
      JsonNode oracle = JSON.readTree(Files.readString(file));
      for (JsonNode one : oracle.get("cases")) {
        tests.add(
            DynamicTest.dynamicTest(
                name + " " + one.get("id").asText(),
                () -> check(new OracleCase(name, oracle, one, ours))));
      }
    }
    return tests;
  }

  @Test
  void everyAnswerHasItsCases() throws IOException {
    List<String> names = files().stream().map(OracleTest::name).distinct().sorted().toList();
    assertEquals(new ArrayList<>(new TreeSet<>(Answers.ALL.keySet())), names);
  }

  private static void check(OracleCase asked) {
    Function<OracleCase, Object> answer = Answers.ALL.get(asked.file());
    if (answer == null) {
      fail("nobody answers " + asked.file());
    }
    assertEquals(List.of(), new Differences(asked).of(answer.apply(asked)));
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(in(RESOURCES));
    String further = System.getProperty("examen.oracles");
    if (further != null) {
      files.addAll(in(Path.of(further)));
    }
    return files;
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".json", "");
  }
}
