package examen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchPredicates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shape of the program as rules over packages below {@code root}: {@code examen} for the
 * program, {@code planted} for the deliberate mistakes on which every rule is tried.
 */
final class Shape {
  /** What each package may use of ours besides itself. */
  private static final Map<String, List<String>> OURS = new LinkedHashMap<>();

  /** What each package may use of others' besides the JDK's base. */
  private static final Map<String, List<String>> OTHERS = new LinkedHashMap<>();

  private static final List<String> CORE =
      List.of(
          "transcript",
          "codebook",
          "stats",
          "report",
          "highlight",
          "classifier",
          "rating",
          "study");

  static {
    OURS.put("transcript", List.of());
    OURS.put("codebook", List.of());
    OURS.put("stats", List.of());
    OURS.put("report", List.of());
    OURS.put("highlight", List.of("transcript"));
    OURS.put("classifier", List.of("transcript", "codebook"));
    OURS.put("rating", List.of("transcript", "codebook", "classifier"));
    OURS.put("study", List.of("transcript", "codebook", "classifier", "rating", "stats", "report"));
    OURS.put("format", List.of("transcript", "codebook", "classifier", "highlight"));
    OURS.put("store", List.of("transcript", "codebook", "classifier", "rating", "stats", "study"));
    OURS.put(
        "export",
        List.of("transcript", "codebook", "classifier", "rating", "stats", "report", "study"));
    OURS.put("app", with(CORE, "format", "store", "export"));
    OURS.put("desktop", with(CORE, "app"));
    OURS.put("cli", with(CORE, "app"));

    OTHERS.put("stats", List.of("org.apache.commons.statistics..", "org.apache.commons.rng.."));
    OTHERS.put(
        "format",
        List.of(
            "com.fasterxml.jackson..",
            "com.github.luben.zstd..",
            "de.siegmar.fastcsv..",
            "org.apache.commons.compress.."));
    OTHERS.put(
        "store",
        List.of(
            "java.sql..", "org.sqlite..", "com.fasterxml.jackson..", "com.github.luben.zstd.."));
    OTHERS.put("export", List.of("com.fasterxml.jackson.."));
    OTHERS.put("app", List.of("com.fasterxml.jackson..", "java.util.logging.."));
    OTHERS.put("app.search", List.of("com.google.re2j.."));
    OTHERS.put("app.privacy", List.of("com.google.re2j.."));
    OTHERS.put("desktop", List.of("javafx..", "atlantafx..", "java.util.logging.."));
    OTHERS.put("desktop.reader", List.of("org.fxmisc.flowless..", "javafx..", "atlantafx.."));
    OTHERS.put("cli", List.of("picocli..", "com.fasterxml.jackson.."));
  }

  /** What everything may use of the JDK. */
  private static final String[] BASE = {
    "java.lang..",
    "java.util",
    "java.util.function..",
    "java.util.stream..",
    "java.util.random..",
    "java.util.regex..",
    "java.util.concurrent..",
    "java.math..",
    "java.text..",
    "java.time..",
    "java.nio",
    "java.nio.charset..",
    "java.security..",
    "org.jspecify..",
    "com.google.errorprone.annotations..",
    ""
  };

  /** Files, streams and archives are for the adapters and what stands on them. */
  private static final List<String> FILES =
      List.of(
          "java.io..",
          "java.nio.file..",
          "java.nio.channels..",
          "java.util.zip..",
          "java.util.concurrent.atomic..");

  /** An address by itself opens no connection. */
  private static final DescribedPredicate<JavaClass> IS_ADDRESS =
      describe(
          "are addresses",
          c -> c.getName().equals("java.net.URI") || c.getName().equals("java.net.URL"));

  private Shape() {}

  /** Every rule by its name. */
  static Map<String, ArchRule> rules(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    OURS.keySet().forEach(name -> rules.put("uses of " + name, usesOnlyWhatItMay(root, name)));
    rules.put(
        "no package cycles",
        slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true));
    rules.put("features apart", featuresApart(root));
    rules.put("only the reader uses flowless", confined(root, "org.fxmisc..", "desktop.reader"));
    rules.put("what leads know stays out of the raters' window", noLeadInTheWindow(root));
    rules.put("view models without nodes", viewModelsWithoutNodes(root));
    rules.put("no mutable statics", noMutableStatics(root));
    rules.put("no singletons", noSingletons(root));
    rules.put("threads only in desktop.fx", threadsOnlyInFx(root));
    rules.put("no network", noNetwork(root));
    return rules;
  }

  private static ArchRule usesOnlyWhatItMay(String root, String name) {
    List<String> allowed = new ArrayList<>(List.of(BASE));
    allowed.add(root + "." + name + "..");
    OURS.getOrDefault(name, List.of()).forEach(other -> allowed.add(root + "." + other + ".."));
    OTHERS.forEach(
        (where, packages) -> {
          if (where.equals(name) || where.startsWith(name + ".")) {
            allowed.addAll(packages);
          }
        });
    if (List.of("format", "store", "export", "app", "cli", "desktop").contains(name)) {
      allowed.addAll(FILES);
    }
    if (name.equals("desktop")) {
      allowed.add("java.lang.foreign..");
    }
    return classes()
        .that(resideInAnyPackage(root + "." + name + ".."))
        .should(
            onlyDependOnClassesThat(
                resideInAnyPackage(allowed.toArray(String[]::new)).or(IS_ADDRESS)))
        .allowEmptyShould(true);
  }

  private static ArchRule featuresApart(String root) {
    return slices()
        .matching(root + ".desktop.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            resideInAnyPackage(root + ".desktop.shell.."), resideInAnyPackage(root + ".desktop.."))
        .ignoreDependency(
            resideInAnyPackage(root + ".desktop.."), resideInAnyPackage(root + ".desktop.fx.."))
        .allowEmptyShould(true);
  }

  private static ArchRule confined(String root, String packages, String to) {
    return noClasses()
        .that(resideInAnyPackage(root + ".."))
        .and()
        .resideOutsideOfPackage(root + "." + to + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages))
        .allowEmptyShould(true);
  }

  /** One who holds it can read what a rater may not; only the lead's own places have it. */
  private static ArchRule noLeadInTheWindow(String root) {
    return noClasses()
        .that(resideInAnyPackage(root + ".desktop.."))
        .and()
        .resideOutsideOfPackage(root + ".desktop.lead..")
        .should()
        .dependOnClassesThat(
            describe(
                "are what leads know",
                c ->
                    Set.of(
                            root + ".app.Lead",
                            root + ".app.Classifiers",
                            root + ".app.CodebookChange",
                            root + ".app.MergeJob",
                            root + ".app.Team")
                        .contains(topLevel(c).getName())))
        .allowEmptyShould(true);
  }

  private static ArchRule viewModelsWithoutNodes(String root) {
    return noClasses()
        .that(resideInAnyPackage(root + ".desktop.."))
        .and(describe("are view models", c -> topLevel(c).getSimpleName().endsWith("ViewModel")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.fxmisc.."))
        .allowEmptyShould(true);
  }

  private static JavaClass topLevel(JavaClass c) {
    return c.getEnclosingClass().map(Shape::topLevel).orElse(c);
  }

  private static ArchRule noMutableStatics(String root) {
    return fields()
        .that()
        .areDeclaredInClassesThat(resideInAnyPackage(root + ".."))
        .and()
        .areStatic()
        .and(describe("are ours", f -> !f.getName().contains("$")))
        .should()
        .beFinal()
        .allowEmptyShould(true);
  }

  private static ArchRule noSingletons(String root) {
    return methods()
        .that()
        .areDeclaredInClassesThat(resideInAnyPackage(root + ".."))
        .and()
        .haveName("getInstance")
        .should(
            com.tngtech.archunit.lang.conditions.ArchConditions.never(
                com.tngtech.archunit.lang.conditions.ArchConditions.beStatic()))
        .allowEmptyShould(true);
  }

  private static ArchRule threadsOnlyInFx(String root) {
    return noClasses()
        .that(resideInAnyPackage(root + ".."))
        .and()
        .resideOutsideOfPackage(root + ".desktop.fx..")
        .should()
        .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
        .orShould()
        .dependOnClassesThat(
            ArchPredicates.is(
                describe(
                    "threads, executors or tasks",
                    c ->
                        c.getName().equals("java.lang.Thread")
                            || c.getName().startsWith("java.util.concurrent.Executor")
                            || c.getName().startsWith("javafx.concurrent."))))
        .allowEmptyShould(true);
  }

  private static ArchRule noNetwork(String root) {
    return noClasses()
        .that(resideInAnyPackage(root + ".."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net..", "javax.net..", "java.rmi..")
                .and(DescribedPredicate.not(IS_ADDRESS)))
        .orShould()
        .dependOnClassesThat(resideInAnyPackage("javafx.scene.web.."))
        .allowEmptyShould(true);
  }

  private static List<String> with(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
