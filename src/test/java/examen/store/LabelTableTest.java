package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.classifier.Citation;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelTableTest {
  private static final ClassifierRun RUN = new ClassifierRun("r1", "judge", "2", "logs/a.json");
  private static final TranscriptId FIRST = Projects.transcript(1).id();

  @TempDir Path folder;

  @Test
  void givesBackRunsAndLabelsAsTheyWere() {
    List<ClassifierLabel> labels =
        List.of(
            label(FIRST, "a", "true", 0.1, "because \ud83d\ude00\u0000\n"),
            label(FIRST, "b", "null", null, null),
            label(FIRST, "c", "\"C\"", 1.0, ""),
            label(Projects.transcript(2).id(), "a", "0.50", Double.MIN_VALUE, null));
    ClassifierRun other = new ClassifierRun("r0", "judge", "", "");
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      project.runInTransaction(
          writing -> {
            assertTrue(LabelTable.insert(writing, RUN));
            assertTrue(LabelTable.insert(writing, other));
            labels.forEach(
                label -> assertEquals(LabelOutcome.STORED, LabelTable.insert(writing, label)));
          });
    }
    try (ProjectFile project = ProjectFile.open(folder.resolve("project.examen"))) {
      assertEquals(List.of(RUN, other), project.reading(LabelTable::runs));
      assertEquals(labels, project.reading(reading -> LabelTable.ofRun(reading, "r1")));
      assertEquals(
          labels.subList(0, 3),
          project.reading(reading -> LabelTable.ofTranscript(reading, FIRST)));
      assertEquals(List.of(), project.reading(reading -> LabelTable.ofRun(reading, "r0")));
    }
  }

  @Test
  void theSameAgainIsNotStoredTwiceAndAnotherVerdictIsAConflict() {
    ClassifierLabel label = label(FIRST, "a", "true", 0.5, "why");
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      project.runInTransaction(
          writing -> {
            LabelTable.insert(writing, RUN);
            LabelTable.insert(writing, label);
            assertFalse(LabelTable.insert(writing, RUN));
            assertEquals(LabelOutcome.PRESENT, LabelTable.insert(writing, label));
            assertEquals(
                LabelOutcome.CONFLICT,
                LabelTable.insert(writing, label(FIRST, "a", "false", 0.5, "why")));
            assertEquals(
                LabelOutcome.CONFLICT,
                LabelTable.insert(writing, label(FIRST, "a", "true", null, "why")));
          });
      assertEquals(List.of(label), project.reading(reading -> LabelTable.ofRun(reading, "r1")));
      assertRefused(
          "another classifier run with the same id",
          () ->
              project.runInTransaction(
                  writing ->
                      LabelTable.insert(
                          writing, new ClassifierRun("r1", "judge", "3", "logs/a.json"))));
    }
  }

  @Test
  void aLabelOfATranscriptThatIsNotThereIsSaidAndNotStored() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      project.runInTransaction(
          writing -> {
            LabelTable.insert(writing, RUN);
            assertEquals(
                LabelOutcome.NO_TRANSCRIPT,
                LabelTable.insert(
                    writing, label(Projects.transcript(2).id(), "a", "true", null, null)));
          });
      assertEquals(List.of(), project.reading(reading -> LabelTable.ofRun(reading, "r1")));
    }
  }

  @Test
  void refusesWhatWouldBeStoredOtherwise() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      project.runInTransaction(writing -> LabelTable.insert(writing, RUN));
      assertRefused(
          "not a number", () -> store(project, label(FIRST, "a", "true", Double.NaN, null)));
      assertRefused("breaks a rule", () -> store(project, label(FIRST, "a", "yes", null, null)));
      assertRefused(
          "half a surrogate pair", () -> store(project, label(FIRST, "a", "true", null, "\ud83d")));
      assertEquals(List.of(), project.reading(reading -> LabelTable.ofRun(reading, "r1")));
    }
  }

  @Test
  void keepsWhatALabelPointsAtAndRefusesAFalseQuote() {
    Transcript first = Projects.transcript(1);
    Anchor anchor = Anchor.at(first, 1, 1, new Span(0, 3));
    ClassifierLabel label =
        citing(
            List.of(
                new Citation.Unplaced("nowhere"),
                new Citation.InText(anchor, "pay", 0.9),
                new Citation.OfMessage(1, "")));
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      project.runInTransaction(writing -> LabelTable.insert(writing, RUN));
      store(project, label);
      assertEquals(List.of(label), project.reading(reading -> LabelTable.ofRun(reading, "r1")));
      assertEquals(
          LabelOutcome.CONFLICT,
          project.inTransaction(writing -> LabelTable.insert(writing, citing(List.of()))));
      for (Anchor wrong :
          List.of(
              new Anchor(first.id(), 1, 1, new Span(1, 4), "Pay"),
              new Anchor(first.id(), 7, 1, new Span(0, 3), "Pay"),
              Anchor.at(Projects.transcript(2), 1, 1, new Span(0, 3)))) {
        ClassifierLabel bad =
            new ClassifierLabel(
                "r1",
                FIRST,
                "highlight",
                3,
                "1",
                null,
                null,
                List.of(Citation.InText.exactly(wrong)));
        assertRefused("not what stands", () -> store(project, bad));
      }
    }
  }

  private static ClassifierLabel citing(List<Citation> citations) {
    return new ClassifierLabel("r1", FIRST, "highlight", 2, "1", null, null, citations);
  }

  private static void store(ProjectFile project, ClassifierLabel label) {
    project.runInTransaction(writing -> LabelTable.insert(writing, label));
  }

  private static ClassifierLabel label(
      TranscriptId transcript,
      String name,
      String value,
      @Nullable Double score,
      @Nullable String rationale) {
    return new ClassifierLabel("r1", transcript, name, value, score, rationale);
  }
}
