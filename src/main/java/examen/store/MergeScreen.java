package examen.store;

import examen.rating.Annotation;
import examen.rating.Change;
import examen.rating.CodebookMove;
import examen.rating.HighlightDecision;
import examen.rating.Link;
import examen.rating.MergeReason;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Step;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Judges whether a step of another file, sound in itself, can be taken into this project. */
final class MergeScreen {
  /** Far more than all steps that people will ever make; what is beyond would leave no room. */
  private static final long MOST_CLOCK = 1_000_000_000_000_000L;

  private final TextMatch texts;
  private final CodebookMatch codebooks;
  private final KeyHistories keys;
  private final Set<String> taken;

  /**
   * @param taken ids of the steps that this merge takes; grows
   */
  MergeScreen(TextMatch texts, CodebookMatch codebooks, KeyHistories keys, Set<String> taken) {
    this.texts = texts;
    this.codebooks = codebooks;
    this.keys = keys;
    this.taken = taken;
  }

  /** Why it is left out; empty if it is taken. */
  Optional<MergeReason> refusal(Reading ours, StepRow row) {
    Step step;
    try {
      step = row.step();
    } catch (StoreException unreadable) {
      return Optional.of(MergeReason.UNREADABLE);
    }
    if (!isWellFormed(row, step)) {
      return Optional.of(MergeReason.UNREADABLE);
    }
    List<Thing> things = things(step);
    if (step.isOfCodebook()) {
      Optional<CodebookMove> move = CodebookMove.of(step);
      if (move.isEmpty()) {
        return Optional.of(MergeReason.UNREADABLE);
      }
      if (!codebooks.isReached(move.get())) {
        return Optional.of(MergeReason.NEWER_CODEBOOK);
      }
    }
    if (!areTheirs(ours, step)) {
      return Optional.of(MergeReason.NOT_THEIRS);
    }
    return subjectRefusal(ours, row)
        .or(() -> thingRefusal(ours, things))
        .or(() -> undoRefusal(ours, row));
  }

  private static boolean isWellFormed(StepRow row, Step step) {
    for (int n = 0; n < row.changes().size(); n++) {
      if (row.changes().get(n).n() != n) {
        return false;
      }
    }
    String undoes = step.undoes() == null ? null : step.undoes().toString();
    return row.clock() >= 1
        && row.clock() <= MOST_CLOCK
        && step.id().toString().equals(row.id())
        && Objects.equals(undoes, row.undoes());
  }

  /** A step of a codebook changes what all raters made, but never whose it is. */
  private boolean areTheirs(Reading ours, Step step) {
    for (Change change : step.changes()) {
      String owner = change.thing().rater().value();
      boolean isTheirs =
          switch (change) {
            case Change.Replaced(Thing before, Thing after) -> before.rater().equals(after.rater());
            case Change.Added _, Change.Removed _ -> true;
          };
      boolean may = step.isOfCodebook() ? isInWords(change) : owner.equals(step.rater().value());
      if (!isTheirs || !may || !keys.isOf(ours, change.key(), owner)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInWords(Change change) {
    return switch (change.thing()) {
      case Annotation _, Verdict _, HighlightDecision _, Link _, Unsupported _ -> true;
      case Review _, Reveal _ -> false;
    };
  }

  private Optional<MergeReason> subjectRefusal(Reading ours, StepRow row) {
    return row.changes().stream()
        .map(ChangeRow::subject)
        .distinct()
        .flatMap(subject -> texts.refusal(ours, subject).stream())
        .findFirst();
  }

  private Optional<MergeReason> thingRefusal(Reading ours, List<Thing> things) {
    for (Thing thing : things) {
      if (!codebooks.knows(thing)) {
        return Optional.of(MergeReason.OTHER_CODEBOOK);
      }
      if (!thing.places().stream().allMatch(anchor -> texts.stands(ours, anchor))) {
        return Optional.of(MergeReason.ALTERED_TEXT);
      }
    }
    return Optional.empty();
  }

  private Optional<MergeReason> undoRefusal(Reading ours, StepRow row) {
    String undoes = row.undoes();
    return undoes == null
            || taken.contains(undoes)
            || ours.query("SELECT 1 FROM step WHERE id = ?").text(undoes).any()
        ? Optional.empty()
        : Optional.of(MergeReason.UNDOES_LEFT_OUT);
  }

  private static List<Thing> things(Step step) {
    List<Thing> things = new ArrayList<>();
    for (Change change : step.changes()) {
      switch (change) {
        case Change.Added(Thing after) -> things.add(after);
        case Change.Removed(Thing before) -> things.add(before);
        case Change.Replaced(Thing before, Thing after) -> {
          things.add(before);
          things.add(after);
        }
      }
    }
    return things;
  }
}
