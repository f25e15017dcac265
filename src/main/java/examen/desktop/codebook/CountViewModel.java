package examen.desktop.codebook;

import examen.app.RuleCounts;
import examen.app.RuleCounts.Figures;
import examen.app.Workbench;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Job;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Counting what the rules find, for as long as it takes; what was counted stays. */
public final class CountViewModel {
  /** The screen is told no oftener, in nanoseconds. */
  private static final long PACE = 150_000_000;

  private final Workbench workbench;
  private final FxWork work;
  private final LongSupplier nanos;
  private final RuleCounts counts = new RuleCounts();
  private final ReadOnlyObjectWrapper<Figures> figures = new ReadOnlyObjectWrapper<>(Figures.NONE);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private int turn;
  private @Nullable Job job;

  CountViewModel(Workbench workbench, FxWork work, LongSupplier nanos) {
    this.workbench = workbench;
    this.work = work;
    this.nanos = nanos;
  }

  /** What was counted so far. */
  public ReadOnlyObjectProperty<Figures> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  /** Whether transcripts are being looked at. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Looks at the transcripts that were not looked at yet by the rules that are in use now. */
  public void start() {
    stop();
    int mine = turn;
    running.set(true);
    job = work.job(under -> count(mine, under), found -> end(mine), () -> end(mine));
  }

  /** Leaves the rest for another time. */
  public void stop() {
    turn++;
    if (job != null) {
      job.cancel();
      job = null;
    }
    running.set(false);
  }

  private Figures count(int mine, Job under) {
    long[] told = {nanos.getAsLong()};
    counts.goOn(
        workbench,
        (done, total, what) -> {
          if (nanos.getAsLong() - told[0] >= PACE) {
            told[0] = nanos.getAsLong();
            work.later(() -> tell(mine));
          }
          return !under.cancelled();
        });
    return counts.figures();
  }

  private void tell(int mine) {
    if (mine == turn) {
      figures.set(counts.figures());
    }
  }

  private void end(int mine) {
    tell(mine);
    if (mine == turn) {
      running.set(false);
      job = null;
    }
  }
}
