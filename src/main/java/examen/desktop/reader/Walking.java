package examen.desktop.reader;

import java.util.List;
import java.util.function.Consumer;

/** Goes through the transcript from message to message, highlight or annotation. */
public final class Walking {
  private final ReaderViewModel reader;

  Walking(ReaderViewModel reader) {
    this.reader = reader;
  }

  public void nextMessage() {
    step(1);
  }

  public void previousMessage() {
    step(-1);
  }

  public void firstMessage() {
    whenThereIsText(m -> stepTo(m.starts().getFirst()));
  }

  public void lastMessage() {
    whenThereIsText(m -> stepTo(m.firstFrom(m.starts().getLast().message())));
  }

  /** Puts the caret at the start of this message and brings that into sight. */
  void goToMessage(int message) {
    whenThereIsText(m -> stepTo(m.firstFrom(message)));
  }

  /** The next undecided highlight after the caret that is shown; stays where there is none. */
  public void nextHighlight() {
    marks()
        .undecidedAfter(reader.start(), reader.highlightProperty().get())
        .ifPresent(reader::goTo);
  }

  public void previousHighlight() {
    marks()
        .undecidedBefore(reader.start(), reader.highlightProperty().get())
        .ifPresent(reader::goTo);
  }

  /** The annotation that begins next after the one that is looked at. */
  public void nextAnnotation() {
    toAnnotation(1);
  }

  public void previousAnnotation() {
    toAnnotation(-1);
  }

  private void toAnnotation(int by) {
    marks()
        .annotationFrom(reader.start(), reader.current().annotationProperty().get(), by)
        .ifPresent(reader::goTo);
  }

  private void step(int by) {
    whenThereIsText(
        m -> {
          List<Integer> messages = m.starts().stream().map(Place::message).distinct().toList();
          int here = Math.max(0, messages.indexOf(reader.caretProperty().get().message()));
          stepTo(m.firstFrom(messages.get(Math.clamp(here + by, 0, messages.size() - 1))));
        });
  }

  /** From message to message one goes without unfolding any. */
  private void stepTo(Place place) {
    Folding folding = reader.folding();
    if (folding.aloneProperty().get() != null) {
      folding.showAlone(place.message());
    }
    reader.moveTo(place);
    reader.revealRow(place);
  }

  private Marks marks() {
    return reader.marksProperty().get();
  }

  private void whenThereIsText(Consumer<Movement> action) {
    Movement movement = reader.movement();
    if (movement != null && !movement.starts().isEmpty()) {
      action.accept(movement);
    }
  }
}
