package examen.study;

import examen.rating.RaterId;
import examen.stats.ReliabilityTable;
import examen.stats.gold.DawidSkene;
import examen.stats.gold.DawidSkeneFit;
import examen.stats.gold.GoldView;
import examen.stats.gold.VoteRule;
import examen.transcript.TranscriptId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose word counts where several raters, or a classifier, said something of a transcript. */
public sealed interface Gold {
  /** The rules that weigh the words of all raters, in the order in which they are offered. */
  List<ByTable> OF_ALL =
      List.of(
          new Votes("majority", "majority of raters, ties unresolved", VoteRule.MAJORITY),
          new Votes("plurality", "most votes, ties unresolved", VoteRule.PLURALITY),
          new Votes("unanimous", "unanimous raters", VoteRule.UNANIMOUS),
          new Modelled());

  /** As it is written in a choice. */
  String wire();

  /** As it is shown. */
  String title();

  /** What is held for true of each transcript; what is not in it is unresolved. */
  Map<TranscriptId, String> of(Frame frame, Variable variable);

  /** Whether somebody whose word counts submitted a review of it. */
  boolean isRead(Case one);

  /**
   * {@code majority}, {@code plurality}, {@code unanimous}, {@code dawid-skene} or {@code
   * rater:ID}.
   *
   * @throws Unanswerable if there is no such rule or rater
   */
  static Gold of(Frame frame, String wire) {
    for (Gold rule : OF_ALL) {
      if (rule.wire().equals(wire)) {
        return rule;
      }
    }
    RaterId rater = new RaterId(wire.startsWith("rater:") ? wire.substring(6) : wire);
    if (!frame.raters().contains(rater)) {
      throw new Unanswerable(
          "there is no rule \"%s\"; there are majority, plurality, unanimous, dawid-skene, rater:ID"
              .formatted(wire));
    }
    return new OfRater(rater);
  }

  /** What a condition or a classifier says of a transcript needs no rule. */
  private static Optional<String> plain(Case one, Variable variable) {
    return switch (variable) {
      case Variable.OfLabel label -> label.of(one);
      case Variable.OfCondition(String name) -> one.conditions().get(name);
      case Variable.Human human -> Optional.empty();
    };
  }

  private static Map<TranscriptId, String> plain(Frame frame, Variable variable) {
    Map<TranscriptId, String> all = new HashMap<>();
    frame.cases().forEach(c -> plain(c, variable).ifPresent(said -> all.put(c.id(), said)));
    return all;
  }

  /** One rater's word. */
  record OfRater(RaterId rater) implements Gold {
    @Override
    public String wire() {
      return "rater:" + rater.value();
    }

    @Override
    public String title() {
      return "rater " + rater.value();
    }

    @Override
    public boolean isRead(Case one) {
      return one.submitted(rater).isPresent();
    }

    @Override
    public Map<TranscriptId, String> of(Frame frame, Variable variable) {
      if (!(variable instanceof Variable.Human human)) {
        return plain(frame, variable);
      }
      Map<TranscriptId, String> all = new HashMap<>();
      frame.cases().forEach(c -> human.of(c, rater).ifPresent(said -> all.put(c.id(), said)));
      return all;
    }
  }

  /** A view of what all raters said. */
  sealed interface ByTable extends Gold {
    /** The view, with why units are unresolved. */
    GoldView view(ReliabilityTable table);

    @Override
    default boolean isRead(Case one) {
      return !one.submitted().isEmpty();
    }

    @Override
    default Map<TranscriptId, String> of(Frame frame, Variable variable) {
      if (!(variable instanceof Variable.Human human)) {
        return plain(frame, variable);
      }
      if (human.categories(frame).isEmpty()) {
        return Map.of();
      }
      Ratings ratings = Ratings.of(frame, human);
      return ratings.held(view(ratings.table()));
    }
  }

  /** What most said; a tie is unresolved, never broken by the order of answers. */
  record Votes(String wire, String title, VoteRule rule) implements ByTable {
    @Override
    public GoldView view(ReliabilityTable table) {
      return rule.of(table);
    }
  }

  /** What the model of Dawid and Skene believes, where it is sure enough. */
  record Modelled() implements ByTable {
    @Override
    public String wire() {
      return "dawid-skene";
    }

    @Override
    public String title() {
      return "Dawid and Skene's model of the raters, posterior below %s unresolved"
          .formatted(DawidSkeneFit.SURE);
    }

    @Override
    public GoldView view(ReliabilityTable table) {
      return DawidSkene.fit(table).gold(table.scale());
    }
  }
}
