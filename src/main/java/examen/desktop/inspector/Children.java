package examen.desktop.inspector;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/**
 * Changes what a pane holds without taking out what stays: a node that is put back is laid out
 * anew.
 */
final class Children {
  private Children() {}

  /** Has {@code shown} hold these nodes; those at the beginning and at the end that do stay. */
  static void become(ObservableList<Node> shown, List<Node> wanted) {
    int most = Math.min(shown.size(), wanted.size());
    int start = 0;
    while (start < most && shown.get(start).equals(wanted.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && shown.get(shown.size() - 1 - end).equals(wanted.get(wanted.size() - 1 - end))) {
      end++;
    }
    shown.remove(start, shown.size() - end);
    shown.addAll(start, wanted.subList(start, wanted.size() - end));
  }
}
