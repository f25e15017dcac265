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
 */
public record AssignRequest(
    List<String> raters,
    @Nullable Overlap overlap,
    int calibrate,
    Set<TranscriptId> named,
    @Nullable List<String> by,
    @Nullable Long seed,
    @Nullable Path packages,
    boolean dryRun) {
  public AssignRequest {
    raters = List.copyOf(raters);
    named = Set.copyOf(named);
  }
}
