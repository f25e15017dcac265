package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.TagId;
import examen.desktop.Demo;
import examen.highlight.Category;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Message;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Marks that are changed step by step are those that would be made anew. */
final class MarkingTest {
  private static final RaterId ANN = new RaterId("ann");

  private final Transcript transcript = Demo.transcript();

  @Test
  void marksChangedStepByStepAreThoseMadeAnew() {
    for (long seed = 1; seed <= 40; seed++) {
      new Run(seed).steps(60);
    }
  }

  @Test
  void aStepOnOnePartLeavesTheMarksOfOthersAsTheyAre() {
    Marking marking = new Marking();
    marking.begin(transcript);
    marking.setHighlights(Demo.highlights(transcript));
    List<Annotation> annotations = new ArrayList<>(Demo.annotations(transcript));
    annotations.sort(Comparator.comparing(a -> a.anchors().getFirst()));
    marking.setRatings(List.of(), annotations);
    List<?> before = marking.marksProperty().get().highlights(2, 0, 0, 5_000);
    assertTrue(before.size() > 3, "the notes have highlights");
    marking.setRatings(List.of(), annotations.subList(0, annotations.size() - 1));
    assertEquals(before, marking.marksProperty().get().highlights(2, 0, 0, 5_000));
  }

  /** Random steps on random highlights. */
  private final class Run {
    private final Random random;
    private final String where;
    private final List<Highlight> highlights = new ArrayList<>();
    private final List<HighlightDecision> decisions = new ArrayList<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private final Marking kept = new Marking();
    private int made;

    Run(long seed) {
      random = new Random(seed);
      where = "seed " + seed;
      for (int i = 0; i < 30; i++) {
        highlights.add(highlight());
      }
      kept.begin(transcript);
      kept.setHighlights(highlights);
    }

    void steps(int count) {
      for (int i = 0; i < count; i++) {
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
          change();
        }
        if (random.nextInt(8) == 0) {
          Layer[] layers = kept.layersProperty().get().keySet().toArray(Layer[]::new);
          kept.toggle(layers[random.nextInt(layers.length)]);
        }
        annotations.sort(Comparator.comparing(a -> a.anchors().getFirst()));
        decisions.sort(Comparator.comparing(HighlightDecision::highlight));
        kept.setRatings(decisions, annotations);
        compare(where + ", step " + i);
      }
    }

    private void change() {
      switch (random.nextInt(5)) {
        case 0, 1 -> annotations.add(annotation(new UUID(1, made++)));
        case 2 -> {
          if (!annotations.isEmpty()) {
            annotations.remove(random.nextInt(annotations.size()));
          }
        }
        case 3 -> {
          if (!annotations.isEmpty()) {
            int at = random.nextInt(annotations.size());
            annotations.set(at, annotation(annotations.get(at).id().value()));
          }
        }
        default -> decide(highlights.get(random.nextInt(highlights.size())));
      }
    }

    private void decide(Highlight highlight) {
      var ref = examen.app.JudgedHighlight.ref(highlight);
      decisions.removeIf(decision -> decision.highlight().equals(ref));
      HighlightOutcome outcome =
          switch (random.nextInt(4)) {
            case 0 -> new HighlightOutcome.Accepted();
            case 1 -> new HighlightOutcome.Rejected();
            case 2 -> new HighlightOutcome.AcceptedAs(other(highlight).wire());
            default -> null;
          };
      if (outcome != null) {
        decisions.add(new HighlightDecision(ANN, ref, outcome));
      }
    }

    private static Category other(Highlight highlight) {
      boolean leverage = highlight.kind().wire().equals(Category.LEVERAGE.wire());
      return leverage ? Category.STATES_REAL : Category.LEVERAGE;
    }

    private void compare(String step) {
      Marking anew = new Marking();
      anew.begin(transcript);
      for (Layer layer : kept.hiddenProperty().get()) {
        if (!anew.hiddenProperty().get().contains(layer)) {
          anew.toggle(layer);
        }
      }
      for (Layer layer : List.copyOf(anew.hiddenProperty().get())) {
        if (!kept.hiddenProperty().get().contains(layer)) {
          anew.toggle(layer);
        }
      }
      anew.setAnnotations(annotations);
      anew.setDecisions(decisions);
      anew.setHighlights(highlights);
      assertEquals(anew.judged(), kept.judged(), step);
      assertEquals(
          List.copyOf(anew.layersProperty().get().entrySet()),
          List.copyOf(kept.layersProperty().get().entrySet()),
          step);
      compare(step, anew.marksProperty().get(), kept.marksProperty().get());
    }

    private void compare(String step, Marks anew, Marks now) {
      assertEquals(anew.annotations(), now.annotations(), step);
      assertEquals(anew.highlights(), now.highlights(), step);
      for (Message message : transcript.messages()) {
        for (int part = 0; part < message.parts().size(); part++) {
          int length = message.parts().get(part).text().length();
          int at = message.index();
          assertEquals(
              anew.highlights(at, part, 0, length), now.highlights(at, part, 0, length), step);
          assertEquals(
              anew.annotations(at, part, 0, length), now.annotations(at, part, 0, length), step);
          for (int offset = 0; offset < length; offset += 7) {
            Place place = new Place(at, part, offset);
            assertEquals(anew.highlightAt(place, null), now.highlightAt(place, null), step);
          }
        }
      }
    }

    private Highlight highlight() {
      Anchor anchor = anchor();
      Category category = List.of(Category.values()).get(random.nextInt(Category.values().length));
      return new Highlight(
          "pack@1", "rule-" + random.nextInt(5), category, anchor, anchor.span(), "why");
    }

    private Annotation annotation(UUID id) {
      List<Anchor> anchors = new ArrayList<>(List.of(anchor()));
      Anchor more = anchor();
      boolean apart =
          more.message() != anchors.getFirst().message()
              || more.part() != anchors.getFirst().part();
      if (apart && random.nextBoolean()) {
        anchors.add(more);
        anchors.sort(null);
      }
      TagId tag = new TagId(random.nextBoolean() ? "blackmail" : "leverage");
      return new Annotation(new AnnotationId(id), ANN, tag, anchors, null, null, null, "");
    }

    /** On few places, so that many overlap. */
    private Anchor anchor() {
      int message = random.nextInt(3);
      int parts = transcript.messages().get(message).parts().size();
      int part = random.nextInt(parts);
      String text = transcript.messages().get(message).parts().get(part).text();
      int start = random.nextInt(Math.min(60, text.length() - 1));
      int end = Math.min(text.length(), start + 1 + random.nextInt(30));
      return Anchor.at(transcript, message, part, new Span(start, end));
    }
  }
}
