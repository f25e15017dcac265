package examen.rating;

import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who is to read what, as it comes out of {@link Allotting}.
 *
 * @param assignments each rater's places go from 0 without gaps
 */
public record Allotment(SortedSet<TranscriptId> calibration, List<Assignment> assignments) {
  public Allotment {
    calibration = Collections.unmodifiableSortedSet(new TreeSet<>(calibration));
    assignments = List.copyOf(assignments);
  }

  /**
   * What is wanted.
   *
   * @param transcripts all that there are
   * @param raters to whom is given
   * @param calibrate how many transcripts all read, those named and those of before included
   * @param named transcripts that all read
   */
  public record Wish(
      PlanTerms terms,
      Map<TranscriptId, Conditions> transcripts,
      SortedSet<RaterId> raters,
      int calibrate,
      Set<TranscriptId> named) {
    public Wish {
      transcripts = Map.copyOf(transcripts);
      raters = Collections.unmodifiableSortedSet(new TreeSet<>(raters));
      named = Set.copyOf(named);
    }

    /** Why it cannot be done, in one line. */
    public Optional<String> misfit() {
      if (raters.size() < terms.overlap().fewestRaters()) {
        return Optional.of(
            "there are "
                + raters.size()
                + " raters, and "
                + terms.overlap().fewestRaters()
                + " are to read one transcript");
      }
      if (!transcripts.keySet().containsAll(named)) {
        return Optional.of("a transcript of the calibration set is not in the project");
      }
      return calibrate < 0 || calibrate > transcripts.size()
          ? Optional.of("the calibration set has 0 to " + transcripts.size() + " transcripts")
          : Optional.empty();
    }
  }

  /**
   * What was given before.
   *
   * @param begun of these, what its rater has begun; it stays theirs
   */
  public record Earlier(
      Set<TranscriptId> calibration, List<Assignment> given, Set<Assignment> begun) {
    public static final Earlier NONE = new Earlier(Set.of(), List.of(), Set.of());

    public Earlier {
      calibration = Set.copyOf(calibration);
      given = List.copyOf(given);
      begun = Set.copyOf(begun);
    }
  }
}
