package examen.desktop.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;

/**
 * What is drawn over or under a piece of text. When it is drawn anew, the nodes of what is as it
 * was stay: to make one and to find its style takes far longer than to draw it, and there may be
 * hundreds.
 */
final class Pieces {
  private final Group group = new Group();
  private List<Piece> next = new ArrayList<>();
  private List<Object> shown = List.of();

  /**
   * One node.
   *
   * @param look all on which it depends how the node looks; two of equal looks are interchangeable
   */
  private record Piece(Object look, Supplier<Node> node) {}

  Pieces() {
    group.setManaged(false);
    group.setMouseTransparent(true);
  }

  Group group() {
    return group;
  }

  /** Draws this next, over what was added before. */
  void add(Object look, Supplier<Node> node) {
    next.add(new Piece(look, node));
  }

  /** Shows what was added since the last time, and nothing else. */
  void show() {
    List<Object> looks = new ArrayList<>(next.size());
    next.forEach(piece -> looks.add(piece.look()));
    Difference<Object> change = Difference.between(shown, looks);
    if (!change.isEmpty()) {
      int start = change.start();
      group.getChildren().remove(start, start + change.gone().size());
      List<Node> come = new ArrayList<>();
      for (Piece piece : next.subList(start, start + change.come().size())) {
        Node node = piece.node().get();
        node.setManaged(false);
        come.add(node);
      }
      group.getChildren().addAll(start, come);
    }
    shown = looks;
    next = new ArrayList<>();
  }
}
