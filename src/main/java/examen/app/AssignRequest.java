package examen.app;

import examen.rating.Overlap;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How transcripts are to be given out. What is null stays as in the plan that holds, if there is
 * one.
 *
 * @param raters ids or names; empty for those of the plan that holds
 * @param calibrate how many transcripts all read, the named ones and those of before included
 * @param named transcripts that all read
 * @param by conditions whose combinations every rater gets as evenly as can be
 * @param packages the folder to write work packages to; null for none
 * @param dryRun whether nothing is to be stored or written
 * @param what which transcripts are given
 */
public record AssignRequest(
    List<String> raters,
    @Nullable Overlap overlap,
    int calibrate,
    Set<TranscriptId> named,
    @Nullable List<String> by,
    @Nullable Long seed,
    @Nullable Path packages,
    boolean dryRun,
    What what) {
  /** Which transcripts are given. */
  public sealed interface What {
    /** Those that the plan that holds reaches; all where there is none. */
    record AsBefore() implements What {}

    /** All of the project, whatever was given before. */
    record Everything() implements What {}

    /**
     * Those that were drawn; the others stay as they are.
     *
     * @param plan name of the sampling plan
     */
    record Drawn(String plan) implements What {}
  }

  public AssignRequest {
    raters = List.copyOf(raters);
    named = Set.copyOf(named);
  }

  /** Of what the plan that holds reaches. */
  public AssignRequest(
      List<String> raters,
      @Nullable Overlap overlap,
      int calibrate,
      Set<TranscriptId> named,
      @Nullable List<String> by,
      @Nullable Long seed,
      @Nullable Path packages,
      boolean dryRun) {
    this(raters, overlap, calibrate, named, by, seed, packages, dryRun, new What.AsBefore());
  }
}
