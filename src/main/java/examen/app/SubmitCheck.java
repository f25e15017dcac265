package examen.app;

import examen.codebook.Codebook;
import examen.rating.AnswerSheet;
import examen.rating.Change;
import examen.rating.Decision;
import examen.rating.Ledger;
import examen.rating.Review;
import examen.rating.Step;
import examen.rating.Thing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds steps that submit reviews against the codebook: what must be answered must be. What undoes
 * is not held against it, as it brings back what was so before.
 */
final class SubmitCheck {
  private final Ledger ledger;
  private final Codebook codebook;

  SubmitCheck(Ledger ledger, Codebook codebook) {
    this.ledger = ledger;
    this.codebook = codebook;
  }

  /** The decision, or a refusal by the first question that is missing. */
  Decision held(Decision decision) {
    return decision instanceof Decision.Accepted(Step step) && step.undoes() == null
        ? refusal(step).<Decision>map(Decision.Refused::new).orElse(decision)
        : decision;
  }

  private Optional<String> refusal(Step step) {
    return step.changes().stream()
        .map(Change::thing)
        .filter(thing -> thing instanceof Review review && review.isSubmitted())
        .map(review -> sheet(review, step).refusal())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** As the step would leave it. */
  private AnswerSheet sheet(Thing review, Step step) {
    Map<String, Thing> things = new LinkedHashMap<>();
    ledger.things(review.transcript()).forEach(thing -> things.put(thing.key(), thing));
    for (Change change : step.changes()) {
      switch (change) {
        case Change.Added(Thing after) -> things.put(after.key(), after);
        case Change.Replaced(Thing before, Thing after) -> things.put(after.key(), after);
        case Change.Removed(Thing before) -> things.remove(before.key());
      }
    }
    return AnswerSheet.of(
        codebook,
        review.rater(),
        things.values().stream()
            .filter(thing -> thing.transcript().equals(review.transcript()))
            .toList());
  }
}
