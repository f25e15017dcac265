package examen.study;

import examen.report.Report;
import examen.stats.design.Drawn;
import examen.stats.design.Frame.Item;
import examen.stats.design.Stratum;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Draws transcripts for reading, so that what is read can be weighed for all; or chooses those in
 * which errors are likely, which says nothing of the others.
 */
public final class Sampling implements Study {
  static final Choice DESIGN =
      new Choice(
          "design",
          "How to draw",
          "how transcripts are drawn; the two that end in first choose, and give no sample",
          Choice.Kind.ONE_OF,
          SamplingDesign.SIMPLE_RANDOM.wire(),
          SamplingDesign.wires());
  static final Choice SIZE =
      new Choice("size", "How many", "how many to draw", Choice.Kind.WHOLE_NUMBER, "");
  static final Choice STRATA =
      new Choice(
          "strata",
          "Strata",
          "labels and conditions within which to draw, with commas between them",
          Choice.Kind.VARIABLES,
          "");
  static final Choice SCORE =
      new Choice(
          "score",
          "By the score of",
          "the label by whose score to draw, or to make strata with --bins",
          Choice.Kind.LABEL,
          "");
  static final Choice BINS =
      new Choice(
          "bins",
          "Edges of strata",
          "where the score parts strata, such as 0.2,0.5,0.8",
          Choice.Kind.TEXT,
          "");
  static final Choice ALLOCATION =
      new Choice(
          "allocation",
          "Given to strata",
          "how many come from each stratum: by its size, all alike, or more where rates vary more",
          Choice.Kind.ONE_OF,
          "proportional",
          List.of("proportional", "equal", "neyman"));
  static final Choice RATES =
      new Choice(
          "rates",
          "Expected rates",
          "for neyman what is expected of strata, such as yes=0.9,no=0.05; 0.5 where nothing is"
              + " said",
          Choice.Kind.TEXT,
          "");
  static final Choice BY =
      new Choice(
          "by",
          "More likely with",
          "for unequal whether a high score is drawn more often, or one near 0.5",
          Choice.Kind.ONE_OF,
          "score",
          List.of("score", SamplingSizes.UNCERTAINTY));
  static final Choice FLOOR =
      new Choice(
          "floor",
          "Least probability",
          "for unequal the least probability of being drawn, above 0",
          Choice.Kind.NUMBER,
          "0.02");
  static final Choice LABEL =
      new Choice(
          "label",
          "Disagreement of",
          "for disagreement-first the classifier's label",
          Choice.Kind.LABEL,
          "");
  static final Choice AGAINST =
      new Choice(
          "against",
          "With",
          "for disagreement-first another label, as label:RUN/NAME, or a question or tag",
          Choice.Kind.VARIABLE,
          "");

  @Override
  public String id() {
    return "sample";
  }

  @Override
  public String title() {
    return "Draw a sample";
  }

  @Override
  public String about() {
    return "Which transcripts to read, drawn so that what is read can be weighed for all";
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        DESIGN,
        SIZE,
        STRATA,
        SCORE,
        BINS,
        ALLOCATION,
        RATES,
        BY,
        FLOOR,
        LABEL,
        AGAINST,
        Choices.WITHIN,
        Choices.GOLD,
        Choices.SEED);
  }

  /**
   * A plan to be stored, and what is to be said of it.
   *
   * @param report also says what only the draw knew, such as how many have no score
   */
  public record Made(SamplingPlan plan, Report report) {}

  /** What would be drawn; nothing is stored. */
  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    return made(frame, chosen, "", Instant.EPOCH).report();
  }

  /**
   * The plan that these choices draw, with its report.
   *
   * @param name empty where it is only to be looked at
   * @throws Unanswerable if it cannot be drawn as it is asked for
   */
  public static Made made(Frame frame, Chosen chosen, String name, Instant at) {
    SamplingRequest request = SamplingRequest.of(frame, chosen);
    SamplingPlan plan = plan(request, chosen, name, at);
    return new Made(plan, new SamplingReport(plan).with(request.notes(), chosen.all()));
  }

  /**
   * The plan that these choices draw, to be stored.
   *
   * @throws Unanswerable if it cannot be drawn as it is asked for
   */
  public static SamplingPlan plan(Frame frame, Chosen chosen, String name, Instant at) {
    return made(frame, chosen, name, at).plan();
  }

  /** The report of a plan that is stored. */
  public static Report report(SamplingPlan plan) {
    return new SamplingReport(plan).with(List.of(), plan.terms());
  }

  private static SamplingPlan plan(
      SamplingRequest request, Chosen chosen, String name, Instant at) {
    Drawn drawn = request.design().draw(request.frame(), chosen.whole(Choices.SEED.id()));
    SamplingPlan plan =
        new SamplingPlan(
            name,
            at,
            drawn.design(),
            drawn.seed(),
            terms(request, chosen),
            drawn.frameHash(),
            drawn.strata(),
            units(request, drawn));
    refuseEmptyStrata(plan);
    return plan;
  }

  /** What was asked for, without what has no part in the design. */
  private static SortedMap<String, String> terms(SamplingRequest request, Chosen chosen) {
    SortedMap<String, String> terms = new TreeMap<>(chosen.all());
    terms.keySet().removeIf(id -> !request.kind().uses(id) || !chosen.has(id));
    return terms;
  }

  private static List<SamplingPlan.Unit> units(SamplingRequest request, Drawn drawn) {
    Map<String, Integer> strata = new HashMap<>();
    drawn.strata().forEach(stratum -> strata.put(stratum.name(), strata.size()));
    Map<String, Integer> places = new HashMap<>();
    drawn.items().forEach(item -> places.put(item.id(), places.size() + 1));
    List<SamplingPlan.Unit> units = new ArrayList<>();
    List<Item> items = request.frame().items();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      units.add(
          new SamplingPlan.Unit(
              new TranscriptId(item.id()),
              strata.getOrDefault(item.stratum(), 0),
              item.size(),
              drawn.probabilities().get(i).orNaN(),
              places.getOrDefault(item.id(), 0)));
    }
    return units;
  }

  /** Of what cannot be drawn nothing could ever be said. */
  private static void refuseEmptyStrata(SamplingPlan plan) {
    List<String> without = new ArrayList<>(plan.strata().stream().map(Stratum::name).toList());
    for (SamplingPlan.Unit unit : plan.drawn()) {
      without.remove(plan.strata().get(unit.stratum()).name());
    }
    if (plan.isSample() && !without.isEmpty()) {
      long least = plan.strata().stream().mapToLong(s -> Math.min(2, s.population())).sum();
      throw new Unanswerable(
          "--size %s draws none of %s; %,d give each stratum two: %s"
              .formatted(
                  plan.terms().getOrDefault(SIZE.id(), ""),
                  String.join(", ", without),
                  least,
                  String.join(", ", plan.strata().stream().map(Stratum::name).toList())));
    }
  }
}
