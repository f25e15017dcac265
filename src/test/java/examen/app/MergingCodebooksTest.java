package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.Codebook;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.Command;
import examen.rating.Migration;
import examen.rating.RaterId;
import examen.rating.Thing;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of one project of which each comes to a newer codebook at another time, or not at all. */
class MergingCodebooksTest {
  private static final RaterId LEAD = new RaterId("lead");

  private static final List<String> OLD_WORDS =
      List.of("coercion", "accepts-change", "unauthorised-action", "concealment-intent");

  private static final String KIND =
      ", {\"rename-answer\": \"coercion\", \"question\": \"misaligned-kind\", \"to\":"
          + " \"pressure\"}]";

  @TempDir private Path folder;
  private Path origin;
  private NewCodebook fifth;
  private List<Transcript> transcripts;
  private final List<Path> files = new ArrayList<>();
  private final List<Workbench> copies = new ArrayList<>();
  private long behind;
  private long leftOut;

  @BeforeEach
  void oneProject() throws IOException {
    origin = folder.resolve("origin.examen");
    fifth = FifthCodebook.in(folder, FifthCodebook.RULES.strip().replaceFirst("]$", KIND));
    try (Workbench workbench = MergingTest.open(origin, 0)) {
      Path samples = TestProjects.SAMPLES.resolve("agentic-misalignment/models/tern-r1");
      workbench.importFrom(TestProjects.request(samples), Progress.NONE);
      transcripts =
          workbench.transcripts().stream()
              .limit(3)
              .flatMap(line -> TestProjects.whole(workbench, line.id()).stream())
              .toList();
      RandomRating rating = new RandomRating(workbench, transcripts, new Random(1));
      for (int i = 0; i < 10; i++) {
        rating.step(MergingTest.RATERS.get(i % 2));
      }
    }
  }

  @Test
  void inWhateverOrderAllSayTheSameAndInTheEndInTheNewerWords() throws IOException {
    for (long seed = 1; seed <= 8; seed++) {
      history(seed);
    }
    assertTrue(behind > 10, () -> behind + " were in old words");
    assertTrue(leftOut > 20, () -> leftOut + " steps were in words too new");
  }

  @Test
  @Tag("nightly")
  void inWhateverOrderManySayTheSameAndInTheEndInTheNewerWords() throws IOException {
    for (long seed = 101; seed <= 250; seed++) {
      history(seed);
    }
  }

  private void history(long seed) throws IOException {
    Random random = new Random(seed);
    files.clear();
    copies.clear();
    for (int i = 0; i < MergingTest.COPIES; i++) {
      Path copy = folder.resolve("copy-" + i + ".examen");
      files.add(Files.copy(origin, copy, StandardCopyOption.REPLACE_EXISTING));
      copies.add(MergingTest.open(copy, seed * 10 + i));
    }
    try {
      for (int turn = 0; turn < 14; turn++) {
        turn(random, seed * 1_000 + turn);
      }
      lastComesToIt(seed);
      mergeAll(random, seed);
      assertEquals(0, lastLeftOut, "seed " + seed);
      MergingTest.assertAllTheSame(copies, seed);
      againInEach(seed);
      mergeAll(random, seed);
      MergingTest.assertAllTheSame(copies, seed);
      assertInTheNewerWords(copies.getFirst(), seed);
    } finally {
      copies.forEach(Workbench::close);
    }
  }

  private long lastLeftOut;

  private void turn(Random random, long seed) {
    int which = random.nextInt(copies.size());
    switch (random.nextInt(8)) {
      case 0 -> putFifth(random.nextInt(copies.size() - 1), seed);
      case 1 -> copies.get(which).lead().codebook().putAgain(LEAD);
      case 2, 3 -> merge(which, random.nextInt(files.size()), seed);
      default -> {
        RandomRating rating = new RandomRating(copies.get(which), transcripts, random);
        RaterId rater = MergingTest.RATERS.get(random.nextInt(MergingTest.RATERS.size()));
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
          rating.step(rater);
        }
        useOldWords(copies.get(which), rater, random);
      }
    }
  }

  /** What no rule speaks of is what people mark most. */
  private void useOldWords(Workbench copy, RaterId rater, Random random) {
    Transcript transcript = transcripts.get(random.nextInt(transcripts.size()));
    for (Annotation own : copy.annotations(transcript.id(), rater)) {
      if (random.nextBoolean()) {
        copy.act(rater, new Command.Edit(own.withNote("seen again " + random.nextInt(100))));
      }
    }
    if (copy.codebook().version() < 5) {
      TagId tag = new TagId(OLD_WORDS.get(random.nextInt(OLD_WORDS.size())));
      Anchor anchor = Anchor.at(transcript, 0, 0, new Span(1, 4));
      copy.act(
          rater, new Command.PutTag(copy.newAnnotationId(), tag, List.of(anchor), "in old words"));
    }
  }

  /** The last copy has the old codebook until the others have worked under the new one. */
  private void lastComesToIt(long seed) {
    int last = copies.size() - 1;
    for (int i = 0; i < last; i++) {
      putFifth(i, seed * 1_000 + 100 + i);
      merge(last, i, seed);
    }
    putFifth(last, seed * 1_000 + 100 + last);
  }

  private void putFifth(int which, long seed) {
    Workbench copy = copies.get(which);
    if (copy.codebook().version() < 5) {
      copy.lead().codebook().put(fifth, LEAD);
      copy.close();
      copies.set(which, MergingTest.open(files.get(which), seed));
    }
  }

  private void mergeAll(Random random, long seed) {
    lastLeftOut = 0;
    for (int[] pair : MergingTest.pairs(random)) {
      merge(pair[0], pair[1], seed);
    }
  }

  private void merge(int into, int from, long seed) {
    Workbench copy = copies.get(into);
    MergeReport report = copy.lead().merging().run(List.of(files.get(from)), Progress.NONE);
    assertEquals("", report.files().getFirst().refusal(), "seed " + seed);
    copy.refresh();
    leftOut += report.leftOut();
    behind += report.behind();
    lastLeftOut += report.leftOut();
    assertEquals(
        report.behind(), copy.lead().codebook().previewAgain().changes().size(), "seed " + seed);
    MergeReport again = copy.lead().merging().run(List.of(files.get(from)), Progress.NONE);
    assertEquals(0, again.taken(), "seed " + seed);
    assertEquals(List.of(), copy.lead().verify(), "seed " + seed);
  }

  /** As leads do who do not know of each other. */
  private void againInEach(long seed) {
    for (Workbench copy : copies) {
      Migration.Result result = copy.lead().codebook().putAgain(LEAD);
      assertEquals(List.of(), result.missing(), "seed " + seed);
      assertInTheNewerWords(copy, seed);
    }
  }

  private static void assertInTheNewerWords(Workbench copy, long seed) {
    assertEquals(
        List.of(), copy.lead().codebook().previewAgain().changes(), "seed " + seed + ", again");
    Codebook codebook = copy.codebook();
    for (Thing thing : MergingTest.ledger(copy).things()) {
      if (thing instanceof Annotation annotation) {
        String tag = annotation.tag().value();
        boolean isSplit = tag.equals("unauthorised-action");
        assertTrue(
            isSplit || codebook.tag(annotation.tag()).isPresent(), "seed " + seed + ": " + tag);
      } else if (thing instanceof Verdict verdict) {
        assertTrue(
            codebook
                .question(verdict.question())
                .orElseThrow()
                .answer(verdict.answer())
                .isPresent(),
            "seed " + seed + ": " + verdict.question() + " " + verdict.answer());
      }
    }
  }
}
