package examen.store;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Command;
import examen.rating.Confidence;
import examen.rating.Decision;
import examen.rating.Enactment;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Ledger;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Stamp;
import examen.rating.Step;
import examen.rating.StepId;
import examen.rating.Tagging;
import examen.rating.Thing;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * One rater's random work on some transcripts: all commands, undo and redo included, decided by the
 * ledger.
 */
final class Work {
  private final RaterId rater;
  private final List<Transcript> transcripts;
  private final Ledger ledger;
  private final Random random;
  private final InstantSource clock;

  Work(String rater, Ledger ledger, List<Transcript> transcripts, long seed) {
    this(rater, ledger, transcripts, seed, new Halting(seed));
  }

  /** The same by another clock. */
  Work(String rater, Ledger ledger, List<Transcript> transcripts, long seed, InstantSource clock) {
    this.clock = clock;
    this.rater = new RaterId(rater);
    this.ledger = ledger;
    this.transcripts = transcripts;
    this.random = new Random(seed);
  }

  /** A clock that goes on by some seconds at each look, or a little back. */
  private static final class Halting implements InstantSource {
    private final Random random;
    private Instant now = Projects.NOON;

    Halting(long seed) {
      random = new Random(seed);
    }

    @Override
    public Instant instant() {
      now = now.plusMillis(random.nextInt(5000) - 500);
      return now;
    }
  }

  Ledger ledger() {
    return ledger;
  }

  /** The next step; it is not in the ledger yet. */
  Step next() {
    while (true) {
      Decision decision = decide(command());
      if (decision instanceof Decision.Accepted(Step step)) {
        return step;
      }
    }
  }

  Decision decide(Command command) {
    return ledger.decide(command, new Stamp(new StepId(uuid()), clock.instant(), rater));
  }

  /** Does so many steps and stores each. */
  List<Step> store(ProjectFile project, int steps) {
    List<Step> all = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Step step = next();
      ChangeLog.append(project, step);
      ledger.apply(step);
      all.add(step);
    }
    return all;
  }

  Command putTag() {
    return new Command.PutTag(new AnnotationId(uuid()), tag(), anchors(), note());
  }

  /** Of few places, so that some are decided again. */
  Command decide() {
    Transcript transcript = transcript();
    int start = random.nextInt(3);
    Anchor anchor = Anchor.at(transcript, 1, 1, new Span(start, start + 1 + random.nextInt(2)));
    HighlightOutcome outcome =
        List.of(
                new HighlightOutcome.Accepted(),
                new HighlightOutcome.Rejected(),
                new HighlightOutcome.AcceptedAs("concealment"))
            .get(random.nextInt(3));
    boolean puts = !(outcome instanceof HighlightOutcome.Rejected) && random.nextBoolean();
    return new Command.Decide(
        new HighlightRef(anchor, "pack@" + (1 + random.nextInt(2)), "rule", "leverage"),
        outcome,
        puts ? new Tagging(new AnnotationId(uuid()), tag()) : null);
  }

  Command answer() {
    return new Command.Answer(
        transcript().id(),
        new QuestionId("question-" + random.nextInt(3)),
        "answer-" + random.nextInt(4));
  }

  private Command command() {
    return switch (random.nextInt(15)) {
      case 0, 1 -> answer();
      case 2 -> new Command.Undo();
      case 3 -> new Command.Redo();
      case 4 -> new Command.Together("both", List.of(putTag(), answer()));
      case 9 -> decide();
      case 10 -> new Command.Together("all", List.of(decide(), decide(), decide()));
      case 11 -> linked();
      case 12 ->
          random.nextBoolean()
              ? new Command.Submit(transcript().id())
              : new Command.Reopen(transcript().id());
      case 14 ->
          new Command.Show(
              transcript().id(), Set.of(List.of(Reveal.Of.values()).get(random.nextInt(3))));
      case 13 ->
          own()
              .<Command>map(annotation -> new Command.MarkUnsupported(annotation.id()))
              .orElseGet(this::answer);
      case 5 ->
          own()
              .<Command>map(annotation -> new Command.Edit(edited(annotation)))
              .orElseGet(this::putTag);
      case 6 ->
          own()
              .<Command>map(annotation -> new Command.Remove(annotation.id()))
              .orElseGet(this::putTag);
      default -> putTag();
    };
  }

  private Command linked() {
    Optional<Annotation> from = own();
    Optional<Annotation> to = own();
    return from.isEmpty() || to.isEmpty()
        ? answer()
        : new Command.PutLink(
            new LinkId(uuid()), Link.Type.MOTIVATES, from.get().id(), to.get().id());
  }

  private Optional<Annotation> own() {
    List<Annotation> own = new ArrayList<>();
    for (Thing thing : ledger.things()) {
      if (thing instanceof Annotation annotation && annotation.rater().equals(rater)) {
        own.add(annotation);
      }
    }
    return own.isEmpty() ? Optional.empty() : Optional.of(own.get(random.nextInt(own.size())));
  }

  private Annotation edited(Annotation before) {
    return new Annotation(
        before.id(),
        rater,
        tag(),
        before.anchors(),
        random.nextBoolean() ? null : 1 + random.nextInt(3),
        random.nextBoolean() ? null : oneOf(Enactment.values()),
        random.nextBoolean() ? null : oneOf(Confidence.values()),
        note());
  }

  private <T> T oneOf(T[] all) {
    return List.of(all).get(random.nextInt(all.length));
  }

  private List<Anchor> anchors() {
    Transcript transcript = transcript();
    List<Anchor> anchors = new ArrayList<>(List.of(anchor(transcript, 0)));
    if (random.nextInt(4) == 0) {
      anchors.add(anchor(transcript, 1));
    }
    return anchors;
  }

  private Anchor anchor(Transcript transcript, int part) {
    String text = transcript.part(1, part).orElseThrow().text();
    while (true) {
      int start = random.nextInt(text.length());
      Span span = new Span(start, start + 1 + random.nextInt(text.length() - start));
      if (span.fits(text)) {
        return Anchor.at(transcript, 1, part, span);
      }
    }
  }

  private Transcript transcript() {
    return transcripts.get(random.nextInt(transcripts.size()));
  }

  private TagId tag() {
    return new TagId(random.nextBoolean() ? "blackmail" : "blackmail/explicit-threat");
  }

  private String note() {
    return random.nextBoolean() ? "" : "\"so\"\u0000\r\n\ud83d\ude00 \u202e";
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
