package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.desktop.Demo;
import examen.desktop.Ui;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** What is marked stays at its words, however often it is drawn anew. */
class MarksInPlaceTest {
  @Test
  void whatIsSelectedIsDrawnAtItsWordsAgainAndAgain() throws Exception {
    ReaderViewModel model = new ReaderViewModel();
    Ui.start();
    ReaderView view = Ui.fx(() -> new ReaderView(model, new DirectWork(), Texts.load()));
    try (Ui ui = Ui.show(() -> view, 900, 700)) {
      Ui.fx(
          () -> {
            model.show(Demo.transcript());
            return 0;
          });
      Ui.pulses(5);
      Place words = Ui.fx(() -> model.caretProperty().get());
      List<Long> above = new ArrayList<>();
      for (int from : List.of(120, 150, 90, 200)) {
        Place place = new Place(words.message(), words.part(), from);
        Ui.fx(
            () -> {
              model.select(place, new Span(from, from + 5));
              return 0;
            });
        Ui.pulses(3);
        Rectangle2D text = Ui.fx(() -> view.caretBounds(place).orElseThrow());
        double drawn = Double.MAX_VALUE;
        for (Node mark : Ui.fx(() -> ui.scene().getRoot().lookupAll(".selection"))) {
          drawn =
              Math.min(drawn, Ui.fx(() -> mark.localToScene(mark.getBoundsInLocal())).getMinY());
        }
        above.add(Math.round(drawn - text.getMinY()));
      }
      assertEquals(1, above.stream().distinct().count(), "from mark to word: " + above);
    } finally {
      Ui.fx(
          () -> {
            view.close();
            return 0;
          });
    }
  }
}
