package examen.desktop.findings;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;

/**
 * Lets the keyboard go by arrows from place to place of a table or figure; Tab enters where it was
 * last, and leaves.
 */
final class Roving {
  private static final int PAGE = 10;
  private static final double MARGIN = 6;

  private final List<? extends List<? extends Node>> rows;

  private Roving(List<? extends List<? extends Node>> rows) {
    this.rows = rows;
  }

  /**
   * @param rows the places, row by row; a row may be empty
   */
  static void over(List<? extends List<? extends Node>> rows) {
    Roving roving = new Roving(rows);
    boolean first = true;
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        roving.add(row, column);
        rows.get(row).get(column).setFocusTraversable(first);
        first = false;
      }
    }
  }

  private void add(int row, int column) {
    Node node = rows.get(row).get(column);
    node.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, row, column));
    node.focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (now) {
                rows.forEach(each -> each.forEach(other -> other.setFocusTraversable(false)));
                node.setFocusTraversable(true);
                bring(node);
              }
            });
  }

  private void pressed(KeyEvent event, int row, int column) {
    if (event.isAltDown() || event.isShiftDown()) {
      return;
    }
    int last = rows.get(row).size() - 1;
    boolean moved =
        switch (event.getCode()) {
          case UP -> go(row, -1, column);
          case DOWN -> go(row, 1, column);
          case PAGE_UP -> go(row, -PAGE, column);
          case PAGE_DOWN -> go(row, PAGE, column);
          case LEFT -> focus(row, Math.max(0, column - 1));
          case RIGHT -> focus(row, Math.min(last, column + 1));
          case HOME -> event.isShortcutDown() ? go(row, -rows.size(), 0) : focus(row, 0);
          case END -> event.isShortcutDown() ? go(row, rows.size(), column) : focus(row, last);
          default -> false;
        };
    if (moved) {
      event.consume();
    }
  }

  /** So many rows further, or as many as there are; rows without a place are passed over. */
  private boolean go(int row, int by, int column) {
    int step = by < 0 ? -1 : 1;
    int target = Math.clamp(row + by, 0, rows.size() - 1);
    while (target > 0 && target < rows.size() - 1 && rows.get(target).isEmpty()) {
      target += step;
    }
    return rows.get(target).isEmpty()
        || focus(target, Math.min(column, rows.get(target).size() - 1));
  }

  private boolean focus(int row, int column) {
    rows.get(row).get(column).requestFocus();
    return true;
  }

  /** Scrolls whatever it stands in so that it is seen. */
  static void bring(Node node) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane && pane.getContent() != null) {
        Node content = pane.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        Bounds whole = content.getLayoutBounds();
        Bounds window = pane.getViewportBounds();
        pane.setVvalue(
            value(
                new Part(place.getMinY(), place.getMaxY()),
                whole.getHeight(),
                window.getHeight(),
                pane.getVvalue()));
        double hidden = content instanceof TableSheet sheet ? sheet.heldBefore(node) : 0;
        pane.setHvalue(
            value(
                new Part(place.getMinX() - hidden, place.getMaxX()),
                whole.getWidth(),
                window.getWidth(),
                pane.getHvalue()));
      }
    }
  }

  private record Part(double from, double to) {}

  /** The scroll value, 0 to 1, at which the part is seen; the one there is if it is. */
  private static double value(Part part, double whole, double window, double now) {
    double hidden = whole - window;
    if (hidden <= 0) {
      return now;
    }
    double top = now * hidden;
    if (part.from() - MARGIN < top) {
      top = part.from() - MARGIN;
    } else if (part.to() + MARGIN > top + window) {
      top = Math.min(part.from() - MARGIN, part.to() + MARGIN - window);
    }
    return Math.clamp(top / hidden, 0, 1);
  }
}
