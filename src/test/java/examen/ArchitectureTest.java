package examen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the program in its shape, and each rule to a mistake that was made on purpose. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("examen");
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  /** For each rule, the planted class that breaks it and what of the class the report must name. */
  private static final Map<String, String> MISTAKES =
      Map.ofEntries(
          Map.entry("uses of transcript", "planted.transcript.ReadsAFile"),
          Map.entry("uses of codebook", "planted.codebook.KnowsTranscripts"),
          Map.entry("uses of stats", "planted.stats.KnowsRaters"),
          Map.entry("uses of report", "planted.report.KnowsStudies"),
          Map.entry("uses of highlight", "planted.highlight.ParsesJson"),
          Map.entry("uses of classifier", "planted.classifier.KnowsRaters"),
          Map.entry("uses of rating", "planted.rating.AsksTheStore"),
          Map.entry("uses of study", "planted.study.UsesSql"),
          Map.entry("uses of format", "planted.format.AsksTheStore"),
          Map.entry("uses of store", "planted.store.ReadsFormats"),
          Map.entry("uses of export", "planted.export.AsksTheStore"),
          Map.entry("uses of app", "planted.app.ShowsAStage"),
          Map.entry("uses of desktop", "planted.desktop.shell.AsksTheStore"),
          Map.entry("uses of cli", "planted.cli.AsksTheStore"),
          Map.entry("no package cycles", "planted.transcript.cycle"),
          Map.entry("features apart", "planted.desktop.queue.KnowsTheReader"),
          Map.entry("only the reader uses flowless", "planted.desktop.queue.UsesFlowless"),
          Map.entry(
              "what leads know stays out of the raters' window",
              "planted.desktop.queue.AsksTheLead"),
          Map.entry("view models without nodes", "planted.desktop.queue.NodeViewModel"),
          Map.entry("no mutable statics", "planted.app.KeepsState"),
          Map.entry("no singletons", "planted.app.KeepsState"),
          Map.entry("threads only in desktop.fx", "planted.app.StartsAThread"),
          Map.entry("no network", "planted.app.OpensASocket"));

  @TestFactory
  Stream<DynamicTest> theProgramKeepsEveryRule() {
    return Shape.rules("examen").entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(PROGRAM)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleFindsItsPlantedMistake() {
    return Shape.rules("planted").entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(), () -> findsItsMistake(rule.getKey(), rule.getValue())));
  }

  @Test
  void everyRuleHasAPlantedMistake() {
    assertEquals(new TreeSet<>(Shape.rules("planted").keySet()), new TreeSet<>(MISTAKES.keySet()));
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked =
        PROGRAM.stream()
            .map(c -> c.getPackage())
            .distinct()
            .filter(p -> !p.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
            .map(p -> p.getName())
            .toList();
    assertEquals(List.of(), unmarked);
  }

  private static void findsItsMistake(String name, ArchRule rule) {
    String report = rule.evaluate(PLANTED).getFailureReport().toString();
    String mistake = String.valueOf(MISTAKES.get(name));
    assertTrue(
        report.contains(mistake), () -> name + " must report " + mistake + " but says: " + report);
  }
}
