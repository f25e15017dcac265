package examen.desktop.queue;

import examen.app.HighlightTallies;
import examen.app.HighlightTallies.Tally;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Job;
import examen.transcript.TranscriptId;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** Counting the highlights of all transcripts, for as long as it takes; what was counted stays. */
public final class TallyViewModel {
  /** The screen is told no oftener, in nanoseconds. */
  private static final long PACE = 400_000_000;

  private final HighlightTallies tallies = new HighlightTallies();
  private final BiConsumer<HighlightTallies, BooleanSupplier> counting;
  private final FxWork work;
  private final LongSupplier nanos;
  private final ReadOnlyIntegerWrapper looked = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Consumer<Map<TranscriptId, Tally>> onKnown = known -> {};
  private @Nullable Job job;

  /**
   * @param counting looks at what was not looked at, and asks after each whether to go on
   */
  public TallyViewModel(
      BiConsumer<HighlightTallies, BooleanSupplier> counting, FxWork work, LongSupplier nanos) {
    this.counting = counting;
    this.work = work;
    this.nanos = nanos;
  }

  /** Told what is known, now and then. */
  void setOnKnown(Consumer<Map<TranscriptId, Tally>> action) {
    onKnown = action;
  }

  /** How many transcripts were looked at. */
  public ReadOnlyIntegerProperty lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  /** Whether transcripts are being looked at. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Looks at the transcripts that were not looked at yet. */
  public void start() {
    if (job == null) {
      running.set(true);
      job = work.job(this::count, done -> end(), this::end);
      if (!running.get()) {
        job = null;
      }
    }
  }

  /** Leaves the rest for another time. */
  public void stop() {
    if (job != null) {
      job.cancel();
    }
  }

  /** Takes in that this many highlights are undecided now. */
  public void decided(TranscriptId id, int undecided) {
    tallies.decided(id, undecided);
  }

  private boolean count(Job under) {
    long[] told = {nanos.getAsLong()};
    counting.accept(
        tallies,
        () -> {
          if (nanos.getAsLong() - told[0] >= PACE) {
            told[0] = nanos.getAsLong();
            work.later(this::tell);
          }
          return !under.cancelled();
        });
    return true;
  }

  private void tell() {
    looked.set(tallies.count());
    onKnown.accept(tallies.known());
  }

  private void end() {
    running.set(false);
    job = null;
    tell();
  }
}
