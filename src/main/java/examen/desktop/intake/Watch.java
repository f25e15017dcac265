package examen.desktop.intake;

import examen.app.ImportFigures;
import examen.app.Progress;
import examen.desktop.fx.Job;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Follows looking or importing, from its thread, and passes on what the screen is to show. */
final class Watch implements Progress {
  private final Job job;
  private final LongSupplier nanos;
  private final Consumer<Advance> told;
  private final Pace pace = new Pace();

  Watch(Job job, LongSupplier nanos, Consumer<Advance> told) {
    this.job = job;
    this.nanos = nanos;
    this.told = told;
  }

  /** While files are searched for, and nothing is read yet. */
  @Override
  public boolean at(long done, long total, String what) {
    long now = nanos.getAsLong();
    if (pace.isTime(now)) {
      double share = total <= 0 ? -1 : Math.min(1, (double) done / total);
      pace.add(new Pace.Mark(now, 0, 0, share));
      tell(done, total, what, share);
    }
    return !job.cancelled();
  }

  @Override
  public boolean at(ImportFigures figures) {
    long now = nanos.getAsLong();
    if (pace.isTime(now)) {
      double share =
          figures.bytes() > 0
              ? Math.min(1, (double) figures.bytesDone() / figures.bytes())
              : (figures.files() > 0 ? (double) figures.filesDone() / figures.files() : -1);
      pace.add(new Pace.Mark(now, figures.records(), figures.bytesDone(), share));
      tell(figures.filesDone(), figures.files(), figures.file(), share);
    }
    return !job.cancelled();
  }

  private void tell(long done, long total, String what, double share) {
    told.accept(new Advance(done, total, what, share, pace.speed(), pace.secondsLeft()));
  }
}
