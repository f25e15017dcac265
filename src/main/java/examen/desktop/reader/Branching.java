package examen.desktop.reader;

import examen.transcript.Branch;
import examen.transcript.Transcript;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Which way through a transcript that forks is shown, and whether others stand beside it. */
public final class Branching {
  private final ReadOnlyObjectWrapper<@Nullable Branch> branch = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper columns = new ReadOnlyBooleanWrapper();
  private final ReaderViewModel reader;
  private List<Branch> all = List.of();

  Branching(ReaderViewModel reader) {
    this.reader = reader;
  }

  /** The way that is shown; null where the transcript does not fork. */
  public ReadOnlyObjectProperty<@Nullable Branch> branchProperty() {
    return branch.getReadOnlyProperty();
  }

  /** Whether ways are shown side by side. */
  public ReadOnlyBooleanProperty columnsProperty() {
    return columns.getReadOnlyProperty();
  }

  /** The ways through the transcript, the main one first; empty where there is only one. */
  public List<Branch> all() {
    return all;
  }

  /** Whether there is more than one way. */
  public boolean forks() {
    return all.size() > 1;
  }

  /** Shows the next way, after the last one the first. */
  public void next() {
    step(1);
  }

  public void previous() {
    step(-1);
  }

  /** Shows ways side by side, or one alone again. */
  public void toggleColumns() {
    columns.set(!columns.get() && forks());
  }

  void begin(@Nullable Transcript shown) {
    all = shown == null ? List.of() : shown.branches();
    columns.set(columns.get() && forks());
    branch.set(all.isEmpty() ? null : all.getFirst());
  }

  void choose(Branch chosen) {
    branch.set(chosen);
  }

  private void step(int by) {
    Branch shown = branch.get();
    if (shown != null && forks()) {
      reader.showBranch(all.get(Math.floorMod(all.indexOf(shown) + by, all.size())));
    }
  }
}
