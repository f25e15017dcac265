package examen.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.TagId;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** To accept a highlight is to decide and to annotate, in one step. */
class AcceptingTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BOB = new RaterId("bob");
  private static final TagId LEVERAGE = new TagId("leverage");
  private static final TagId DECEPTION = new TagId("deception");
  private static final TranscriptId TRANSCRIPT =
      new TranscriptId("0123456789abcdef0123456789abcdef");
  private static final HighlightOutcome ACCEPTED = new HighlightOutcome.Accepted();
  private static final HighlightOutcome REJECTED = new HighlightOutcome.Rejected();

  private final Ledger ledger = new Ledger();
  private final List<Step> log = new ArrayList<>();
  private long made;

  @Test
  void toAcceptPutsTheTagInTheSameStepAndUndoTakesBothBack() {
    doIt(ANN, accept(4, LEVERAGE));
    assertEquals(List.of("ann leverage 4"), annotations());
    assertEquals(List.of("ann 4 accepted"), decisions());
    assertEquals(1, log.size());
    assertEquals("accept leverage", log.getLast().what());
    doIt(ANN, new Command.Undo());
    assertEquals(List.of(), annotations());
    assertEquals(List.of(), decisions());
    doIt(ANN, new Command.Redo());
    assertEquals(List.of("ann leverage 4"), annotations());
    assertEquals(List.of("ann 4 accepted"), decisions());
  }

  @Test
  void toRejectLaterTakesTheUntouchedAnnotationAwayAndToAcceptAgainBringsOneBack() {
    doIt(ANN, accept(4, LEVERAGE));
    doIt(ANN, reject(4));
    assertEquals(List.of(), annotations());
    assertEquals(List.of("ann 4 rejected"), decisions());
    doIt(ANN, accept(4, LEVERAGE));
    assertEquals(List.of("ann leverage 4"), annotations());
    doIt(ANN, new Command.Undo());
    doIt(ANN, new Command.Undo());
    assertEquals(List.of("ann leverage 4"), annotations());
    assertEquals(List.of("ann 4 accepted"), decisions());
  }

  @Test
  void whatTheRaterWorkedOnSinceStays() {
    for (Annotation worked : worked(new AnnotationId(new UUID(9, 9)))) {
      Ledger fresh = new Ledger();
      AnnotationId id = worked.id();
      run(fresh, new Command.Decide(found(4), ACCEPTED, new Tagging(id, LEVERAGE)));
      run(fresh, new Command.Edit(worked));
      run(fresh, reject(4));
      assertEquals(List.of(worked), fresh.annotations(TRANSCRIPT));
    }
  }

  private static List<Annotation> worked(AnnotationId id) {
    List<Anchor> place = List.of(found(4).anchor());
    List<Anchor> more = List.of(found(4).anchor(), found(9).anchor());
    return List.of(
        new Annotation(id, ANN, LEVERAGE, place, null, null, null, "look"),
        new Annotation(id, ANN, LEVERAGE, place, 2, null, null, ""),
        new Annotation(id, ANN, LEVERAGE, place, null, Enactment.CONSIDERED, null, ""),
        new Annotation(id, ANN, LEVERAGE, place, null, null, Confidence.LOW, ""),
        new Annotation(id, ANN, DECEPTION, place, null, null, null, ""),
        new Annotation(id, ANN, LEVERAGE, more, null, null, null, ""));
  }

  @Test
  void anAnnotationThatIsThereAlreadyIsNotPutTwiceAndStaysWhenTheHighlightIsRejected() {
    doIt(ANN, new Command.PutTag(id(), LEVERAGE, List.of(found(4).anchor()), ""));
    doIt(ANN, accept(4, LEVERAGE));
    assertEquals(List.of("ann leverage 4"), annotations());
    assertNull(ledger.decisions(TRANSCRIPT).getFirst().tagging(), "nothing was put");
    doIt(ANN, reject(4));
    assertEquals(List.of("ann leverage 4"), annotations(), "it was put by hand");
    doIt(BOB, accept(4, LEVERAGE));
    assertEquals(
        List.of("ann leverage 4", "bob leverage 4"), annotations(), "each has one of their own");
  }

  @Test
  void anotherTagTakesThePlaceOfTheFirst() {
    doIt(ANN, accept(4, LEVERAGE));
    doIt(
        ANN,
        new Command.Decide(
            found(4), new HighlightOutcome.AcceptedAs("deception"), new Tagging(id(), DECEPTION)));
    assertEquals(List.of("ann deception 4"), annotations());
    assertEquals("accept leverage as deception", log.getLast().what());
    doIt(ANN, new Command.Undo());
    assertEquals(List.of("ann leverage 4"), annotations());
  }

  @Test
  void toAcceptOnceMoreIsRefusedUnlessTheAnnotationWasRemoved() {
    doIt(ANN, accept(4, LEVERAGE));
    assertEquals("that is the decision already", refusal(ANN, accept(4, LEVERAGE)));
    doIt(ANN, new Command.Remove(ledger.annotations(TRANSCRIPT).getFirst().id()));
    doIt(ANN, accept(4, LEVERAGE));
    assertEquals(List.of("ann leverage 4"), annotations());
    assertEquals(
        "that is the decision already", refusal(ANN, new Command.Decide(found(4), ACCEPTED)));
  }

  @Test
  void severalAreAcceptedAllOrNone() {
    AnnotationId twice = id();
    Command bad =
        new Command.Together(
            "accept all 2",
            List.of(
                new Command.Decide(found(1), ACCEPTED, new Tagging(twice, LEVERAGE)),
                new Command.Decide(found(4), ACCEPTED, new Tagging(twice, LEVERAGE))));
    assertEquals("there is an annotation " + twice + " already", refusal(ANN, bad));
    assertEquals(List.of(), decisions());
    doIt(ANN, new Command.Together("accept 2", List.of(accept(1, LEVERAGE), accept(4, LEVERAGE))));
    assertEquals(List.of("ann leverage 1", "ann leverage 4"), annotations());
    doIt(ANN, new Command.Undo());
    assertEquals(List.of(), annotations());
    Command sameTwice =
        new Command.Together(
            "two rules, one place",
            List.of(
                accept(1, LEVERAGE),
                new Command.Decide(
                    new HighlightRef(found(1).anchor(), "pack@1", "other", "leverage"),
                    ACCEPTED,
                    new Tagging(id(), LEVERAGE))));
    doIt(ANN, sameTwice);
    assertEquals(List.of("ann leverage 1"), annotations(), "one on one place");
  }

  @Test
  void aRejectionPutsNothing() {
    Tagging tagging = new Tagging(id(), LEVERAGE);
    assertThrows(
        IllegalArgumentException.class, () -> new Command.Decide(found(1), REJECTED, tagging));
    assertThrows(
        IllegalArgumentException.class,
        () -> new HighlightDecision(ANN, found(1), REJECTED, tagging));
  }

  /**
   * Whatever is done: no rejected highlight keeps what it put, and all can be undone to nothing.
   */
  @Test
  void nothingThatWasPutOutlivesARejectionAndAllCanBeUndone() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      Ledger each = new Ledger();
      for (int i = 0; i < 40; i++) {
        each.decide(randomly(random), stamp(ANN));
        if (each.decide(randomly(random), stamp(ANN)) instanceof Decision.Accepted(Step step)) {
          each.apply(step);
        }
        String where = "seed " + seed + " step " + i;
        for (HighlightDecision decision : each.decisions(TRANSCRIPT)) {
          long here =
              each.annotations(TRANSCRIPT).stream()
                  .filter(a -> a.anchors().getFirst().equals(decision.highlight().anchor()))
                  .count();
          boolean accepted = decision.outcome().equals(ACCEPTED);
          assertEquals(accepted ? 1 : 0, here, where);
          assertEquals(accepted, decision.tagging() != null, where);
        }
      }
      while (each.nextUndo(ANN).isPresent()) {
        assertTrue(
            each.decide(new Command.Undo(), stamp(ANN)) instanceof Decision.Accepted(Step step)
                && applied(each, step),
            "seed " + seed);
      }
      assertEquals(List.of(), each.things(), "seed " + seed);
    }
  }

  private Command randomly(Random random) {
    int start = random.nextInt(3);
    return switch (random.nextInt(5)) {
      case 0 -> reject(start);
      case 1 -> new Command.Undo();
      case 2 -> new Command.Redo();
      default -> accept(start, random.nextBoolean() ? LEVERAGE : DECEPTION);
    };
  }

  private static boolean applied(Ledger ledger, Step step) {
    ledger.apply(step);
    return true;
  }

  private void run(Ledger on, Command command) {
    if (on.decide(command, stamp(ANN)) instanceof Decision.Accepted(Step step)) {
      on.apply(step);
    } else {
      throw new AssertionError("refused: " + command);
    }
  }

  private void doIt(RaterId rater, Command command) {
    switch (ledger.decide(command, stamp(rater))) {
      case Decision.Accepted(Step step) -> {
        ledger.apply(step);
        log.add(step);
      }
      case Decision.Refused(String reason) -> throw new AssertionError(reason);
    }
  }

  private String refusal(RaterId rater, Command command) {
    return switch (ledger.decide(command, stamp(rater))) {
      case Decision.Accepted _ -> "accepted";
      case Decision.Refused(String reason) -> reason;
    };
  }

  private Stamp stamp(RaterId rater) {
    return new Stamp(new StepId(id().value()), Instant.ofEpochMilli(made), rater);
  }

  private AnnotationId id() {
    made++;
    return new AnnotationId(new UUID(0x7000L, made));
  }

  private Command accept(int start, TagId tag) {
    return new Command.Decide(found(start), ACCEPTED, new Tagging(id(), tag));
  }

  private static Command reject(int start) {
    return new Command.Decide(found(start), REJECTED);
  }

  private static HighlightRef found(int start) {
    Anchor anchor = new Anchor(TRANSCRIPT, 3, 0, new Span(start, start + 2), "xx");
    return new HighlightRef(anchor, "pack@1", "rule", "leverage");
  }

  private List<String> annotations() {
    return ledger.annotations(TRANSCRIPT).stream()
        .map(a -> a.rater() + " " + a.tag() + " " + a.anchors().getFirst().span().start())
        .toList();
  }

  private List<String> decisions() {
    return ledger.decisions(TRANSCRIPT).stream()
        .map(
            d -> d.rater() + " " + d.highlight().anchor().span().start() + " " + d.outcome().wire())
        .toList();
  }
}
