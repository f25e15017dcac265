package examen.desktop.inspector;

import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Texts;
import examen.desktop.fx.Underline;
import examen.highlight.Highlight;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** Why something is highlighted. */
final class HighlightCard extends VBox {
  HighlightCard(Highlight highlight, Texts texts) {
    super(8);
    getStyleClass().addAll("highlight-card", "category-" + highlight.category().wire());
    Pane sample = new Pane(Underline.of(highlight.category(), 0, 28, 6));
    sample.setMinSize(28, 12);
    sample.setMaxSize(28, 12);
    Label category = new Label(texts.get("category." + highlight.category().wire()));
    category.getStyleClass().add("highlight-category");
    HBox title = new HBox(9, sample, category);
    title.setAlignment(Pos.CENTER_LEFT);
    SafeLabel reason = new SafeLabel(highlight.reason(), "card-text");
    SafeLabel cue = new SafeLabel("“" + cueOf(highlight) + "”", "card-quote");
    Label rule =
        new Label(texts.get("inspector.highlight.rule", highlight.rule(), highlight.pack()));
    rule.getStyleClass().add("card-small");
    getChildren().addAll(title, reason, cue, rule);
  }

  private static String cueOf(Highlight highlight) {
    int start = highlight.cue().start() - highlight.anchor().span().start();
    int end = highlight.cue().end() - highlight.anchor().span().start();
    String quote = highlight.anchor().quote();
    return start >= 0 && end <= quote.length() ? quote.substring(start, end) : quote;
  }
}
