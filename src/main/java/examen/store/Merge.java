package examen.store;

import examen.codebook.Codebook;
import examen.rating.MergeAccount;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what raters did in other copies of a project into this one: the union of the steps, in any
 * order and any number of times with the same result. What cannot be taken is left out and told;
 * the other file is never changed.
 */
public final class Merge {
  private static final int MOST_TRIES = 5;

  private final ProjectFile project;
  private final CodebookMatch codebooks;
  private final Set<String> supposed = new HashSet<>();

  /** Told how far a merge has come. */
  public interface Watch {
    /** Whatever it throws stops the merge, and nothing was taken. */
    void at(long done, long total);
  }

  /**
   * @param codebooks the one in use in this project and its earlier versions
   */
  public Merge(ProjectFile project, List<Codebook> codebooks) {
    this.project = project;
    this.codebooks = new CodebookMatch(codebooks);
  }

  /**
   * What would be taken; nothing is written. Of several files each is looked at as if those before
   * it had been taken.
   */
  public MergeAccount preview(ForeignFile source, Watch watch) {
    MergePlan plan = new MergePlan(project, source, codebooks, supposed);
    plan.find(watch);
    supposed.addAll(plan.ids());
    return plan.tally()
        .account(
            project.reading(ours -> new RosterMerge(source).look(ours)),
            project.reading(ours -> new SamplingMerge(source).look(ours)));
  }

  /**
   * Takes all that can be taken, as a whole.
   *
   * @throws StoreException if it could not be stored; then nothing was taken
   */
  public MergeAccount take(ForeignFile source, Watch watch) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      MergePlan plan = new MergePlan(project, source, codebooks, Set.of());
      plan.find(watch);
      Optional<MergeAccount> account =
          project.inTransaction(
              writing ->
                  plan.fits(writing) ? Optional.of(take(plan, writing, watch)) : Optional.empty());
      if (account.isPresent()) {
        return account.get();
      }
    }
    throw Reasons.of(project.path(), "another program keeps changing this project; try again");
  }

  private static MergeAccount take(MergePlan plan, Writing writing, Watch watch) {
    plan.carryOut(writing, watch);
    return plan.tally()
        .account(
            new RosterMerge(plan.source()).take(writing),
            new SamplingMerge(plan.source()).take(writing));
  }
}
