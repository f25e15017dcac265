package examen.store;

import examen.rating.MergeReason;
import examen.rating.RaterId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a merge would take from another file, found out without writing anything. */
final class MergePlan {
  private static final int AT_ONCE = 20;

  private final ProjectFile project;
  private final ForeignFile source;
  private final MergeTally tally = new MergeTally();
  private final SourceChain sourceChain = new SourceChain();
  private final KeyHistories keys = new KeyHistories();
  private final ChainGaps gaps = new ChainGaps();
  private final Set<String> supposed;
  private final Set<String> ids = new HashSet<>();
  private final List<Long> seqs = new ArrayList<>();
  private int judged;
  private final MergeScreen screen;
  private final ProjectState state;

  /**
   * @param supposed ids of steps that are to be thought of as here already
   */
  MergePlan(
      ProjectFile project, ForeignFile source, CodebookMatch codebooks, Set<String> supposed) {
    this.project = project;
    this.source = source;
    this.supposed = supposed;
    this.screen = new MergeScreen(new TextMatch(source), codebooks, keys, ids);
    this.state = project.reading(ProjectState::of);
  }

  void find(Merge.Watch watch) {
    long steps = source.reading(StepTable::count);
    LogPlace from = LogPlace.START;
    while (true) {
      LogPlace after = from;
      List<SourceStep> page = source.reading(reading -> SourceStep.after(reading, after, AT_ONCE));
      if (page.isEmpty()) {
        break;
      }
      watch.at(judged, steps);
      int before = judged;
      project.reading(
          ours -> {
            // Read again after a failure, it goes on where that came.
            for (; judged < before + page.size(); judged++) {
              judge(ours, page.get(judged - before));
            }
            return true;
          });
      from = page.getLast().place();
    }
    gaps.takeKnownTo(source);
    keys.conflicts(project, tally::conflict);
    new NeverMerged(source).remarks(project).forEach(tally::remark);
    watch.at(steps, steps);
  }

  ForeignFile source() {
    return source;
  }

  MergeTally tally() {
    return tally;
  }

  Set<String> ids() {
    return ids;
  }

  /** Whether the project is still as it was when this plan was made. */
  boolean fits(Reading ours) {
    return state.equals(ProjectState.of(ours));
  }

  /** Adds the steps in the order of the log, after those that are here. */
  void carryOut(Writing writing, Merge.Watch watch) {
    long seq = StepTable.lastSeq(writing);
    for (int i = 0; i < seqs.size(); i++) {
      if (i % AT_ONCE == 0) {
        watch.at(i, seqs.size());
      }
      long place = seqs.get(i);
      StepRow row = source.reading(reading -> StepTable.bySeq(reading, place)).orElseThrow();
      seq++;
      StepTable.insert(writing, row, seq);
      if (i == 0) {
        writing.provedBy(
            reading -> reading.query("SELECT 1 FROM step WHERE id = ?").text(row.id()).any());
      }
    }
    gaps.gaps().forEach(gap -> LeftOut.insert(writing, gap.hash(), gap.rater()));
  }

  /** Whatever can fail is read before anything is counted. */
  private void judge(Reading ours, SourceStep step) {
    if (step.isTooLarge()) {
      sourceChain.passed(step.place().id());
      tally.leftOut(step.place().id(), step.rater(), MergeReason.TOO_LARGE);
      return;
    }
    StepRow row = source.reading(reading -> StepTable.bySeq(reading, step.seq())).orElseThrow();
    Optional<MergeReason> broken = sourceChain.refusal(row);
    if (broken.isPresent()) {
      tally.leftOut(row.id(), row.rater(), broken.get());
      return;
    }
    Optional<StepRow> here = StepTable.byId(ours, row.id());
    if (here.isPresent()) {
      if (here.get().isTheSameAs(row)) {
        tally.there();
      } else {
        tally.leftOut(row.id(), row.rater(), MergeReason.OTHER_CONTENT);
      }
      return;
    }
    if (supposed.contains(row.id())) {
      tally.there();
      return;
    }
    judgeNew(ours, row);
  }

  private void judgeNew(Reading ours, StepRow row) {
    Optional<MergeReason> reason = screen.refusal(ours, row);
    if (reason.isEmpty() && !gaps.isInOrder(ours, row)) {
      reason = Optional.of(MergeReason.BROKEN_CHAIN);
    }
    if (reason.isPresent()) {
      tally.leftOut(row.id(), row.rater(), reason.get());
      return;
    }
    tally.taken(new RaterId(row.rater()));
    keys.take(row);
    gaps.take(ours, row);
    ids.add(row.id());
    seqs.add(row.seq());
  }

  /** By what a plan depends on the project. */
  private record ProjectState(long lastStep, long transcripts, String codebooks) {
    static ProjectState of(Reading reading) {
      return new ProjectState(
          StepTable.lastSeq(reading),
          reading
              .query("SELECT count(*) FROM transcript")
              .first(row -> row.integer(1))
              .orElseThrow(),
          CodebookTable.all(reading).stream()
                  .map(c -> c.id() + " " + c.version())
                  .toList()
                  .toString()
              + CodebookTable.inUse(reading).map(StoredCodebook::version));
    }
  }
}
