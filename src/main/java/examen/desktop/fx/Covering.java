package examen.desktop.fx;

import examen.transcript.TranscriptId;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Of which transcripts no words may be shown until the reader asks for them. */
public final class Covering {
  private final Predicate<TranscriptId> covered;
  private final ReadOnlyIntegerWrapper turns = new ReadOnlyIntegerWrapper();

  /**
   * @param covered asked each time that words are to be shown
   */
  public Covering(Predicate<TranscriptId> covered) {
    this.covered = covered;
  }

  /** Where all may be shown. */
  public static Covering nothing() {
    return new Covering(id -> false);
  }

  public boolean covers(TranscriptId transcript) {
    return covered.test(transcript);
  }

  /** Says that other transcripts may be covered now. */
  public void change() {
    turns.set(turns.get() + 1);
  }

  /** Changes with what is covered. */
  public ReadOnlyIntegerProperty turnsProperty() {
    return turns.getReadOnlyProperty();
  }
}
