package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.codebook.Question;
import examen.codebook.Tag;
import examen.rating.Annotation;
import examen.rating.Command;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Message;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept in step with the log is what would be read from it anew. */
final class OwnSheetTest {
  private static final List<RaterId> RATERS = List.of(new RaterId("ann"), new RaterId("ben"));

  @TempDir private Path folder;

  @Test
  void whatIsKeptInStepIsWhatIsReadAnewWhoeverDoesWhat() {
    for (long seed = 1; seed <= 4; seed++) {
      Path file = folder.resolve("seed" + seed + ".examen");
      try (Workbench made = Workbench.openOrCreate(file, TestProjects.surroundings(folder))) {
        made.importFrom(
            TestProjects.request(TestProjects.SAMPLES.resolve("agentic-misalignment")),
            Progress.NONE);
      }
      try (Workbench here = Workbench.open(file, TestProjects.surroundings(folder));
          Workbench elsewhere = Workbench.open(file, TestProjects.surroundings(folder))) {
        run(here, elsewhere, file, seed);
      }
    }
  }

  private void run(Workbench here, Workbench elsewhere, Path file, long seed) {
    Random random = new Random(seed);
    List<TranscriptId> ids = here.transcripts().stream().map(TranscriptLine::id).limit(2).toList();
    for (int step = 0; step < 150; step++) {
      Workbench by = random.nextInt(5) == 0 ? elsewhere : here;
      RaterId rater = RATERS.get(random.nextInt(4) == 0 ? 1 : 0);
      TranscriptId id = ids.get(random.nextInt(5) == 0 ? 1 : 0);
      Command command = command(by, id, rater, random);
      by.act(rater, command);
      here.refresh();
      here.ratings(ids.getFirst(), RATERS.getFirst());
      if (step % 10 == 9) {
        compare(here, file, ids, "seed " + seed + ", step " + step);
      }
    }
  }

  private void compare(Workbench here, Path file, List<TranscriptId> ids, String where) {
    try (Workbench anew = Workbench.open(file, TestProjects.surroundings(folder))) {
      for (TranscriptId id : ids) {
        for (RaterId rater : RATERS) {
          assertEquals(anew.ratings(id, rater), here.ratings(id, rater), where);
          assertEquals(anew.answers(id, rater), here.answers(id, rater), where);
          assertEquals(anew.headway(id, rater), here.headway(id, rater), where);
        }
      }
    }
    here.ratings(ids.getFirst(), RATERS.getFirst());
  }

  private static Command command(Workbench by, TranscriptId id, RaterId rater, Random random) {
    List<Annotation> own = by.annotations(id, rater);
    List<Tag> tags = by.codebook().tags();
    Transcript transcript = by.transcript(id, rater).orElseThrow();
    int choice = own.isEmpty() ? 0 : random.nextInt(12);
    return switch (choice) {
      case 0, 1, 2, 3 ->
          new Command.PutTag(
              by.newAnnotationId(),
              tags.get(random.nextInt(tags.size())).id(),
              List.of(anchor(transcript, random)),
              "");
      case 4 -> new Command.Remove(any(own, random).id());
      case 5 -> new Command.Edit(any(own, random).withSeverity(1 + random.nextInt(3)));
      case 6 -> new Command.Edit(any(own, random).withAnchors(List.of(anchor(transcript, random))));
      case 7, 8 -> new Command.Undo();
      case 9 -> new Command.Redo();
      case 10 ->
          new Command.PutLink(
              by.newLinkId(), Link.Type.MOTIVATES, any(own, random).id(), any(own, random).id());
      default -> {
        Question question =
            by.codebook().questions().get(random.nextInt(by.codebook().questions().size()));
        yield new Command.Answer(id, question.id(), question.answers().getFirst().id());
      }
    };
  }

  private static <T> T any(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  /** Few places, so that several annotations begin at one. */
  private static Anchor anchor(Transcript transcript, Random random) {
    List<Anchor> all = new ArrayList<>();
    for (Message message : transcript.messages()) {
      for (int part = 0; part < message.parts().size(); part++) {
        int length = message.parts().get(part).text().length();
        if (length > 12) {
          int start = random.nextInt(3);
          all.add(
              Anchor.at(
                  transcript,
                  message.index(),
                  part,
                  new Span(start, start + 1 + random.nextInt(8))));
        }
      }
    }
    return any(all, random);
  }
}
