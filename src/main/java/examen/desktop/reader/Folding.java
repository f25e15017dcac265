package examen.desktop.reader;

import examen.transcript.Transcript;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What of a transcript is folded, and the rows that are left. */
public final class Folding {
  private final ObservableList<Block> rows = FXCollections.observableArrayList();

  Folding() {}

  /** The rows on the screen, as far as they are unfolded. */
  public ObservableList<Block> rows() {
    return rows;
  }

  /** Shows these messages of a transcript. */
  void show(Transcript transcript, List<Integer> messages) {
    rows.setAll(Rows.of(transcript, messages));
  }

  void showNothing() {
    rows.clear();
  }

  /** Shows the rows behind this fold. */
  public void unfold(Block.Fold fold) {
    int index = rows.indexOf(fold);
    if (index >= 0) {
      rows.remove(index);
      rows.addAll(index, fold.rest());
    }
  }

  /** Unfolds whatever is folded over this place. */
  void reveal(Place place) {
    int index = Rows.find(rows, place);
    if (index < rows.size()
        && rows.get(index) instanceof Block.Fold fold
        && place.offset() >= fold.from()) {
      unfold(fold);
    }
  }
}
