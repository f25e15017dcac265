package examen.app;

import examen.codebook.Codebook;
import examen.rating.Blinding;
import examen.rating.Blinding.Sight;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.ReadingList;
import examen.rating.Reveal;
import examen.report.Report;
import examen.store.ProjectFile;
import examen.study.Chosen;
import examen.study.Frame;
import examen.study.Studies;
import examen.study.Study;
import examen.study.Unanswerable;
import examen.transcript.TranscriptId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes analyses of a project, of what the one who asks may know. A rater's are made of their own
 * work and of what others said of transcripts that they have submitted or had revealed.
 */
public final class Findings {
  /** One who may know everything. */
  private static final FrameReader.Known ALL =
      new FrameReader.Known() {
        @Override
        public Sight labels(TranscriptId transcript) {
          return Sight.SEEING;
        }

        @Override
        public Sight peers(TranscriptId transcript) {
          return Sight.SEEING;
        }

        @Override
        public @Nullable RaterId rater() {
          return null;
        }
      };

  private final Workbench workbench;
  private final ProjectFile file;
  private final @Nullable RaterId rater;

  /**
   * @param rater null for one who may know everything
   */
  Findings(Workbench workbench, ProjectFile file, @Nullable RaterId rater) {
    this.workbench = workbench;
    this.file = file;
    this.rater = rater;
  }

  /** What analyses are made of. */
  public Frame frame() {
    return reading(FrameReader::read);
  }

  /** Whether nothing is withheld from the one who asks. */
  boolean seesAll() {
    return rater == null || reading(FrameReader::seesAll);
  }

  private <T> T reading(Function<FrameReader, T> work) {
    workbench.checkThread();
    Codebook codebook = Codebooks.inUse(file);
    synchronized (workbench) {
      workbench.refresh();
      Ledger ledger = workbench.stored().ledger();
      FrameReader.Known known =
          rater == null ? ALL : new Sights(ledger, rater, workbench.plans().listOf(rater));
      return work.apply(new FrameReader(file, codebook, ledger, known));
    }
  }

  /**
   * Makes one analysis.
   *
   * @param study its id
   * @param said what was chosen, by the ids of its choices
   * @throws Refusal if there is no such analysis, or it cannot be made as it is asked for
   */
  public Report of(String study, Map<String, String> said, Progress progress) {
    return of(frame(), study, said, progress);
  }

  /** The same of what was gathered before. */
  public Report of(Frame frame, String study, Map<String, String> said, Progress progress) {
    Study made =
        Studies.of(study).orElseThrow(() -> new Refusal("there is no analysis \"" + study + "\""));
    try {
      return made.of(
          frame,
          new Chosen(made.choices(), said),
          (done, all) -> {
            if (!progress.at(done, all, made.title())) {
              throw new Cancelled();
            }
          });
    } catch (Unanswerable e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The same, for one who may stop it.
   *
   * @return empty if {@code progress} asked to stop
   */
  public Optional<Report> unlessStopped(
      Frame frame, String study, Map<String, String> said, Progress progress) {
    try {
      return Optional.of(of(frame, study, said, progress));
    } catch (Cancelled e) {
      return Optional.empty();
    }
  }

  /** What a rater may know. */
  private record Sights(Ledger ledger, RaterId rater, ReadingList list)
      implements FrameReader.Known {
    @Override
    public Sight labels(TranscriptId transcript) {
      return Blinding.sight(ledger, rater, transcript, list);
    }

    @Override
    public Sight peers(TranscriptId transcript) {
      return Blinding.sight(ledger, rater, transcript, Reveal.Of.PEERS);
    }
  }
}
