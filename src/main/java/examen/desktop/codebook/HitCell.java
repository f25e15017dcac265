package examen.desktop.codebook;

import examen.app.TrialHit;
import examen.app.TrialHit.Compared;
import examen.desktop.fx.Covering;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A place that a rule finds: the words it finds in the middle, what stands around them beside. */
final class HitCell extends ListCell<TrialHit> {
  private static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");

  private final Texts texts;
  private final Covering covering;
  private final Label where = new Label();
  private final Label compared = new Label();
  private final Label message = new Label();
  private final Label before = new Label();
  private final Label cue = new Label();
  private final Label after = new Label();
  private final VBox box;

  HitCell(Texts texts, Covering covering) {
    this.texts = texts;
    this.covering = covering;
    where.getStyleClass().add("hit-where");
    where.setMinWidth(0);
    compared.getStyleClass().add("hit-compared");
    compared.setMinWidth(USE_PREF_SIZE);
    before.getStyleClass().add("hit-around");
    before.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    before.setAlignment(Pos.CENTER_RIGHT);
    cue.getStyleClass().add("hit-cue");
    after.getStyleClass().add("hit-around");
    HBox words = new HBox(4, side(before), cue, side(after));
    cue.maxWidthProperty().bind(widthProperty().multiply(0.5));
    cue.setMinWidth(30);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    message.getStyleClass().add("hit-where");
    message.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(8, where, gap, compared, message);
    head.setAlignment(Pos.CENTER_LEFT);
    box = new VBox(2, head, words);
    box.setMinWidth(0);
    box.setPrefWidth(0);
    setPrefWidth(0);
  }

  private static Label side(Label label) {
    label.setMinWidth(0);
    label.setPrefWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  @Override
  protected void updateItem(TrialHit hit, boolean isEmpty) {
    super.updateItem(hit, isEmpty);
    setGraphic(isEmpty || hit == null ? null : box);
    setAccessibleText(null);
    if (!isEmpty && hit != null) {
      message.setText(texts.get("rules.hit.message", hit.anchor().message() + 1));
      where.setText(VisibleText.inOneLine(hit.title()));
      String sign = sign(hit.compared());
      compared.setText(sign);
      showWords(hit);
      setAccessibleText(
          String.join(
              " ",
              sign,
              where.getText(),
              message.getText(),
              before.getText(),
              cue.getText(),
              after.getText()));
    }
  }

  private void showWords(TrialHit hit) {
    boolean covered = covering.covers(hit.anchor().transcript());
    pseudoClassStateChanged(COVERED, covered);
    before.setText(covered ? "" : VisibleText.inOneLine(hit.before()));
    cue.setText(covered ? texts.get("warning.hit") : VisibleText.inOneLine(hit.cue()));
    after.setText(covered ? "" : VisibleText.inOneLine(hit.after()));
  }

  private String sign(Compared with) {
    return switch (with) {
      case SAME -> "";
      case NEW -> texts.get("rules.hit.new");
      case LOST -> texts.get("rules.hit.lost");
    };
  }
}
