package examen.desktop;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** The words that somebody can read. */
public final class Words {
  private Words() {}

  /** All words that are shown in a node, line by line; what is not visible is left out. */
  public static String in(Node node) throws Exception {
    return Ui.fx(
        () -> {
          List<String> words = new ArrayList<>();
          collect(node, words);
          return String.join("\n", words);
        });
  }

  private static void collect(Node node, List<String> words) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case Text text -> words.add(text.getText());
      case TextInputControl field -> words.add(field.getText());
      case Labeled labeled when labeled.getChildrenUnmodifiable().isEmpty() ->
          words.add(labeled.getText());
      case Parent parent ->
          parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
      default -> {}
    }
  }
}
