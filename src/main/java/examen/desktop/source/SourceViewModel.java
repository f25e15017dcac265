package examen.desktop.source;

import examen.app.SourceRecord;
import examen.app.TranscriptSource;
import examen.desktop.fx.FxWork;
import examen.transcript.Seals;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the source says of the transcript that is read, asked for only while it is shown. It knows
 * nothing but what the workbench gives this rater.
 */
public final class SourceViewModel {
  private final Asks asks;
  private final FxWork work;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final BooleanProperty covered = new SimpleBooleanProperty();
  private final IntegerProperty message = new SimpleIntegerProperty();
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.DETAILS);
  private final ReadOnlyObjectWrapper<@Nullable TranscriptSource> source =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Sighted> record = new ReadOnlyObjectWrapper<>(Sighted.NONE);
  private final RecordViewModel text;
  private @Nullable TranscriptId transcript;

  /** What is asked of the project, as the rater who reads. */
  public interface Asks {
    /** What the source says of this transcript. */
    Optional<TranscriptSource> source(TranscriptId transcript);

    /** The record that it was read from. */
    SourceRecord record(TranscriptId transcript);
  }

  /** The two halves of the panel. */
  public enum Tab {
    DETAILS,
    RECORD
  }

  /** What there is to see of the record. */
  enum Sighted {
    /** No transcript is read. */
    NONE,
    LOADING,
    SHOWN,
    HIDDEN,
    NOT_KEPT
  }

  public SourceViewModel(Asks asks, FxWork work) {
    this.asks = asks;
    this.work = work;
    text = new RecordViewModel(work);
    open.addListener((property, before, after) -> refresh());
    tab.addListener((property, before, after) -> askForRecord());
  }

  /** Whether no words of the transcript are shown; to be bound to what the window has. */
  public BooleanProperty coveredProperty() {
    return covered;
  }

  /** Whether the panel is shown. */
  public BooleanProperty openProperty() {
    return open;
  }

  public void toggle() {
    open.set(!open.get());
  }

  /** Index of the message that is read. */
  public IntegerProperty messageProperty() {
    return message;
  }

  /** Shows what is said of this transcript; null shows nothing. */
  public void show(@Nullable TranscriptId shown) {
    transcript = shown;
    source.set(null);
    record.set(Sighted.NONE);
    text.clear();
    refresh();
  }

  /** Asks again, as when the rater may read more now. */
  public void refresh() {
    TranscriptId asked = transcript;
    if (asked == null || !open.get()) {
      return;
    }
    work.query(
        "source",
        () -> asks.source(asked),
        answer -> {
          if (asked.equals(transcript)) {
            source.set(answer.orElse(null));
          }
        });
    record.set(Sighted.NONE);
    askForRecord();
  }

  ReadOnlyObjectProperty<@Nullable TranscriptSource> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  ObjectProperty<Tab> tabProperty() {
    return tab;
  }

  ReadOnlyObjectProperty<Sighted> recordProperty() {
    return record.getReadOnlyProperty();
  }

  /** The text in the second half: the record, or one long value. */
  RecordViewModel text() {
    return text;
  }

  /** Goes to the metadata of the message so many further, without moving the reader. */
  void step(int by) {
    TranscriptSource said = source.get();
    if (said != null && !said.messages().isEmpty()) {
      message.set(Math.clamp(message.get() + (long) by, 0, said.messages().size() - 1));
    }
  }

  /** Shows one value whole, in the place of the record. */
  void read(SourceRow.Pair pair) {
    record.set(Sighted.SHOWN);
    text.show(pair.name(), new Seals.Folded(pair.value(), List.of()));
    tab.set(Tab.RECORD);
  }

  /** Puts the record back where one value is shown. */
  void readRecord() {
    text.clear();
    record.set(Sighted.NONE);
    askForRecord();
  }

  private void askForRecord() {
    TranscriptId asked = transcript;
    boolean wanted = open.get() && tab.get() == Tab.RECORD && record.get() == Sighted.NONE;
    if (asked == null || !wanted) {
      return;
    }
    record.set(Sighted.LOADING);
    work.query(
        "record",
        () -> asks.record(asked),
        answer -> {
          if (asked.equals(transcript) && record.get() == Sighted.LOADING) {
            take(answer);
          }
        });
  }

  private void take(SourceRecord answer) {
    switch (answer) {
      case SourceRecord.Shown(Seals.Folded shown) -> {
        text.show("", shown);
        record.set(Sighted.SHOWN);
      }
      case SourceRecord.Hidden _ -> {
        text.clear();
        record.set(Sighted.HIDDEN);
      }
      case SourceRecord.NotKept _ -> {
        text.clear();
        record.set(Sighted.NOT_KEPT);
      }
    }
  }
}
