package examen.desktop.reader;

import examen.desktop.fx.SafeFlow;
import examen.desktop.fx.VisibleText.Run;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.layout.Region;

/** The colours that terminals put under letters, below all that is marked in the text. */
final class Grounds {
  private final SafeFlow flow;
  private final Pieces pieces = new Pieces();
  private final List<Ground> grounds = new ArrayList<>();

  /** Offsets in the row, in UTF-16 code units, half-open. */
  private record Ground(int start, int end, String style) {}

  /**
   * @param runs what the flow draws
   */
  Grounds(List<Run> runs, SafeFlow flow) {
    this.flow = flow;
    int at = 0;
    for (Run run : runs) {
      int start = at;
      at += run.text().length();
      Style.ground(run.styles()).ifPresent(style -> add(start, start + run.text().length(), style));
    }
  }

  /** Runs that differ otherwise, such as bold ones, have one ground without a seam. */
  private void add(int start, int end, String style) {
    Ground before = grounds.isEmpty() ? null : grounds.getLast();
    if (before != null && before.end() == start && before.style().equals(style)) {
      grounds.removeLast();
      grounds.add(new Ground(before.start(), end, style));
    } else {
      grounds.add(new Ground(start, end, style));
    }
  }

  Group group() {
    return pieces.group();
  }

  /** Draws them where the text stands now. */
  void draw() {
    if (grounds.isEmpty()) {
      return;
    }
    group().setTranslateX(flow.getLayoutX());
    group().setTranslateY(flow.getLayoutY());
    for (Ground ground : grounds) {
      for (Rectangle2D area : flow.areas(ground.start(), ground.end())) {
        pieces.add(List.of(area, ground.style()), () -> region(area, ground.style()));
      }
    }
    pieces.show();
  }

  private static Region region(Rectangle2D area, String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    region.resizeRelocate(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    return region;
  }
}
