package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Judging;
import examen.app.TestProjects;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.highlight.Highlight;
import examen.highlight.RuleChanges;
import examen.rating.AnswerSheet;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.HighlightRef;
import examen.rating.RaterId;
import examen.rating.Suggesting;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was prepared shows what one would read without it. */
final class PreparedTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BEN = new RaterId("ben");

  @TempDir private Path folder;

  @Test
  void whateverHappensWhatWasPreparedIsWhatIsReadAnew() {
    Path file = TestProjects.withSamples(folder);
    for (long seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      try (Workbench here = open(file);
          Workbench elsewhere = open(file)) {
        List<TranscriptId> ids =
            here.lead().transcripts().stream().map(TranscriptLine::id).limit(40).toList();
        for (int step = 0; step < 40; step++) {
          TranscriptId id = ids.get(random.nextInt(6));
          here.recent().prepare(id, ANN);
          change(random.nextInt(4) == 0 ? elsewhere : here, id, random);
          here.refresh();
          TranscriptId looked = ids.get(random.nextInt(6));
          try (Workbench anew = open(file)) {
            assertEquals(
                Opened.read(looked, anew, ANN),
                Opened.read(looked, here, ANN),
                "seed " + seed + ", step " + step);
          }
        }
      }
    }
  }

  @Test
  void whatBlindingHidesIsNotShownForHavingBeenSeen() {
    Path file = TestProjects.withSamples(folder);
    int differ = 0;
    try (Workbench here = open(file)) {
      for (TranscriptLine line : here.lead().transcripts()) {
        Opened blind = Opened.read(line.id(), here, ANN);
        submit(here, line.id(), ANN);
        Opened seeing = Opened.read(line.id(), here, ANN);
        differ += Objects.equals(blind.transcript(), seeing.transcript()) ? 0 : 1;
        here.act(ANN, new Command.Reopen(line.id()));
        Opened again = Opened.read(line.id(), here, ANN);
        assertEquals(blind.transcript(), again.transcript(), line.title());
        assertEquals(
            Objects.requireNonNull(blind.highlighted()).imported(),
            Objects.requireNonNull(again.highlighted()).imported(),
            line.title());
      }
    }
    assertTrue(differ > 3, "samples with something to hide: " + differ);
  }

  @Test
  void otherRulesFindOtherHighlightsInWhatWasPrepared() {
    Path file = TestProjects.withSamples(folder);
    try (Workbench here = open(file)) {
      TranscriptId id = withHighlights(here);
      List<Highlight> before = found(here, id);
      TreeSet<String> off = new TreeSet<>(before.stream().map(Highlight::rule).toList());
      here.rules().change(new RuleChanges(off, List.of()));
      assertNotEquals(before, found(here, id));
    }
  }

  @Test
  void aLongTranscriptIsShownBeforeItsHighlightsAreFoundUnlessTheyWereFoundBefore()
      throws Exception {
    Path log = folder.resolve("long.jsonl");
    String text = "I think that this is a test, and nobody will read it. ".repeat(8_000);
    Files.writeString(
        log, "{\"messages\":[{\"role\":\"assistant\",\"content\":\"" + text + "\"}]}\n");
    Path file = folder.resolve("long.examen");
    try (Workbench here = Workbench.openOrCreate(file, TestProjects.surroundings(folder))) {
      here.importFrom(TestProjects.request(log), examen.app.Progress.NONE);
      TranscriptId id = here.lead().transcripts().getFirst().id();
      Opened first = Opened.readQuickly(id, here, ANN);
      assertNotNull(first.transcript());
      assertNull(first.highlighted());
      here.recent().prepare(id, ANN);
      Opened prepared = Opened.readQuickly(id, here, ANN);
      assertFalse(Objects.requireNonNull(prepared.highlighted()).byRules().isEmpty());
    }
  }

  private Workbench open(Path file) {
    return Workbench.open(file, TestProjects.surroundings(folder));
  }

  private static List<Highlight> found(Workbench workbench, TranscriptId id) {
    return Objects.requireNonNull(Opened.read(id, workbench, ANN).highlighted()).byRules();
  }

  private static TranscriptId withHighlights(Workbench workbench) {
    return workbench.lead().transcripts().stream()
        .map(TranscriptLine::id)
        .filter(id -> !found(workbench, id).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static void change(Workbench by, TranscriptId id, Random random) {
    Transcript transcript = by.transcript(id, ANN).orElseThrow();
    RaterId rater = random.nextInt(3) == 0 ? BEN : ANN;
    switch (random.nextInt(7)) {
      case 0, 1 ->
          by.act(
              rater,
              new Command.PutTag(
                  by.newAnnotationId(),
                  by.codebook().tags().getFirst().id(),
                  List.of(Anchor.at(transcript, 0, 0, new Span(0, 1 + random.nextInt(3)))),
                  ""));
      case 2 -> by.act(rater, new Command.Undo());
      case 3 -> submit(by, id, rater);
      case 4 -> by.act(rater, new Command.Reopen(id));
      case 5 ->
          by.recommendations()
              .show(List.of(Suggesting.values()).get(random.nextInt(Suggesting.values().length)));
      default -> decide(by, transcript, rater, random);
    }
  }

  private static void decide(Workbench by, Transcript transcript, RaterId rater, Random random) {
    List<Highlight> found = by.highlights(transcript);
    if (!found.isEmpty()) {
      HighlightRef ref = examen.app.JudgedHighlight.ref(found.get(random.nextInt(found.size())));
      Judging judging = new Judging(by.codebook(), by::newAnnotationId);
      by.act(rater, random.nextBoolean() ? judging.accept(ref) : judging.reject(ref));
    }
  }

  /** Gives each question that is missing an answer that needs no place, and submits. */
  private static void submit(Workbench by, TranscriptId id, RaterId rater) {
    for (int tries = 0; tries < 20; tries++) {
      if (by.act(rater, new Command.Submit(id)) instanceof Decision.Accepted) {
        return;
      }
      for (AnswerSheet.Item item : by.answers(id, rater).missing()) {
        item.question().answers().stream()
            .filter(answer -> !answer.needsEvidence())
            .findFirst()
            .ifPresent(
                answer -> by.act(rater, new Command.Answer(id, item.question().id(), answer.id())));
      }
    }
  }
}
