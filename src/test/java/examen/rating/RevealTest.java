package examen.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.QuestionId;
import examen.rating.Blinding.Sight;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevealTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BEN = new RaterId("ben");
  private static final TranscriptId ID = new TranscriptId("0123456789abcdef0123456789abcdef");
  private static final QuestionId BELIEF = new QuestionId("stated-belief");
  private static final Set<Reveal.Of> ALL = EnumSet.allOf(Reveal.Of.class);

  private final Ledger ledger = new Ledger();
  private int steps;

  @Test
  void whatWasShownStaysShownWhateverIsUndone() {
    does(ANN, new Command.Answer(ID, BELIEF, "real"));
    does(ANN, new Command.Show(ID, Set.of(Reveal.Of.LABELS)));
    assertEquals(Sight.SEEING, Blinding.sight(ledger, ANN, ID, Reveal.Of.LABELS));
    assertEquals(Sight.BLIND, Blinding.sight(ledger, ANN, ID, Reveal.Of.PEERS));
    does(ANN, new Command.Undo());
    assertTrue(ledger.verdict(ANN, ID, BELIEF).isEmpty(), "the answer before it is undone");
    assertEquals("nothing to undo", refusal(ANN, new Command.Undo()));
    assertEquals(Sight.SEEING, Blinding.sight(ledger, ANN, ID, Reveal.Of.LABELS));
    does(ANN, new Command.Redo());
    assertTrue(ledger.verdict(ANN, ID, BELIEF).isPresent(), "and can be done again");
    List<PastStep.State> states = ledger.history(ANN).stream().map(PastStep::state).toList();
    assertEquals(List.of(PastStep.State.FOR_GOOD, PastStep.State.DONE), states);
  }

  @Test
  void noStepOfAForeignFileMakesItUnseen() {
    Reveal seen = new Reveal(ANN, ID, Reveal.Of.LABELS);
    does(ANN, new Command.Show(ID, Set.of(Reveal.Of.LABELS)));
    Stamp stamp = stamp(ANN);
    ledger.apply(
        new Step(stamp.id(), stamp.at(), ANN, "hide", null, List.of(new Change.Removed(seen))));
    assertTrue(ledger.isRevealed(ANN, ID, Reveal.Of.LABELS));
  }

  @Test
  void answersBeforeAndAfterAreBothKept() {
    does(ANN, new Command.Answer(ID, BELIEF, "real"));
    does(ANN, new Command.Show(ID, ALL));
    does(ANN, new Command.Answer(ID, BELIEF, "evaluation"));
    does(ANN, new Command.Submit(ID));
    FirstSight sight = ledger.firstSight(ANN, ID).orElseThrow();
    assertEquals(Optional.of("real"), sight.answer(BELIEF));
    assertEquals("evaluation", ledger.verdict(ANN, ID, BELIEF).orElseThrow().answer());
    assertFalse(sight.openedAgain());
  }

  @Test
  void whatWasSubmittedIsWhatWasSaidBlindThoughTheReviewIsOpenedAgain() {
    for (Command opens : List.of(new Command.Reopen(ID), new Command.Undo())) {
      Ledger fresh = new Ledger();
      does(fresh, ANN, new Command.Answer(ID, BELIEF, "real"));
      does(fresh, ANN, new Command.Submit(ID));
      does(fresh, ANN, opens);
      does(fresh, ANN, new Command.Answer(ID, BELIEF, "uncertain"));
      does(fresh, ANN, new Command.Submit(ID));
      FirstSight sight = fresh.firstSight(ANN, ID).orElseThrow();
      assertEquals(Optional.of("real"), sight.answer(BELIEF));
      assertTrue(sight.openedAgain(), opens.toString());
    }
  }

  @Test
  void aSubmittedReviewStaysClosedWhenOthersAreShown() {
    does(ANN, new Command.Submit(ID));
    does(ANN, new Command.Show(ID, ALL));
    assertTrue(ledger.isSubmitted(ANN, ID));
    assertEquals("that was shown already", refusal(ANN, new Command.Show(ID, ALL)));
  }

  @Test
  void beingShownIsAStepOfItsOwn() {
    Command.Show show = new Command.Show(ID, ALL);
    Command within = new Command.Together("inner", List.of(show));
    for (Command hidden : List.of(show, within)) {
      Command.Together both =
          new Command.Together("x", List.of(new Command.Answer(ID, BELIEF, "real"), hidden));
      assertEquals("to be shown what others say is a step of its own", refusal(ANN, both));
    }
  }

  @Test
  void onlyOfThoseWhoHaveSubmittedIsTheWorkShown() {
    does(BEN, new Command.Answer(ID, BELIEF, "real"));
    does(ANN, new Command.Show(ID, ALL));
    assertEquals(List.of(), Blinding.peers(ledger, ANN, ID));
    does(BEN, new Command.Submit(ID));
    assertEquals(2, Blinding.peers(ledger, ANN, ID).size(), "the answer and the review");
    assertEquals(List.of(), Blinding.peers(ledger, new RaterId("cleo"), ID));
  }

  @Test
  void theProjectSaysWhenItMayBeShown() {
    assertFalse(Blinding.mayReveal(ledger, ANN, ID, Revealing.AFTER_SUBMISSION));
    assertTrue(Blinding.mayReveal(ledger, ANN, ID, Revealing.ANY_TIME));
    does(ANN, new Command.Submit(ID));
    assertTrue(Blinding.mayReveal(ledger, ANN, ID, Revealing.AFTER_SUBMISSION));
  }

  private void does(RaterId rater, Command command) {
    does(ledger, rater, command);
  }

  private void does(Ledger in, RaterId rater, Command command) {
    switch (in.decide(command, stamp(rater))) {
      case Decision.Accepted(Step step) -> in.apply(step);
      case Decision.Refused(String reason) -> throw new AssertionError(reason);
    }
  }

  private String refusal(RaterId rater, Command command) {
    return ledger.decide(command, stamp(rater)) instanceof Decision.Refused(String reason)
        ? reason
        : "accepted";
  }

  private Stamp stamp(RaterId rater) {
    return new Stamp(new StepId(new UUID(1, ++steps)), Instant.EPOCH.plusSeconds(steps), rater);
  }
}
