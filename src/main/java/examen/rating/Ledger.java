package examen.rating;

import examen.codebook.QuestionId;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What holds now: the fold of all steps of the log, and the rules by which a rater's command
 * becomes a step. {@link #decide} changes nothing; only {@link #apply} does, once the step is
 * stored.
 */
public final class Ledger {
  private static final String CLOSED = "this review is submitted; reopen it to change it";

  private Map<String, Thing> things = new LinkedHashMap<>();
  private Map<TranscriptId, Map<String, Thing>> byTranscript = new HashMap<>();
  private Map<StepId, Step> steps = new LinkedHashMap<>();
  private Map<RaterId, UndoStacks> stacks = new HashMap<>();
  private Map<String, Instant> submitted = new HashMap<>();
  private Map<String, FirstSight> sights = new HashMap<>();
  private List<Conflict> conflicts = new ArrayList<>();

  /** What {@code command} would do, as a step with this stamp; or why it may not be done. */
  public Decision decide(Command command, Stamp stamp) {
    return switch (command) {
      case Command.Undo undo ->
          nextUndo(stamp.rater())
              .map(step -> takeBack(step, "undo", stamp))
              .orElse(new Decision.Refused("nothing to undo"));
      case Command.Redo redo ->
          nextRedo(stamp.rater())
              .map(step -> takeBack(step, "redo", stamp))
              .orElse(new Decision.Refused("nothing to redo"));
      default -> doAnew(command, stamp);
    };
  }

  /**
   * Takes a stored step into the state; steps come in the order of the log. What a step says after
   * it holds, also where something else stood there before: that is a {@link Conflict}.
   *
   * @throws IllegalStateException if the step is here already
   */
  public void apply(Step step) {
    if (steps.putIfAbsent(step.id(), step) != null) {
      throw new IllegalStateException("step " + step.id() + " is here already");
    }
    for (Change change : step.changes()) {
      String key = change.key();
      if (!holds(change, key) && !step.isOfCodebook()) {
        conflicts.add(new Conflict(step, change));
      }
      put(change, key);
      noteSubmission(change.thing(), step);
    }
    noteSight(step);
    if (!step.isForGood()) {
      stacks(step.rater()).push(step);
    }
  }

  /** What a rater says from then on, they may say because others do. */
  private void noteSight(Step step) {
    for (Change change : step.changes()) {
      Thing thing = change.thing();
      boolean shows = thing instanceof Reveal || (thing instanceof Review r && r.isSubmitted());
      if (shows && !(change instanceof Change.Removed)) {
        List<Verdict> answers = verdicts(thing.rater(), thing.transcript());
        sights.putIfAbsent(
            Review.key(thing.rater(), thing.transcript()),
            new FirstSight(step.at(), answers, false));
      } else if (thing instanceof Review review) {
        sights.computeIfPresent(review.key(), (same, sight) -> sight.thenOpened());
      }
    }
  }

  /**
   * What this rater had answered when they could first know what others say of the transcript;
   * empty if they never could.
   */
  public Optional<FirstSight> firstSight(RaterId rater, TranscriptId transcript) {
    return Optional.ofNullable(sights.get(Review.key(rater, transcript)));
  }

  /** Whether this rater was shown this of a transcript, as is recorded. */
  public boolean isRevealed(RaterId rater, TranscriptId transcript, Reveal.Of what) {
    return things.containsKey(Reveal.key(rater, transcript, what));
  }

  /** What raters were shown of this transcript, in the order in which they were. */
  public List<Reveal> reveals(TranscriptId transcript) {
    return all(transcript, Reveal.class).toList();
  }

  private List<Verdict> verdicts(RaterId rater, TranscriptId transcript) {
    return all(transcript, Verdict.class).filter(v -> v.rater().equals(rater)).toList();
  }

  /** Says from now on what the other says, for all who ask this one; the other is not used on. */
  public void become(Ledger other) {
    things = other.things;
    byTranscript = other.byTranscript;
    steps = other.steps;
    stacks = other.stacks;
    submitted = other.submitted;
    sights = other.sights;
    conflicts = other.conflicts;
  }

  /** The changes that were made over something else than what stands before them, oldest first. */
  public List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  public int conflictCount() {
    return conflicts.size();
  }

  /** What raters made on this transcript, oldest first. */
  public Collection<Thing> things(TranscriptId transcript) {
    return List.copyOf(byTranscript.getOrDefault(transcript, Map.of()).values());
  }

  /** The annotations on this transcript, in reading order. */
  public List<Annotation> annotations(TranscriptId transcript) {
    return all(transcript, Annotation.class)
        .sorted((a, b) -> a.anchors().getFirst().compareTo(b.anchors().getFirst()))
        .toList();
  }

  /** What raters decided on highlights of this transcript, in reading order, then by rater. */
  public List<HighlightDecision> decisions(TranscriptId transcript) {
    return all(transcript, HighlightDecision.class)
        .sorted(
            Comparator.comparing(HighlightDecision::highlight)
                .thenComparing(HighlightDecision::rater))
        .toList();
  }

  /** The links on this transcript, in the order in which they were made. */
  public List<Link> links(TranscriptId transcript) {
    return all(transcript, Link.class).toList();
  }

  /** The marks on this transcript that no reasoning supports an action. */
  public List<Unsupported> unsupported(TranscriptId transcript) {
    return all(transcript, Unsupported.class).toList();
  }

  /** The reviews of this transcript that were submitted once, by rater. */
  public List<Review> reviews(TranscriptId transcript) {
    return all(transcript, Review.class).sorted(Comparator.comparing(Review::rater)).toList();
  }

  private <T extends Thing> Stream<T> all(TranscriptId transcript, Class<T> kind) {
    return things(transcript).stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Whether this rater's review of the transcript is submitted, and not reopened. */
  public boolean isSubmitted(RaterId rater, TranscriptId transcript) {
    return things.get(Review.key(rater, transcript)) instanceof Review review
        && review.isSubmitted();
  }

  /**
   * When this rater's review was submitted; empty unless it is now. To undo that it was reopened is
   * not to submit it again.
   */
  public Optional<Instant> submittedAt(RaterId rater, TranscriptId transcript) {
    return isSubmitted(rater, transcript)
        ? Optional.ofNullable(submitted.get(Review.key(rater, transcript)))
        : Optional.empty();
  }

  private void noteSubmission(Thing thing, Step step) {
    if (step.undoes() == null && thing instanceof Review review && review.isSubmitted()) {
      submitted.put(review.key(), step.at());
    }
  }

  /** All that holds now, in the order in which it was made. */
  public List<Thing> things() {
    return List.copyOf(things.values());
  }

  public Optional<Annotation> annotation(AnnotationId id) {
    return Optional.ofNullable((Annotation) things.get(Annotation.key(id)));
  }

  public Optional<Verdict> verdict(RaterId rater, TranscriptId transcript, QuestionId question) {
    return Optional.ofNullable((Verdict) things.get(Verdict.key(rater, transcript, question)));
  }

  /**
   * The steps of codebooks that were not taken back, the latest first: those that put another one
   * in use, and those that put what came later in its words.
   */
  public List<Step> ofCodebooks() {
    Set<StepId> takenBack = new HashSet<>();
    List<Step> all = new ArrayList<>();
    for (Step step : List.copyOf(steps.values()).reversed()) {
      if (step.isOfCodebook() && step.undoes() != null) {
        takenBack.add(step.undoes());
      } else if (step.isOfCodebook() && !takenBack.contains(step.id())) {
        all.add(step);
      }
    }
    return all;
  }

  /** The step that takes this one back; refused if something it did was changed since. */
  public Decision takingBack(Step target, Stamp stamp) {
    List<Change> inverse = target.changes().reversed().stream().map(Change::inverse).toList();
    return inverse.stream().allMatch(this::holds)
        ? new Decision.Accepted(
            new Step(stamp.id(), stamp.at(), stamp.rater(), target.what(), target.id(), inverse))
        : new Decision.Refused("cannot undo \"" + target.what() + "\": changed since");
  }

  /** Everybody who ever did anything, and whoever had anything done for them. */
  public Set<RaterId> raters() {
    Set<RaterId> raters = new TreeSet<>();
    for (Step step : steps.values()) {
      raters.add(step.rater());
      step.changes().forEach(change -> raters.add(change.thing().rater()));
    }
    return raters;
  }

  /** The step that this rater's next undo takes back. */
  public Optional<Step> nextUndo(RaterId rater) {
    return stacks(rater).lastDone().map(steps::get);
  }

  /** The step that this rater's next redo does again. */
  public Optional<Step> nextRedo(RaterId rater) {
    return stacks(rater).lastUndone().map(steps::get);
  }

  /** What this rater did, the latest first; undos and redos show in the steps that they concern. */
  public List<PastStep> history(RaterId rater) {
    Map<StepId, PastStep.State> states = stacks(rater).states(this::origin);
    List<PastStep> history = new ArrayList<>();
    for (Step step : steps.values()) {
      if (step.rater().equals(rater) && step.undoes() == null) {
        PastStep.State otherwise = step.isForGood() ? PastStep.State.FOR_GOOD : PastStep.State.GONE;
        history.add(new PastStep(step, states.getOrDefault(step.id(), otherwise)));
      }
    }
    return history.reversed();
  }

  /** A redo undoes an undo: the step that all of them are about in the end. */
  private StepId origin(StepId id) {
    StepId at = id;
    for (Step step = steps.get(at); step != null && step.undoes() != null; step = steps.get(at)) {
      at = step.undoes();
    }
    return at;
  }

  private Decision doAnew(Command command, Stamp stamp) {
    Draft draft = new Draft(things, this::things, stamp.rater());
    Optional<String> refusal = draft.take(command);
    if (refusal.isPresent()) {
      return new Decision.Refused(refusal.get());
    }
    if (draft.changes().isEmpty()) {
      return new Decision.Refused("nothing would change");
    }
    if (isClosed(draft.changes(), stamp.rater())) {
      return new Decision.Refused(CLOSED);
    }
    String what = draft.what(command);
    return new Decision.Accepted(
        new Step(stamp.id(), stamp.at(), stamp.rater(), what, null, draft.changes()));
  }

  private Decision takeBack(Step target, String word, Stamp stamp) {
    List<Change> inverse = target.changes().reversed().stream().map(Change::inverse).toList();
    if (!inverse.stream().allMatch(this::holds)) {
      return new Decision.Refused("cannot " + word + " \"" + target.what() + "\": changed since");
    }
    if (isClosed(inverse, stamp.rater())) {
      return new Decision.Refused(CLOSED);
    }
    return new Decision.Accepted(
        new Step(stamp.id(), stamp.at(), stamp.rater(), target.what(), target.id(), inverse));
  }

  /**
   * Whether these would change what belongs to a submitted review, without opening it: what was
   * submitted is what others build on.
   */
  private boolean isClosed(List<Change> changes, RaterId rater) {
    return changes.stream()
        .map(Change::thing)
        .filter(thing -> !(thing instanceof Reveal))
        .map(thing -> Review.key(rater, thing.transcript()))
        .distinct()
        .anyMatch(
            key ->
                things.get(key) instanceof Review review
                    && review.isSubmitted()
                    && changes.stream().noneMatch(change -> change.key().equals(key)));
  }

  private boolean holds(Change change) {
    return holds(change, change.key());
  }

  private boolean holds(Change change, String key) {
    Thing now = things.get(key);
    return switch (change) {
      case Change.Added added -> now == null;
      case Change.Removed removed -> removed.before().equals(now);
      case Change.Replaced replaced -> replaced.before().equals(now);
    };
  }

  private void put(Change change, String key) {
    switch (change) {
      case Change.Added(Thing after) -> set(key, after);
      case Change.Replaced(Thing before, Thing after) -> set(key, after);
      case Change.Removed(Reveal seen) -> {}
      case Change.Removed(Thing before) -> {
        things.remove(key);
        onTranscript(before).remove(key);
      }
    }
  }

  private void set(String key, Thing thing) {
    things.put(key, thing);
    onTranscript(thing).put(key, thing);
  }

  private Map<String, Thing> onTranscript(Thing thing) {
    return byTranscript.computeIfAbsent(thing.transcript(), t -> new LinkedHashMap<>());
  }

  private UndoStacks stacks(RaterId rater) {
    return stacks.computeIfAbsent(rater, r -> new UndoStacks());
  }
}
