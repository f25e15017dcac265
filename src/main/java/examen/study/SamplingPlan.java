package examen.study;

import examen.stats.design.Stratum;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How transcripts were drawn for reading or auditing. It is kept as it was at the draw and never
 * changed, so that what is read can be weighed whatever is imported or labelled later.
 *
 * @param name by which it is known; each once in a project
 * @param design what {@link examen.stats.design.Design#id} says
 * @param seed of {@link examen.stats.design.Drawn#GENERATOR}
 * @param terms what was asked for, by the ids of the choices of the draw
 * @param frameHash of the transcripts that could be drawn, see {@link
 *     examen.stats.design.Frame#hash}
 * @param strata in the order of their names; one where the design has none
 * @param units all transcripts that could be drawn, in the order of their ids
 */
public record SamplingPlan(
    String name,
    Instant at,
    String design,
    long seed,
    SortedMap<String, String> terms,
    String frameHash,
    List<Stratum> strata,
    List<Unit> units) {
  /**
   * A transcript that could be drawn.
   *
   * @param stratum its place among the strata, from 0
   * @param size by which unequal probabilities or choices went; from 0
   * @param probability of being drawn, above 0 and at most 1; NaN where transcripts were chosen
   * @param place in the order of reading, from 1; 0 where it was not drawn
   */
  public record Unit(
      TranscriptId transcript, int stratum, double size, double probability, int place) {
    public boolean isDrawn() {
      return place > 0;
    }
  }

  /**
   * What is quickly said of a plan.
   *
   * @param design what was asked for, such as "stratified"
   * @param population how many transcripts could be drawn
   * @param drawn how many were
   */
  public record Line(
      String name, Instant at, String design, long seed, long population, long drawn) {}

  private static final int LONGEST_NAME = 100;

  public SamplingPlan {
    terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
    strata = List.copyOf(strata);
    units = List.copyOf(units);
  }

  /** Whether anything can be said of the transcripts that were not drawn. */
  public boolean isSample() {
    return units.stream().noneMatch(unit -> Double.isNaN(unit.probability));
  }

  /** Whether a plan can have this name: one line that people can type. */
  public static boolean isName(String name) {
    return !name.isBlank()
        && name.equals(name.strip())
        && name.length() <= LONGEST_NAME
        && name.codePoints().noneMatch(SamplingPlan::isHidden);
  }

  private static boolean isHidden(int c) {
    return Character.isISOControl(c)
        || switch (Character.getType(c)) {
          case Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED ->
              true;
          default -> false;
        };
  }

  /** In what this cannot be what a draw gives, in a few words; empty if it can. */
  public Optional<String> flaw() {
    return new PlanFlaws(this).first();
  }

  /** What was drawn, in the order of reading; the first of them are a sample too. */
  public List<Unit> drawn() {
    return units.stream()
        .filter(Unit::isDrawn)
        .sorted(Comparator.comparingInt(Unit::place))
        .toList();
  }
}
