package examen.desktop.codebook;

import examen.app.RuleDecisions;
import examen.desktop.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How many of a rule's highlights the rater accepted, with the interval in numbers and drawn. */
final class AcceptedCell extends TableCell<RuleRow, RuleDecisions.Count> {
  private static final double WIDTH = 64;

  /** In a narrower column the interval is drawn, and in words where the mouse rests. */
  private static final double ROOM_FOR_RANGE = 184;

  private final Texts texts;
  private final Label count = new Label();
  private final Label range = new Label();
  private final Bar bar = new Bar();
  private final HBox box = new HBox(8, count, bar, range);

  AcceptedCell(Texts texts) {
    this.texts = texts;
    count.getStyleClass().add("rule-accepted");
    count.setMinWidth(44);
    count.setAlignment(Pos.CENTER_RIGHT);
    range.getStyleClass().add("rule-range");
    range.setMinWidth(USE_PREF_SIZE);
    range.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_RANGE));
    box.setAlignment(Pos.CENTER_LEFT);
    setGraphic(box);
  }

  @Override
  protected void updateItem(RuleDecisions.Count decisions, boolean isEmpty) {
    super.updateItem(decisions, isEmpty);
    boolean none = isEmpty || decisions == null || decisions.decided() == 0;
    box.setVisible(!none);
    setText(isEmpty || !none ? null : texts.get("rules.undecided"));
    setGraphic(none ? null : box);
    if (!none) {
      count.setText(
          texts.get(
              "rules.accepted",
              Texts.number(decisions.accepted()),
              Texts.number(decisions.decided())));
      String interval =
          texts.get("rules.range", percent(decisions.low()), percent(decisions.high()));
      range.setText(interval);
      bar.show(decisions);
      setTooltip(new Tooltip(texts.get("rules.accepted.tip", count.getText(), interval)));
    } else {
      setTooltip(null);
    }
  }

  static long percent(double share) {
    return Math.round(100 * share);
  }

  /** From 0 on the left to 1 on the right: the interval, and what was counted in it. */
  private static final class Bar extends Region {
    private final Region interval = new Region();
    private final Region share = new Region();
    private double low;
    private double high;
    private double counted;

    Bar() {
      getStyleClass().add("accepted-bar");
      interval.getStyleClass().add("accepted-interval");
      share.getStyleClass().add("accepted-share");
      interval.setManaged(false);
      share.setManaged(false);
      getChildren().addAll(interval, share);
      setMinSize(WIDTH, 12);
      setPrefSize(WIDTH, 12);
      setMaxSize(WIDTH, 12);
    }

    void show(RuleDecisions.Count decisions) {
      low = decisions.low();
      high = decisions.high();
      counted = (double) decisions.accepted() / decisions.decided();
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      double room = getWidth() - 2;
      interval.resizeRelocate(1 + room * low, 3, Math.max(2, room * (high - low)), getHeight() - 6);
      share.resizeRelocate(Math.rint(room * counted), 0, 2, getHeight());
    }
  }
}
