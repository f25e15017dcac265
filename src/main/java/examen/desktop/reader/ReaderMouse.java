package examen.desktop.reader;

import examen.desktop.fx.Subscriptions;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Selecting with the mouse: drag, double click for a word, triple click for a sentence. */
final class ReaderMouse {
  private static final double FASTEST = 40;

  private final ReaderViewModel model;
  private final TranscriptFlow flow;
  private boolean dragging;
  private double x;
  private double y;

  /** Goes on scrolling while the mouse is held above or below the view. */
  private final AnimationTimer scrolling =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          double beyond = y < 0 ? y : Math.max(0, y - flow.height());
          flow.scrollBy(Math.clamp(beyond / 4, -FASTEST, FASTEST));
          extend();
        }
      };

  ReaderMouse(ReaderViewModel model, TranscriptFlow flow, Subscriptions subscriptions) {
    this.model = model;
    this.flow = flow;
    Region surface = flow.surface();
    subscriptions.handle(surface, MouseEvent.MOUSE_PRESSED, this::pressed);
    subscriptions.handle(surface, MouseEvent.MOUSE_DRAGGED, this::dragged);
    subscriptions.handle(surface, MouseEvent.MOUSE_RELEASED, this::released);
    subscriptions.add(scrolling::stop);
  }

  private void pressed(MouseEvent event) {
    Optional<Place> place = flow.placeAt(event.getX(), event.getY());
    if (event.getButton() != MouseButton.PRIMARY || place.isEmpty()) {
      return;
    }
    dragging = event.getClickCount() == 1;
    if (event.getClickCount() == 2) {
      model.selecting().selectWordAt(place.get());
    } else if (event.getClickCount() == 3) {
      model.selecting().selectSentenceAt(place.get());
    } else if (event.getClickCount() > 3) {
      model.selecting().selectParagraphAt(place.get());
    } else if (event.isShiftDown()) {
      model.extendTo(place.get());
    } else {
      model.moveTo(place.get());
    }
  }

  private void dragged(MouseEvent event) {
    if (!dragging) {
      return;
    }
    x = event.getX();
    y = event.getY();
    extend();
    if (y < 0 || y > flow.height()) {
      scrolling.start();
    } else {
      scrolling.stop();
    }
  }

  private void released(MouseEvent event) {
    dragging = false;
    scrolling.stop();
  }

  private void extend() {
    flow.placeAt(x, Math.clamp(y, 0, Math.max(0, flow.height() - 1))).ifPresent(model::extendTo);
  }
}
