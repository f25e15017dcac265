package examen.study;

import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts from which transcripts are drawn by themselves.
 *
 * @param names the stratum of each transcript, in the order of the frame
 * @param notes what is to be known of them, a line each
 */
record SamplingStrata(List<String> names, List<String> notes) {
  static final String ALL = "all";
  private static final String NO_SCORE = "no score";
  private static final int MOST_EDGES = 20;

  SamplingStrata {
    names = List.copyOf(names);
    notes = List.copyOf(notes);
  }

  static SamplingStrata of(SamplingDesign kind, Frame frame, Chosen chosen) {
    return switch (kind) {
      case STRATIFIED -> stratified(frame, chosen);
      case ALL, SIMPLE_RANDOM, UNEQUAL, UNCERTAINTY_FIRST, DISAGREEMENT_FIRST ->
          new SamplingStrata(frame.cases().stream().map(c -> ALL).toList(), List.of());
    };
  }

  private static SamplingStrata stratified(Frame frame, Chosen chosen) {
    List<Variable> by = variables(frame, chosen);
    boolean byScore = chosen.has(Sampling.BINS.id());
    if (byScore != chosen.has(Sampling.SCORE.id())) {
      throw new Unanswerable("--bins and --score go together in --design stratified");
    }
    if (by.isEmpty() && !byScore) {
      throw new Unanswerable("--design stratified wants --strata, or --score with --bins");
    }
    Gold gold = chosen.gold(Choices.GOLD.id(), frame);
    List<Map<TranscriptId, String>> values = by.stream().map(v -> gold.of(frame, v)).toList();
    Variable.@Nullable OfLabel label =
        byScore ? Variables.label(frame, chosen.text(Sampling.SCORE.id())) : null;
    List<Double> edges = byScore ? edges(chosen) : List.of();
    List<String> names = new ArrayList<>();
    for (Case one : frame.cases()) {
      List<String> words = new ArrayList<>();
      values.forEach(map -> words.add(map.getOrDefault(one.id(), Slices.NOT_SAID)));
      if (label != null) {
        words.add(bin(label.label(one).map(l -> l.score()).orElse(null), edges));
      }
      names.add(String.join(" | ", words));
    }
    return new SamplingStrata(names, notes(names));
  }

  private static List<String> notes(List<String> names) {
    long without =
        names.stream().filter(n -> n.contains(Slices.NOT_SAID) || n.endsWith(NO_SCORE)).count();
    return without == 0
        ? List.of()
        : List.of(
            "Of %,d transcripts something by which strata are made is not known; they are strata of their own."
                .formatted(without));
  }

  private static List<Variable> variables(Frame frame, Chosen chosen) {
    List<Variable> by =
        chosen.texts(Sampling.STRATA.id()).stream().map(w -> Variables.of(frame, w)).toList();
    if (by.stream().anyMatch(Variable.Human.class::isInstance)) {
      throw new Unanswerable(
          "--strata wants labels and conditions: what people say is known only of what they read");
    }
    return by;
  }

  private static List<Double> edges(Chosen chosen) {
    List<String> wanted = chosen.texts(Sampling.BINS.id());
    List<Double> edges = new ArrayList<>();
    for (String each : wanted) {
      double edge = edge(each);
      if (!edges.isEmpty() && edge <= edges.getLast()) {
        throw new Unanswerable("--bins wants rising numbers, such as 0.2,0.5,0.8");
      }
      edges.add(edge);
    }
    if (edges.size() > MOST_EDGES) {
      throw new Unanswerable("--bins wants at most " + MOST_EDGES + " numbers");
    }
    return edges;
  }

  private static double edge(String number) {
    try {
      double edge = Double.parseDouble(number);
      if (Double.isFinite(edge)) {
        return edge;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Unanswerable("--bins wants numbers with commas between them, not \"" + number + "\"");
  }

  /** "score 0.2..0.5": the lower edge belongs to it, the upper one does not. */
  private static String bin(@Nullable Double score, List<Double> edges) {
    if (score == null || score.isNaN()) {
      return NO_SCORE;
    }
    int above = (int) edges.stream().filter(edge -> score >= edge).count();
    String from = above == 0 ? "" : edges.get(above - 1).toString();
    String to = above == edges.size() ? "" : edges.get(above).toString();
    return "score " + from + ".." + to;
  }
}
