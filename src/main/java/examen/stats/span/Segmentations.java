package examen.stats.span;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.LongStream;

/**
 * Two ways to cut a text wholly into segments, such as turns or phases: boundary similarity
 * (Fournier 2013), segmentation similarity (Fournier and Inkpen 2012), P<sub>k</sub> (Beeferman,
 * Berger and Lafferty 1999) and WindowDiff (Pevzner and Hearst 2002). For texts of which most is
 * not marked they say nothing. Both similarities are undefined when neither has a boundary, the two
 * others when the text is no longer than the window.
 */
public final class Segmentations {
  private static final Undefined NO_BOUNDARY = new Undefined("neither has a boundary");
  private static final int SHORTEST_WINDOW = 2;

  private final int units;
  private final BitSet reference;
  private final BitSet hypothesis;
  private final int segments;

  /**
   * @param reference the lengths of the segments, in units of text, each above 0
   * @param hypothesis those of the other; of the same sum
   */
  public Segmentations(int[] reference, int[] hypothesis) {
    this.units = sum(reference);
    this.segments = reference.length;
    this.reference = boundaries(reference);
    this.hypothesis = boundaries(hypothesis);
    if (units == 0 || units != sum(hypothesis)) {
      throw new IllegalArgumentException(
          "texts of " + units + " and " + sum(hypothesis) + " units");
    }
  }

  private static int sum(int[] masses) {
    return Math.toIntExact(LongStream.of(Arrays.stream(masses).asLongStream().toArray()).sum());
  }

  /** A boundary after unit i is bit i. */
  private static BitSet boundaries(int[] masses) {
    BitSet boundaries = new BitSet();
    int at = 0;
    for (int segment = 0; segment < masses.length; segment++) {
      if (masses[segment] <= 0) {
        throw new IllegalArgumentException("a segment of length " + masses[segment]);
      }
      at += masses[segment];
      if (segment + 1 < masses.length) {
        boundaries.set(at - 1);
      }
    }
    return boundaries;
  }

  /** 1 less the edits by the boundaries of any; a boundary off by one is half an edit. */
  public Result boundarySimilarity() {
    Edits edits = edits();
    int all = edits.missing + edits.moved + edits.same;
    return all == 0 ? NO_BOUNDARY : new Estimate(1 - edits.cost() / all);
  }

  /** 1 less the edits by the places at which there could be a boundary. */
  public Result segmentationSimilarity() {
    Edits edits = edits();
    return edits.missing + edits.moved + edits.same == 0
        ? NO_BOUNDARY
        : new Estimate(1 - edits.cost() / (units - 1));
  }

  /** The share of windows whose ends lie in one segment for one only; 0 is best. */
  public Result pk() {
    return windows((inReference, inHypothesis) -> (inReference == 0) != (inHypothesis == 0));
  }

  /** The share of windows with another number of boundaries; 0 is best. */
  public Result windowDiff() {
    return windows((inReference, inHypothesis) -> inReference != inHypothesis);
  }

  /** Half the mean length of a segment of the reference, rounded half to even, at least 2. */
  public int window() {
    return Math.max(SHORTEST_WINDOW, (int) Math.rint((double) units / segments / 2));
  }

  private interface Differing {
    boolean differ(int inReference, int inHypothesis);
  }

  private Result windows(Differing differing) {
    int window = window();
    if (units <= window) {
      return new Undefined("the text is no longer than the window");
    }
    int[] ofReference = running(reference);
    int[] ofHypothesis = running(hypothesis);
    int count = 0;
    for (int from = 0; from + window < units; from++) {
      int to = from + window;
      count +=
          differing.differ(
                  ofReference[to] - ofReference[from], ofHypothesis[to] - ofHypothesis[from])
              ? 1
              : 0;
    }
    return new Estimate((double) count / (units - window));
  }

  /** How many boundaries there are before each unit. */
  private int[] running(BitSet boundaries) {
    int[] running = new int[units];
    for (int unit = 1; unit < units; unit++) {
      running[unit] = running[unit - 1] + (boundaries.get(unit - 1) ? 1 : 0);
    }
    return running;
  }

  /**
   * The least edits.
   *
   * @param same boundaries that both have
   * @param moved boundaries of one that the other has one place beside
   * @param missing boundaries that one has only
   */
  private record Edits(int same, int moved, int missing) {
    double cost() {
      return missing + moved / 2.0;
    }
  }

  private Edits edits() {
    BitSet same = copy(reference);
    same.and(hypothesis);
    BitSet differing = copy(reference);
    differing.xor(hypothesis);
    int missing = 0;
    int moved = 0;
    for (int at = differing.nextSetBit(0); at >= 0; at = differing.nextSetBit(at + 1)) {
      if (differing.get(at + 1) && reference.get(at) != reference.get(at + 1)) {
        moved++;
        at++;
      } else {
        missing++;
      }
    }
    return new Edits(same.cardinality(), moved, missing);
  }

  private static BitSet copy(BitSet boundaries) {
    return (BitSet) boundaries.clone();
  }
}
