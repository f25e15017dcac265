package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Review;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    assertEquals(Doors.all(), new TreeSet<>(new RaterAsks(project, folder).all().keySet()));
  }

  @Test
  void aBlindRaterIsToldNothing() {
    assertEquals(Map.of(), told());
  }

  @Test
  void oneWhoSubmittedIsToldWhatClassifiersSayAndNothingOfOtherRaters() {
    project.review(CanaryProject.ANN, Review.State.SUBMITTED);
    assertEquals(new TreeSet<>(OF_CLASSIFIERS), all(told()));
  }

  @Test
  void oneWhoReopenedIsToldNothingAgain() {
    project.review(CanaryProject.ANN, Review.State.SUBMITTED);
    project.review(CanaryProject.ANN, Review.State.REOPENED);
    assertEquals(Map.of(), told());
  }

  @Test
  void theProjectIsFullAndALeadIsToldAllOfIt() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    project.workbench().lead().export("jsonl", out);
    SortedSet<String> exported = Secrets.in(out.toString(StandardCharsets.UTF_8));
    assertTrue(exported.containsAll(OF_CLASSIFIERS), exported::toString);
    Set<String> ofRaters =
        Set.of("canary-ben", "canary-cleo", "canary-note", "canary-answer", "canary-rule-1");
    assertTrue(exported.containsAll(ofRaters), exported::toString);
    assertTrue(exported.contains("cacacaca-"), exported::toString);
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
    SortedSet<String> all = new TreeSet<>();
    told.values().forEach(all::addAll);
    return all;
  }
}
