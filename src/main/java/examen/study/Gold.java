package examen.study;

import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whose word counts where several raters, or a classifier, said something of a transcript. */
public sealed interface Gold {
  /** As it is written in a choice. */
  String wire();

  /** As it is shown. */
  String title();

  /** What is held for true of each transcript; what is not in it is unresolved. */
  Map<TranscriptId, String> of(Frame frame, Variable variable);

  /**
   * {@code majority}, {@code plurality}, {@code unanimous}, {@code dawid-skene} or {@code
   * rater:ID}.
   */
  static Gold of(Frame frame, String wire) {
    return switch (wire) {
      case "majority", "plurality", "unanimous" -> new Votes(wire);
      default -> {
        RaterId rater = new RaterId(wire.startsWith("rater:") ? wire.substring(6) : wire);
        if (!frame.raters().contains(rater)) {
          throw new Unanswerable(
              "there is no rule \"%s\"; there are majority, plurality, unanimous, rater:ID"
                  .formatted(wire));
        }
        yield new OfRater(rater);
      }
    };
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
    public Map<TranscriptId, String> of(Frame frame, Variable variable) {
      if (!(variable instanceof Variable.Human human)) {
        return plain(frame, variable);
      }
      Map<TranscriptId, String> all = new HashMap<>();
      frame.cases().forEach(c -> human.of(c, rater).ifPresent(said -> all.put(c.id(), said)));
      return all;
    }
  }

  /** What most said; a tie is unresolved, never broken by the order of answers. */
  record Votes(String wire) implements Gold {
    @Override
    public String title() {
      return switch (wire) {
        case "majority" -> "majority of raters, ties unresolved";
        case "plurality" -> "most votes, ties unresolved";
        default -> "unanimous raters";
      };
    }

    @Override
    public Map<TranscriptId, String> of(Frame frame, Variable variable) {
      if (!(variable instanceof Variable.Human human)) {
        return plain(frame, variable);
      }
      Map<TranscriptId, String> all = new HashMap<>();
      frame.cases().forEach(c -> winner(votes(c, human)).ifPresent(said -> all.put(c.id(), said)));
      return all;
    }

    private static List<String> votes(Case one, Variable.Human human) {
      List<String> votes = new ArrayList<>();
      one.submitted().forEach(sheet -> human.of(sheet).ifPresent(votes::add));
      return votes;
    }

    private Optional<String> winner(List<String> votes) {
      Map<String, Long> counts =
          votes.stream().collect(Collectors.groupingBy(vote -> vote, Collectors.counting()));
      long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
      List<String> first =
          counts.keySet().stream().filter(vote -> counts.getOrDefault(vote, 0L) == most).toList();
      boolean enough =
          switch (wire) {
            case "majority" -> 2 * most > votes.size();
            case "plurality" -> true;
            default -> most == votes.size();
          };
      return first.size() == 1 && enough ? Optional.of(first.getFirst()) : Optional.empty();
    }
  }
}
