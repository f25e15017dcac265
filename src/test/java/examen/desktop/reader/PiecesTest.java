package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;

final class PiecesTest {
  @Test
  void showsExactlyWhatWasAddedInItsOrder() {
    for (long seed = 1; seed <= 50; seed++) {
      Random random = new Random(seed);
      Pieces pieces = new Pieces();
      for (int round = 0; round < 30; round++) {
        List<Integer> wanted = random.ints(random.nextInt(8), 0, 4).boxed().toList();
        show(pieces, wanted);
        assertEquals(wanted, shown(pieces), "seed " + seed + ", round " + round);
      }
    }
  }

  @Test
  void whatStaysKeepsItsNode() {
    Pieces pieces = new Pieces();
    show(pieces, List.of(1, 2, 3, 4));
    List<Node> before = List.copyOf(pieces.group().getChildren());
    show(pieces, List.of(1, 9, 3, 4));
    List<Node> after = pieces.group().getChildren();
    assertSame(before.get(0), after.get(0));
    assertSame(before.get(2), after.get(2));
    assertSame(before.get(3), after.get(3));
  }

  private static void show(Pieces pieces, List<Integer> looks) {
    looks.forEach(look -> pieces.add(look, () -> new Rectangle(look, 0, 1, 1)));
    pieces.show();
  }

  private static List<Integer> shown(Pieces pieces) {
    List<Integer> looks = new ArrayList<>();
    pieces.group().getChildren().forEach(n -> looks.add((int) ((Rectangle) n).getX()));
    return looks;
  }
}
