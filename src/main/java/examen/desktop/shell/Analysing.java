package examen.desktop.shell;

import examen.app.Findings;
import examen.app.Progress;
import examen.desktop.findings.Behind;
import examen.desktop.findings.FindingsViewModel;
import examen.desktop.findings.KeepPlanViewModel;
import examen.desktop.findings.SavingViewModel;
import examen.desktop.fx.Texts;
import examen.desktop.queue.QueueRow;
import examen.desktop.queue.QueueViewModel;
import examen.report.Report;
import examen.study.Frame;
import examen.study.Sampling;
import examen.study.Studies;
import examen.transcript.TranscriptId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Analyses of what the rater may know, and the transcripts behind their numbers as the queue in
 * Review.
 */
public final class Analysing {
  private final QueueViewModel queue;
  private final ShellViewModel shell;
  private final BooleanSupplier showAll;
  private final Texts texts;
  private final FindingsViewModel findings;
  private final SavingViewModel saving;
  private final KeepPlanViewModel plans;
  private @Nullable Behind awaited;

  /**
   * @param showAll has the queue filled with everything; false where that is so already, or not the
   *     rater's to choose
   */
  Analysing(
      Session session,
      QueueViewModel queue,
      ShellViewModel shell,
      BooleanSupplier showAll,
      Texts texts) {
    this.queue = queue;
    this.shell = shell;
    this.showAll = showAll;
    this.texts = texts;
    findings =
        new FindingsViewModel(
            new Asked(session.workbench().findings(session.rater())),
            Studies.ALL,
            new FindingsViewModel.Tools(session.work(), texts, this::open, this::back));
    saving = new SavingViewModel(session.work(), texts);
    plans =
        new KeepPlanViewModel(
            findings,
            new Sampling().id(),
            session.work(),
            (said, name) -> session.workbench().samples(session.rater()).draw(said, name),
            texts);
  }

  /** What is asked of a project. */
  private record Asked(Findings findings) implements FindingsViewModel.Asks {
    @Override
    public Frame frame() {
      return findings.frame();
    }

    @Override
    public Optional<Report> of(
        Frame frame, String study, Map<String, String> said, Progress progress) {
      return findings.unlessStopped(frame, study, said, progress);
    }
  }

  public FindingsViewModel findings() {
    return findings;
  }

  /** Samples that are kept as plans. */
  public KeepPlanViewModel plans() {
    return plans;
  }

  public SavingViewModel saving() {
    return saving;
  }

  private void back() {
    shell.workspaceProperty().set(Workspace.REVIEW);
  }

  private void open(Behind behind) {
    boolean waits = missing(behind) > 0 && showAll.getAsBoolean();
    awaited = waits ? behind : null;
    show(behind);
  }

  /** The first of them as the queue has them. */
  private TranscriptId first(List<TranscriptId> there) {
    Set<TranscriptId> wanted = Set.copyOf(there);
    return queue.rows().stream()
        .map(QueueRow::id)
        .filter(wanted::contains)
        .findFirst()
        .orElse(there.getFirst());
  }

  /** The queue was filled anew. */
  void filled() {
    Behind behind = awaited;
    awaited = null;
    if (behind != null) {
      show(behind);
    }
  }

  private int missing(Behind behind) {
    Set<TranscriptId> missing = new HashSet<>(behind.transcripts());
    missing.removeAll(queue.rows().stream().map(QueueRow::id).collect(Collectors.toSet()));
    return missing.size();
  }

  private void show(Behind behind) {
    List<TranscriptId> there =
        behind.transcripts().stream().filter(id -> queue.row(id).isPresent()).toList();
    int missing = missing(behind);
    if (there.isEmpty()) {
      shell.problemProperty().set(texts.get("findings.open.none"));
      return;
    }
    shell.problemProperty().set(missing == 0 ? "" : texts.count("findings.open.missing", missing));
    queue.showOnly(
        new QueueViewModel.Within(QueueViewModel.Why.BEHIND, behind.words(), Set.copyOf(there)));
    QueueRow here = queue.currentProperty().get();
    if (here == null || !there.contains(here.id())) {
      queue.select(first(there));
    }
    back();
  }
}
