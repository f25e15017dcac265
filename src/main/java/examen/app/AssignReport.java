package examen.app;

import examen.rating.AssignmentPlan;
import examen.rating.Rater;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plan gives to whom.
 *
 * @param fate what became of it
 * @param transcripts how many the project has
 */
public record AssignReport(
    AssignmentPlan plan, Fate fate, int transcripts, List<Share> shares, List<Meeting> meetings) {
  public AssignReport {
    shares = List.copyOf(shares);
    meetings = List.copyOf(meetings);
  }

  /** What became of a plan that was made. */
  public enum Fate {
    STORED("stored"),
    /** It gives what the one that holds gives, so that one goes on holding. */
    UNCHANGED("unchanged"),
    /** It was only to be looked at. */
    DRY_RUN("dry-run");

    private final String wire;

    Fate(String wire) {
      this.wire = wire;
    }

    /** The name in JSON. */
    public String wire() {
      return wire;
    }
  }

  /**
   * What one rater gets.
   *
   * @param calibration how many of the transcripts all read
   * @param begun how many they have begun
   * @param values of each condition, how many of each value, calibration included
   * @param workPackage the file that was written for them; null for none
   */
  public record Share(
      Rater rater,
      int transcripts,
      int calibration,
      int begun,
      SortedMap<String, SortedMap<String, Integer>> values,
      @Nullable Path workPackage) {
    Share withPackage(@Nullable Path file) {
      return new Share(rater, transcripts, calibration, begun, values, file);
    }
  }

  /**
   * How many transcripts two raters both read, calibration included.
   *
   * @param first comes before the second by name
   */
  public record Meeting(Rater first, Rater second, int transcripts) {}

  AssignReport as(Fate other) {
    return new AssignReport(plan, other, transcripts, shares, meetings);
  }

  AssignReport withPackages(Map<Rater, Path> files) {
    List<Share> with =
        shares.stream().map(share -> share.withPackage(files.get(share.rater()))).toList();
    return new AssignReport(plan, fate, transcripts, with, meetings);
  }
}
