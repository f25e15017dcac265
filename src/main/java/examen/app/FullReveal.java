package examen.app;

import examen.rating.Blinding;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.FirstSight;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.ReadingList;
import examen.rating.Reveal;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.store.TranscriptTable;
import examen.transcript.TranscriptId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has one who does not rate by a plan, such as a researcher, shown what classifiers and raters say
 * of all transcripts at once. It is one step, recorded before anything is shown, and for good.
 */
public final class FullReveal {
  private static final Set<Reveal.Of> EVERYTHING = EnumSet.allOf(Reveal.Of.class);

  private final Workbench workbench;
  private final ProjectFile file;
  private final RaterId rater;

  public FullReveal(Workbench workbench, RaterId rater) {
    this.workbench = workbench;
    this.file = workbench.file();
    this.rater = rater;
  }

  /**
   * What it would come to.
   *
   * @param transcripts of how many not everything was shown to this rater so far, as is recorded
   * @param open how many of them the rater has neither submitted nor had shown at any time before:
   *     what they say of these counts as not blind from then on
   * @param begun on how many of these they have said something already
   */
  public record Cost(int transcripts, int open, int begun) {}

  /** Why it cannot be had, in one line; empty if it can. */
  public Optional<String> refusal() {
    workbench.checkThread();
    if (file.reading(reading -> ProjectSettings.get(reading, Raters.PACKAGE_OF)).isPresent()) {
      return Optional.of(
          "this is a work package: what others say is in the project it comes from, and not here");
    }
    return workbench
        .readOnly()
        .map(why -> "nothing can be recorded here, as " + why)
        .or(() -> workbench.raters().refusal(rater))
        .or(this::refusalByPlan);
  }

  private Optional<String> refusalByPlan() {
    boolean isPlanned = !workbench.plans().of(rater).assigned().isEmpty();
    return switch (workbench.reveals().when()) {
      case ANY_TIME -> Optional.empty();
      case AFTER_SUBMISSION ->
          isPlanned
              ? Optional.of(
                  "the plan gives you transcripts to rate: of each you are shown what others say"
                      + " once you have submitted it, unless the project allows it at any time")
              : Optional.empty();
    };
  }

  /** What it would come to now. */
  public Cost cost() {
    int transcripts = 0;
    int open = 0;
    int begun = 0;
    List<TranscriptId> readable = readable();
    synchronized (workbench) {
      Ledger ledger = workbench.stored().ledger();
      for (TranscriptId id : readable) {
        if (isShown(ledger, id)) {
          continue;
        }
        transcripts++;
        Optional<FirstSight> before = ledger.firstSight(rater, id);
        if (before.isEmpty()) {
          open++;
          boolean said = ledger.things(id).stream().anyMatch(t -> t.rater().equals(rater));
          begun += said ? 1 : 0;
        }
      }
    }
    return new Cost(transcripts, open, begun);
  }

  private boolean isShown(Ledger ledger, TranscriptId id) {
    return EVERYTHING.stream().allMatch(what -> ledger.isRevealed(rater, id, what));
  }

  /** Records that all of it is shown to this rater, if it may be; it can then be asked for. */
  public Decision make() {
    return workbench.act(rater, new Command.ShowAll(new LinkedHashSet<>(readable()), EVERYTHING));
  }

  /** The reason if this may not be shown to this rater; asked again before it is stored. */
  Optional<String> refusal(Command.ShowAll wanted) {
    Set<TranscriptId> there = new HashSet<>(readable());
    return refusal()
        .or(
            () ->
                there.containsAll(wanted.transcripts())
                    ? Optional.empty()
                    : Optional.of("one of these transcripts is not there, or not yours to read"));
  }

  private List<TranscriptId> readable() {
    workbench.checkThread();
    ReadingList list = workbench.plans().listOf(rater);
    List<TranscriptId> all = file.reading(TranscriptTable::ids);
    synchronized (workbench) {
      Ledger ledger = workbench.stored().ledger();
      return all.stream().filter(id -> Blinding.mayRead(ledger, rater, id, list)).toList();
    }
  }
}
