package examen.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BOB = new RaterId("bob");
  private static final TagId BLACKMAIL = new TagId("blackmail");
  private static final TagId LEVERAGE = new TagId("leverage");
  private static final QuestionId BELIEF = new QuestionId("stated-belief");
  private static final TranscriptId TRANSCRIPT =
      new TranscriptId("0123456789abcdef0123456789abcdef");

  private final Ledger ledger = new Ledger();
  private final List<Step> log = new ArrayList<>();
  private long made;

  @Test
  void aTagIsThereAfterItIsPutAndGoneAfterUndo() {
    AnnotationId id = new AnnotationId(uuid());
    doIt(ANN, put(id, 3, 9));
    assertEquals(List.of(id), ids());
    doIt(ANN, new Command.Undo());
    assertEquals(List.of(), ids());
    doIt(ANN, new Command.Redo());
    assertEquals(List.of(id), ids());
  }

  @Test
  void undoWalksBackPastAnUndoneStepAndRedoForwardAgain() {
    doIt(ANN, answer("real"));
    doIt(ANN, answer("evaluation"));
    doIt(ANN, answer("uncertain"));
    doIt(ANN, new Command.Undo());
    doIt(ANN, new Command.Undo());
    assertEquals("real", belief());
    doIt(ANN, new Command.Redo());
    assertEquals("evaluation", belief());
    doIt(ANN, new Command.Undo());
    doIt(ANN, new Command.Undo());
    assertEquals("nothing to undo", refusal(ANN, new Command.Undo()));
    assertEquals(List.of(), ledger.things());
  }

  @Test
  void anAnswerIsWithdrawnAndComesBackByUndo() {
    assertEquals(
        "this question is not answered", refusal(ANN, new Command.Withdraw(TRANSCRIPT, BELIEF)));
    doIt(ANN, answer("real"));
    assertEquals(
        "this question is not answered", refusal(BOB, new Command.Withdraw(TRANSCRIPT, BELIEF)));
    doIt(ANN, new Command.Withdraw(TRANSCRIPT, BELIEF));
    assertEquals(List.of(), ledger.things());
    doIt(ANN, new Command.Undo());
    assertEquals("real", belief());
  }

  @Test
  void whenAReviewWasSubmittedIsKeptThroughUndoAndForgottenWhileItIsOpen() {
    doIt(ANN, new Command.Submit(TRANSCRIPT));
    Instant first = ledger.submittedAt(ANN, TRANSCRIPT).orElseThrow();
    assertEquals(log.getLast().at(), first);
    assertEquals(Optional.empty(), ledger.submittedAt(BOB, TRANSCRIPT));
    doIt(ANN, new Command.Reopen(TRANSCRIPT));
    assertEquals(Optional.empty(), ledger.submittedAt(ANN, TRANSCRIPT));
    doIt(ANN, new Command.Undo());
    assertEquals(Optional.of(first), ledger.submittedAt(ANN, TRANSCRIPT));
    doIt(ANN, new Command.Undo());
    assertEquals(Optional.empty(), ledger.submittedAt(ANN, TRANSCRIPT));
  }

  @Test
  void aNewStepEndsWhatCouldBeDoneAgain() {
    doIt(ANN, answer("real"));
    doIt(ANN, new Command.Undo());
    doIt(ANN, answer("evaluation"));
    assertEquals("nothing to redo", refusal(ANN, new Command.Redo()));
  }

  @Test
  void ratersUndoOnlyTheirOwnSteps() {
    doIt(ANN, answer("real"));
    doIt(BOB, put(new AnnotationId(uuid()), 0, 2));
    doIt(ANN, new Command.Undo());
    assertEquals(1, ledger.things().size());
    assertEquals("nothing to undo", refusal(ANN, new Command.Undo()));
  }

  @Test
  void nobodyRemovesOrEditsAnothersAnnotation() {
    AnnotationId id = new AnnotationId(uuid());
    doIt(ANN, put(id, 0, 4));
    assertEquals("there is no such annotation of one's own", refusal(BOB, new Command.Remove(id)));
    Annotation anns = ledger.annotation(id).orElseThrow();
    assertEquals("there is no such annotation of one's own", refusal(BOB, new Command.Edit(anns)));
    assertEquals(List.of(id), ids());
  }

  @Test
  void severalCommandsAreOneStepAndAllOrNothing() {
    AnnotationId first = new AnnotationId(uuid());
    doIt(
        ANN,
        new Command.Together(
            "tag all",
            List.of(put(first, 0, 2), put(new AnnotationId(uuid()), 4, 6), answer("real"))));
    assertEquals(3, ledger.things().size());
    doIt(ANN, new Command.Undo());
    assertEquals(0, ledger.things().size());
    Command half =
        new Command.Together(
            "half", List.of(answer("real"), new Command.Remove(new AnnotationId(uuid()))));
    assertEquals("there is no such annotation of one's own", refusal(ANN, half));
    assertEquals(0, ledger.things().size());
  }

  @Test
  void laterCommandsOfOneStepSeeTheEarlierOnes() {
    AnnotationId id = new AnnotationId(uuid());
    Command thereAndBack =
        new Command.Together(
            "there and back", List.of(put(id, 0, 2), new Command.Remove(id), answer("real")));
    doIt(ANN, thereAndBack);
    assertEquals(List.of(), ids());
    assertEquals(1, log.getLast().changes().size());
    doIt(ANN, new Command.Undo());
    assertEquals("none", belief());
    Command nothing =
        new Command.Together("nothing", List.of(put(id, 0, 2), new Command.Remove(id)));
    assertEquals("nothing would change", refusal(ANN, nothing));
  }

  @Test
  void aDecisionOnAHighlightHoldsUntilTheRaterDecidesOtherwiseOrTakesItBack() {
    doIt(ANN, decide(4, new HighlightOutcome.Rejected()));
    doIt(BOB, decide(4, new HighlightOutcome.Accepted()));
    doIt(ANN, decide(4, new HighlightOutcome.AcceptedAs("concealment")));
    assertEquals(List.of("ann 4 AcceptedAs[category=concealment]", "bob 4 Accepted[]"), decided());
    assertEquals("accept leverage as concealment", log.getLast().what());
    assertEquals(
        "that is the decision already",
        refusal(ANN, decide(4, new HighlightOutcome.AcceptedAs("concealment"))));
    assertEquals(
        "the highlight has this category already",
        refusal(ANN, decide(4, new HighlightOutcome.AcceptedAs("leverage"))));
    doIt(ANN, new Command.Undo());
    assertEquals(List.of("ann 4 Rejected[]", "bob 4 Accepted[]"), decided());
    doIt(ANN, new Command.Undo());
    assertEquals(List.of("bob 4 Accepted[]"), decided());
    doIt(ANN, new Command.Redo());
    assertEquals(List.of("ann 4 Rejected[]", "bob 4 Accepted[]"), decided());
  }

  @Test
  void highlightsThatDifferInPlaceCategoryRuleOrPackAreDecidedApart() {
    HighlightRef one = found(4);
    List<HighlightRef> all =
        List.of(
            one,
            found(5),
            new HighlightRef(one.anchor(), "pack@2", "rule", "leverage"),
            new HighlightRef(one.anchor(), "pack@1", "rule-2", "leverage"),
            new HighlightRef(one.anchor(), "pack@1", "rule", "concealment"));
    doIt(
        ANN,
        new Command.Together(
            "reject all",
            all.stream()
                .map(ref -> (Command) new Command.Decide(ref, new HighlightOutcome.Rejected()))
                .toList()));
    assertEquals(all.size(), ledger.decisions(TRANSCRIPT).size());
    doIt(ANN, new Command.Undo());
    assertEquals(List.of(), ledger.decisions(TRANSCRIPT));
    assertThrows(
        IllegalArgumentException.class,
        () -> new HighlightRef(one.anchor(), "pack 1", "rule", "leverage"));
  }

  @Test
  void aSubmittedReviewIsClosedUntilItIsReopened() {
    AnnotationId id = new AnnotationId(uuid());
    doIt(ANN, put(id, 0, 4));
    doIt(ANN, answer("real"));
    doIt(ANN, new Command.Submit(TRANSCRIPT));
    assertEquals(true, ledger.isSubmitted(ANN, TRANSCRIPT));
    assertEquals(false, ledger.isSubmitted(BOB, TRANSCRIPT));
    String closed = "this review is submitted; reopen it to change it";
    assertEquals(closed, refusal(ANN, answer("evaluation")));
    assertEquals(closed, refusal(ANN, new Command.Remove(id)));
    assertEquals(closed, refusal(ANN, decide(1, new HighlightOutcome.Rejected())));
    assertEquals("this review is submitted already", refusal(ANN, new Command.Submit(TRANSCRIPT)));
    doIt(BOB, answer("uncertain"));
    doIt(ANN, new Command.Reopen(TRANSCRIPT));
    assertEquals(false, ledger.isSubmitted(ANN, TRANSCRIPT));
    assertEquals(
        List.of(new Review(ANN, TRANSCRIPT, Review.State.REOPENED)), ledger.reviews(TRANSCRIPT));
    doIt(ANN, answer("evaluation"));
    assertEquals("this review is not submitted", refusal(BOB, new Command.Reopen(TRANSCRIPT)));
  }

  @Test
  void toUndoASubmissionOpensTheReviewAndNothingBeforeItIsUndoneWhileItStands() {
    doIt(ANN, answer("real"));
    doIt(ANN, new Command.Submit(TRANSCRIPT));
    doIt(ANN, new Command.Undo());
    assertEquals(false, ledger.isSubmitted(ANN, TRANSCRIPT));
    doIt(ANN, new Command.Undo());
    assertEquals(List.of(), ledger.things());
    doIt(ANN, new Command.Redo());
    doIt(ANN, new Command.Redo());
    assertEquals(true, ledger.isSubmitted(ANN, TRANSCRIPT));
  }

  @Test
  void answersAndSubmissionCanBeOneStep() {
    doIt(
        ANN,
        new Command.Together(
            "answer and submit", List.of(answer("real"), new Command.Submit(TRANSCRIPT))));
    assertEquals(true, ledger.isSubmitted(ANN, TRANSCRIPT));
    doIt(ANN, new Command.Undo());
    assertEquals(List.of(), ledger.things());
  }

  @Test
  void linksAndMarksGoWithTheAnnotationTheyAreAboutAndComeBackWithIt() {
    AnnotationId reason = new AnnotationId(uuid());
    AnnotationId action = new AnnotationId(uuid());
    doIt(ANN, put(reason, 0, 4));
    doIt(ANN, put(action, 6, 9));
    LinkId link = new LinkId(uuid());
    doIt(ANN, new Command.PutLink(link, Link.Type.CONTRADICTS, reason, action));
    doIt(ANN, new Command.MarkUnsupported(action));
    assertEquals(
        "there is such a link already",
        refusal(
            ANN, new Command.PutLink(new LinkId(uuid()), Link.Type.CONTRADICTS, reason, action)));
    assertEquals("that is marked already", refusal(ANN, new Command.MarkUnsupported(action)));
    doIt(ANN, new Command.Remove(action));
    assertEquals(List.of(), ledger.links(TRANSCRIPT));
    assertEquals(List.of(), ledger.unsupported(TRANSCRIPT));
    doIt(ANN, new Command.Undo());
    assertEquals(
        List.of(new Link(link, ANN, TRANSCRIPT, Link.Type.CONTRADICTS, reason, action)),
        ledger.links(TRANSCRIPT));
    assertEquals(List.of(new Unsupported(ANN, TRANSCRIPT, action)), ledger.unsupported(TRANSCRIPT));
    doIt(ANN, new Command.RemoveLink(link));
    doIt(ANN, new Command.UnmarkUnsupported(action));
    assertEquals("there is no such link of one's own", refusal(ANN, new Command.RemoveLink(link)));
    assertEquals("that is not marked", refusal(ANN, new Command.UnmarkUnsupported(action)));
  }

  @Test
  void nobodyLinksWhatIsNotTheirsOrAnAnnotationToItself() {
    AnnotationId anns = new AnnotationId(uuid());
    AnnotationId bobs = new AnnotationId(uuid());
    doIt(ANN, put(anns, 0, 4));
    doIt(BOB, put(bobs, 6, 9));
    LinkId link = new LinkId(uuid());
    assertEquals(
        "a link joins two annotations of one's own",
        refusal(ANN, new Command.PutLink(link, Link.Type.CONTRADICTS, anns, bobs)));
    assertEquals(
        "a link joins two annotations of one transcript",
        refusal(ANN, new Command.PutLink(link, Link.Type.CONTRADICTS, anns, anns)));
    assertEquals(
        "there is no such annotation of one's own",
        refusal(ANN, new Command.MarkUnsupported(bobs)));
  }

  @Test
  void whatWasChangedSinceIsNotUndone() {
    AnnotationId id = new AnnotationId(uuid());
    doIt(ANN, put(id, 0, 4));
    Annotation before = ledger.annotation(id).orElseThrow();
    Step fromAnotherCopy =
        new Step(
            new StepId(uuid()),
            Instant.EPOCH,
            BOB,
            "merge",
            null,
            List.of(new Change.Removed(before)));
    ledger.apply(fromAnotherCopy);
    assertEquals("cannot undo \"tag leverage\": changed since", refusal(ANN, new Command.Undo()));
  }

  @Test
  void aStepIsTakenOnce() {
    doIt(ANN, answer("real"));
    assertThrows(IllegalStateException.class, () -> ledger.apply(log.getFirst()));
  }

  @Test
  void whereTwoCopiesChangedTheSameTheLaterHoldsAndTheConflictIsKnown() {
    doIt(ANN, answer("real"));
    assertEquals(List.of(), ledger.conflicts());
    Verdict here = new Verdict(ANN, TRANSCRIPT, BELIEF, "real");
    Verdict there = new Verdict(ANN, TRANSCRIPT, BELIEF, "uncertain");
    Step added = foreign(new Change.Added(there));
    ledger.apply(added);
    assertEquals(Optional.of(there), ledger.verdict(ANN, TRANSCRIPT, BELIEF));
    assertEquals(List.of(new Conflict(added, new Change.Added(there))), ledger.conflicts());
    Step removed = foreign(new Change.Removed(here));
    ledger.apply(removed);
    assertEquals(Optional.empty(), ledger.verdict(ANN, TRANSCRIPT, BELIEF));
    ledger.apply(foreign(new Change.Replaced(there, here)));
    assertEquals(List.of(here), List.copyOf(ledger.things(TRANSCRIPT)));
    assertEquals(3, ledger.conflicts().size());
  }

  private Step foreign(Change change) {
    return new Step(new StepId(uuid()), Instant.EPOCH, ANN, "merged", null, List.of(change));
  }

  @Test
  void anyHistoryCanBeUndoneToNothingAndRedoneToWhereItWas() {
    for (long seed = 0; seed < 200; seed++) {
      LedgerTest history = new LedgerTest();
      history.wander(new Random(seed));
      List<Thing> end = history.ledger.things();
      int steps = 0;
      while (history.ledger.nextUndo(ANN).isPresent()) {
        history.doIt(ANN, new Command.Undo());
        steps++;
      }
      assertEquals(List.of(), history.ledger.things(), "seed " + seed);
      for (int i = 0; i < steps; i++) {
        history.doIt(ANN, new Command.Redo());
      }
      assertEquals(sorted(end), sorted(history.ledger.things()), "seed " + seed);
      Ledger again = new Ledger();
      history.log.forEach(again::apply);
      assertEquals(history.ledger.things(), again.things(), "seed " + seed);
      assertEquals(history.ledger.nextUndo(ANN), again.nextUndo(ANN), "seed " + seed);
    }
  }

  private void wander(Random random) {
    for (int i = 0; i < 60; i++) {
      List<AnnotationId> here = ids();
      Command command =
          switch (random.nextInt(11)) {
            case 0, 1 -> put(new AnnotationId(uuid()), random.nextInt(20), 21 + random.nextInt(20));
            case 2 -> answer(List.of("real", "evaluation", "uncertain").get(random.nextInt(3)));
            case 3 ->
                here.isEmpty()
                    ? answer("real")
                    : new Command.Remove(here.get(random.nextInt(here.size())));
            case 4, 5 -> decide(random.nextInt(4), outcome(random));
            case 6 -> new Command.Undo();
            case 7 -> random.nextInt(3) > 0 ? link(here, random) : unsupported(here, random);
            case 8 ->
                random.nextInt(3) > 0
                    ? new Command.Reopen(TRANSCRIPT)
                    : new Command.Submit(TRANSCRIPT);
            default -> new Command.Redo();
          };
      Decision decision = ledger.decide(command, stamp(ANN));
      if (decision instanceof Decision.Accepted(Step step)) {
        ledger.apply(step);
        log.add(step);
      }
    }
  }

  private Command link(List<AnnotationId> here, Random random) {
    return here.isEmpty()
        ? answer("uncertain")
        : new Command.PutLink(
            new LinkId(uuid()),
            List.of(Link.Type.values()).get(random.nextInt(3)),
            here.get(random.nextInt(here.size())),
            here.get(random.nextInt(here.size())));
  }

  private Command unsupported(List<AnnotationId> here, Random random) {
    return here.isEmpty()
        ? answer("evaluation")
        : new Command.MarkUnsupported(here.get(random.nextInt(here.size())));
  }

  private static List<String> sorted(List<Thing> things) {
    return things.stream().map(Thing::toString).sorted().toList();
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
      case Decision.Accepted accepted -> "accepted";
      case Decision.Refused(String reason) -> reason;
    };
  }

  private Stamp stamp(RaterId rater) {
    return new Stamp(new StepId(uuid()), Instant.ofEpochMilli(made), rater);
  }

  private List<AnnotationId> ids() {
    return ledger.annotations(TRANSCRIPT).stream().map(Annotation::id).toList();
  }

  private String belief() {
    return ledger.verdict(ANN, TRANSCRIPT, BELIEF).map(Verdict::answer).orElse("none");
  }

  private Command put(AnnotationId id, int start, int end) {
    Anchor anchor = new Anchor(TRANSCRIPT, 3, 0, new Span(start, end), "x".repeat(end - start));
    return new Command.PutTag(id, made % 2 == 0 ? BLACKMAIL : LEVERAGE, List.of(anchor), "");
  }

  private static HighlightRef found(int start) {
    Anchor anchor = new Anchor(TRANSCRIPT, 3, 0, new Span(start, start + 2), "xx");
    return new HighlightRef(anchor, "pack@1", "rule", "leverage");
  }

  private static Command decide(int start, HighlightOutcome outcome) {
    return new Command.Decide(found(start), outcome);
  }

  private static HighlightOutcome outcome(Random random) {
    return List.of(
            new HighlightOutcome.Accepted(),
            new HighlightOutcome.Rejected(),
            new HighlightOutcome.AcceptedAs("concealment"))
        .get(random.nextInt(3));
  }

  private List<String> decided() {
    return ledger.decisions(TRANSCRIPT).stream()
        .map(d -> d.rater() + " " + d.highlight().anchor().span().start() + " " + d.outcome())
        .toList();
  }

  private static Command answer(String answer) {
    return new Command.Answer(TRANSCRIPT, BELIEF, answer);
  }

  private UUID uuid() {
    made++;
    return new UUID(0x7000L, made);
  }
}
