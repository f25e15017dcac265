package examen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the sources in one style, and each rule to a mistake that was made on purpose. */
class SourceTest {
  private static final List<Path> MAIN = SourceRules.sources(Path.of("src/main/java"));
  private static final List<Path> PLANTED = SourceRules.sources(Path.of("src/test/java/planted"));

  @Test
  void theProgramKeepsEveryRule() throws Exception {
    assertEquals(List.of(), SourceRules.breaches(MAIN));
  }

  @Test
  void everyRuleFindsItsPlantedMistake() throws Exception {
    TreeSet<String> found = new TreeSet<>();
    for (String breach : SourceRules.breaches(PLANTED)) {
      found.add(breach.substring(0, breach.indexOf(':')));
    }
    assertEquals(
        new TreeSet<>(
            List.of(
                "Optional parameter",
                "boolean parameter",
                "broad catch",
                "console",
                "exit",
                "file too long",
                "method too long",
                "ordinal",
                "stack trace",
                "too many parameters",
                "vague name")),
        found);
  }

  @Test
  void methodsAreShort() throws Exception {
    List<Integer> lengths = new ArrayList<>(SourceRules.methodLengths(MAIN));
    lengths.sort(null);
    int p95 = lengths.get(lengths.size() * 95 / 100);
    assertTrue(p95 <= 22, "95 of 100 methods have at most " + p95 + " lines");
  }

  @Test
  void everySourceIsInGoogleJavaFormat() throws Exception {
    Formatter formatter = new Formatter();
    List<String> other = new ArrayList<>();
    for (Path root :
        List.of(Path.of("src/main/java"), Path.of("src/test/java"), Path.of("src/build"))) {
      for (Path file : SourceRules.sources(root)) {
        String text = Files.readString(file);
        if (!formatter.formatSourceAndFixImports(text).equals(text)) {
          other.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), other, "put right by: ./mvnw process-test-classes exec:exec@format");
  }
}
