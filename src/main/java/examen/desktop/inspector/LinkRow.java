package examen.desktop.inspector;

import examen.codebook.Tag;
import examen.desktop.fx.Icon;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One link of an annotation: its type, its direction and its other end. A click goes there. */
final class LinkRow extends VBox {
  private static final int QUOTE = 60;

  LinkRow(CurrentViewModel.End end, InspectorViewModel model, Texts texts) {
    super(2);
    getStyleClass().add("link-row");
    String direction = end.begins() ? "from" : "to";
    Label what =
        new Label(texts.get("inspector.link." + direction + "." + end.link().type().wire()));
    what.getStyleClass().add("card-small");
    Label name =
        new Label(
            CardFacts.inOneLine(
                model.tag(end.other().tag()).map(Tag::name).orElse(end.other().tag().value())));
    name.getStyleClass().add("annotation-name");
    name.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox title = new HBox(6, name, gap, removal(end, model, texts));
    title.setAlignment(Pos.CENTER_LEFT);
    String quote = end.other().anchors().getFirst().quote().replaceAll("\\s+", " ").strip();
    getChildren()
        .addAll(
            what,
            title,
            new SafeLabel("“" + SafeLabel.shortened(quote, QUOTE) + "”", "card-quote"));
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            model.goTo(end.other());
          }
        });
  }

  private static Button removal(CurrentViewModel.End end, InspectorViewModel model, Texts texts) {
    Button button = new Button();
    button.setGraphic(Icon.CLOSE.node(11));
    button.getStyleClass().setAll("quiet-button");
    button.setFocusTraversable(false);
    button.setTooltip(new Tooltip(texts.get("inspector.link.remove")));
    button.setAccessibleText(texts.get("inspector.link.remove"));
    button.setOnAction(event -> model.current().actions().removeLink(end.link().id()));
    button.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
    return button;
  }
}
