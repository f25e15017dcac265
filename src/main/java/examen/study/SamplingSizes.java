package examen.study;

import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * By what transcripts are more likely to be drawn, or are chosen first.
 *
 * @param sizes of each transcript, from 0, in the order of the frame
 * @param known how many can be chosen at all: those of which there is something to go by
 * @param notes what is to be known of them, a line each
 */
record SamplingSizes(List<Double> sizes, int known, List<String> notes) {
  static final String UNCERTAINTY = "uncertainty";
  private static final double MIDDLE = 0.5;

  SamplingSizes {
    sizes = List.copyOf(sizes);
    notes = List.copyOf(notes);
  }

  static SamplingSizes of(SamplingDesign kind, Frame frame, Chosen chosen) {
    return switch (kind) {
      case ALL, SIMPLE_RANDOM, STRATIFIED ->
          new SamplingSizes(
              frame.cases().stream().map(c -> 1.0).toList(), frame.cases().size(), List.of());
      case UNEQUAL -> unequal(frame, chosen);
      case UNCERTAINTY_FIRST -> byScore(frame, chosen, score -> 1 - fromMiddle(score));
      case DISAGREEMENT_FIRST -> new Disagreement(frame, chosen).sizes();
    };
  }

  private static SamplingSizes unequal(Frame frame, Chosen chosen) {
    String by = chosen.text(Sampling.BY.id());
    if (!Sampling.BY.options().contains(by)) {
      throw new Unanswerable(
          "--by wants %s, not \"%s\"".formatted(String.join(" or ", Sampling.BY.options()), by));
    }
    return by.equals(UNCERTAINTY)
        ? byScore(frame, chosen, score -> MIDDLE - fromMiddle(score))
        : byScore(frame, chosen, SamplingSizes::notNegative);
  }

  private static double notNegative(double score) {
    if (!(score >= 0 && Double.isFinite(score))) {
      throw new Unanswerable(
          "a score of --score is %s, and probabilities cannot go by what is below 0"
              .formatted(score));
    }
    return score;
  }

  private static double fromMiddle(double score) {
    if (!(score >= 0 && score <= 1)) {
      throw new Unanswerable(
          "a score of --score is %s, and uncertainty is told by scores from 0 to 1"
              .formatted(score));
    }
    return Math.abs(score - MIDDLE);
  }

  private static SamplingSizes byScore(Frame frame, Chosen chosen, Function<Double, Double> size) {
    String design = chosen.text(Sampling.DESIGN.id());
    if (!chosen.has(Sampling.SCORE.id())) {
      throw new Unanswerable("--design " + design + " wants --score");
    }
    Variable.OfLabel label = Variables.label(frame, chosen.text(Sampling.SCORE.id()));
    List<Double> sizes = new ArrayList<>();
    int scored = 0;
    for (Case one : frame.cases()) {
      OptionalDouble score = score(label, one);
      scored += score.isPresent() ? 1 : 0;
      sizes.add(score.isPresent() ? size.apply(score.getAsDouble()) : 0.0);
    }
    int without = sizes.size() - scored;
    if (scored == 0) {
      throw new Unanswerable(label.wire() + " has no scores");
    }
    return new SamplingSizes(
        sizes,
        scored,
        without == 0
            ? List.of()
            : List.of(
                "%,d transcripts have no score of %s: %s."
                    .formatted(
                        without,
                        label.title(frame),
                        design.equals(SamplingDesign.UNEQUAL.wire())
                            ? "they have the least probability"
                            : "they are not chosen")));
  }

  private static OptionalDouble score(Variable.OfLabel label, Case one) {
    Double score = label.label(one).map(l -> l.score()).orElse(null);
    return score == null || score.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(score);
  }

  /** Where a classifier and another, or people, say different things. */
  private record Disagreement(Frame frame, Chosen chosen) {
    SamplingSizes sizes() {
      for (Choice choice : List.of(Sampling.LABEL, Sampling.AGAINST)) {
        if (!chosen.has(choice.id())) {
          throw new Unanswerable("--design disagreement-first wants --" + choice.id());
        }
      }
      Variable.OfLabel label = Variables.label(frame, chosen.text(Sampling.LABEL.id()));
      Variable against = Variables.of(frame, chosen.text(Sampling.AGAINST.id()));
      Function<Case, Optional<String>> one = words(label);
      Function<Case, Optional<String>> other = said(against);
      List<Double> sizes = new ArrayList<>();
      int both = 0;
      int differing = 0;
      for (Case each : frame.cases()) {
        Optional<String> first = one.apply(each);
        Optional<String> second = other.apply(each);
        boolean known = first.isPresent() && second.isPresent();
        boolean differs = known && !first.equals(second);
        both += known ? 1 : 0;
        differing += differs ? 1 : 0;
        sizes.add(differs ? 1.0 : 0.0);
      }
      if (differing == 0) {
        throw new Unanswerable(
            "%s and %s differ in none of %,d transcripts of which both say something"
                .formatted(label.wire(), against.wire(), both));
      }
      return new SamplingSizes(
          sizes,
          differing,
          List.of(
              "%s and %s differ in %,d of %,d transcripts of which both say something."
                  .formatted(label.title(frame), against.title(frame), differing, both)));
    }

    private Function<Case, Optional<String>> said(Variable variable) {
      return switch (variable) {
        case Variable.OfLabel label -> words(label);
        case Variable.OfCondition(String name) -> each -> each.conditions().get(name);
        case Variable.Human human -> held(human);
      };
    }

    private Function<Case, Optional<String>> held(Variable.Human human) {
      Map<TranscriptId, String> held = chosen.gold(Choices.GOLD.id(), frame).of(frame, human);
      return each -> Optional.ofNullable(held.get(each.id()));
    }

    /** In the answers for which its values stand. */
    private Function<Case, Optional<String>> words(Variable.OfLabel label) {
      Map<String, String> answers = frame.texts().answers(label.run() + "/" + label.name());
      return each -> label.of(each).map(value -> answers.getOrDefault(value, value));
    }
  }
}
