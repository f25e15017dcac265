package examen.app;

import static examen.app.CanaryProject.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Revealing;
import examen.rating.Review;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks every public method of the application layer as a rater who has not submitted, in a project
 * that is full of what such a rater may not see.
 */
class CanaryTest {
  /** What the source and classifiers say: a rater's after they have submitted. */
  private static final Set<String> OF_CLASSIFIERS =
      Set.of(
          "canary-condition",
          "canary-metadata",
          "canary-label",
          "canary-value",
          "canary-why",
          "canary-cited",
          "canary-message",
          "canary-unplaced");

  /** What other raters did who have submitted. */
  private static final Set<String> OF_RATERS =
      Set.of(
          "canary-ben",
          "canary-cleo",
          "canary-note",
          "canary-answer",
          "canary-rule-1",
          "canary-other",
          "cacacaca-");

  @TempDir private Path folder;
  private CanaryProject project;

  @BeforeEach
  void open() throws IOException {
    project = CanaryProject.in(folder);
  }

  @AfterEach
  void close() {
    project.workbench().close();
  }

  @Test
  void everyPublicMethodIsAsked() throws IOException {
    SortedSet<String> unasked = new TreeSet<>(Doors.all());
    Set<String> asked = new RaterAsks(project, folder).all().keySet();
    unasked.removeAll(asked);
    assertEquals(new TreeSet<>(), unasked, "say in RaterAsks how a rater asks these");
    SortedSet<String> gone = new TreeSet<>(asked);
    gone.removeAll(Doors.all());
    assertEquals(new TreeSet<>(), gone, "these are no more");
  }

  @Test
  void aBlindRaterIsToldNothing() {
    assertEquals(Map.of(), told());
  }

  @Test
  void oneWhoSubmittedIsToldWhatClassifiersSayAndOtherRatersOnlyWhereItAsksForThem() {
    project.review(ANN, Review.State.SUBMITTED);
    SortedMap<String, SortedSet<String>> told = told();
    SortedSet<String> ofOthers =
        Objects.requireNonNull(told.remove("Reveals.of(TranscriptId, RaterId)"));
    // Analyses count what others said, and so ask for it as well.
    told.keySet().removeIf(asked -> asked.startsWith("Findings."));
    assertEquals(new TreeSet<>(OF_CLASSIFIERS), all(told));
    assertTrue(ofOthers.containsAll(OF_RATERS), () -> ofOthers.toString());
  }

  @Test
  void oneToWhomItWasRevealedIsToldWithoutHavingSubmittedAndForGood() {
    Reveals reveals = project.workbench().reveals();
    reveals.allow(Revealing.ANY_TIME);
    assertTrue(reveals.show(project.judged(), ANN) instanceof Decision.Accepted);
    reveals.allow(Revealing.AFTER_SUBMISSION);
    assertRevealed();
    while (project.workbench().nextUndo(ANN).isPresent()
        && project.workbench().act(ANN, new Command.Undo()) instanceof Decision.Accepted) {}
    assertRevealed();
  }

  @Test
  void whoReopenedAfterItWasShownStillSees() {
    project.review(ANN, Review.State.SUBMITTED);
    assertTrue(
        project.workbench().reveals().show(project.judged(), ANN) instanceof Decision.Accepted);
    project.review(ANN, Review.State.REOPENED);
    assertRevealed();
  }

  @Test
  void aRatersSessionLeavesNothingBesideTheProject() throws IOException {
    Set<Path> given = files();
    told();
    Set<Path> left = files();
    left.removeAll(given);
    for (Path file : left) {
      if (!isProject(file)) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertEquals(new TreeSet<>(), Secrets.in(bytes), file::toString);
      }
    }
    assertTrue(left.stream().anyMatch(CanaryTest::isProject), "a backup: files are looked at");
  }

  /** In the folder of the project and of the program's own data. */
  private Set<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isProject(Path file) {
    return file.toString().contains(".examen");
  }

  private void assertRevealed() {
    SortedSet<String> told = Secrets.in(project.workbench().reveals().of(project.judged(), ANN));
    assertTrue(told.containsAll(OF_RATERS), () -> told.toString());
    assertTrue(told.contains("canary-why"), () -> told.toString());
    assertTrue(
        Secrets.in(project.workbench().transcript(project.judged(), ANN))
            .contains("canary-metadata"));
  }

  @Test
  void oneWhoReopenedIsToldNothingAgain() {
    project.review(ANN, Review.State.SUBMITTED);
    project.review(ANN, Review.State.REOPENED);
    assertEquals(Map.of(), told());
  }

  @Test
  void theProjectIsFullAndALeadIsToldAllOfIt() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    project.workbench().lead().export("jsonl", out);
    SortedSet<String> exported = Secrets.in(out.toString(StandardCharsets.UTF_8));
    assertTrue(exported.containsAll(OF_CLASSIFIERS), () -> exported.toString());
    assertTrue(exported.containsAll(OF_RATERS), () -> exported.toString());
    Recommended learned =
        project.workbench().lead().recommended(project.whole(), java.util.List.of());
    assertTrue(Secrets.in(learned).contains("decisions@"), "nothing was learned");
  }

  /** What each method gave away, of those that did. */
  private SortedMap<String, SortedSet<String>> told() {
    SortedMap<String, SortedSet<String>> told = new TreeMap<>();
    new RaterAsks(project, folder)
        .all()
        .forEach(
            (name, asks) -> {
              SortedSet<String> secrets = Secrets.in(RaterAsks.answer(asks));
              if (!secrets.isEmpty()) {
                told.put(name, secrets);
              }
            });
    return told;
  }

  private static SortedSet<String> all(SortedMap<String, SortedSet<String>> told) {
    TreeSet<String> all = new TreeSet<>();
    told.values().forEach(all::addAll);
    return all;
  }
}
