package examen.desktop.inspector;

import examen.app.ImportedHighlights.Loose;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a label cites without a place in the text of its own. */
final class LooseCard extends VBox {
  LooseCard(Loose loose, Texts texts) {
    super(4);
    getStyleClass().add("annotation-card");
    Label name = new Label(CardFacts.inOneLine(loose.label()));
    name.getStyleClass().add("annotation-name");
    getChildren().add(name);
    if (!loose.quote().isBlank()) {
      getChildren().add(new SafeLabel("“" + loose.quote().strip() + "”", "card-quote"));
    }
    Integer message = loose.message();
    String where =
        message == null
            ? texts.get("inspector.loose.not-found")
            : texts.get("inspector.loose.message", message + 1);
    Label place =
        new Label(
            texts.get(
                "inspector.loose.place",
                where,
                loose.number() + 1,
                loose.citation() + 1,
                texts.get("layer.imported", CardFacts.inOneLine(loose.run().name()))));
    place.getStyleClass().add("card-small");
    place.setWrapText(true);
    getChildren().add(place);
  }
}
