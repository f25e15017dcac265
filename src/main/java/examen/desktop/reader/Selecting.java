package examen.desktop.reader;

import examen.transcript.Span;
import java.util.function.BiFunction;

/** Selecting in the transcript by characters, words, sentences and paragraphs. */
public final class Selecting {
  private final ReaderViewModel reader;

  Selecting(ReaderViewModel reader) {
    this.reader = reader;
  }

  public void extendRight() {
    extend(Movement::nextCharacter);
  }

  public void extendLeft() {
    extend(Movement::previousCharacter);
  }

  public void extendWordRight() {
    extend(Movement::nextWord);
  }

  public void extendWordLeft() {
    extend(Movement::previousWord);
  }

  /** To the end of the paragraph, or of the next one. */
  public void extendParagraphRight() {
    extend(Movement::nextParagraph);
  }

  public void extendParagraphLeft() {
    extend(Movement::previousParagraph);
  }

  /** Selects the paragraph at the caret. */
  public void selectParagraph() {
    Place at = reader.start();
    selectParagraphAt(at);
    reader.reveal(at);
  }

  /** Selects the sentence at the caret. */
  public void selectSentence() {
    Place at = reader.start();
    selectSentenceAt(at);
    reader.reveal(at);
  }

  public void selectWordAt(Place place) {
    select(place, Movement::word);
  }

  public void selectSentenceAt(Place place) {
    select(place, Movement::sentence);
  }

  /** Selects the line of the source at this place. */
  public void selectParagraphAt(Place place) {
    select(place, Movement::paragraph);
  }

  private void select(Place place, BiFunction<Movement, Place, Span> what) {
    Movement movement = reader.movement();
    if (movement != null && movement.hasText(place)) {
      Span span = what.apply(movement, place);
      // A sentence that runs into hidden lines is read to its end before anything is said of it.
      reader.rowList().reveal(place.at(Math.max(span.start(), span.end() - 1)));
      reader.select(place, span);
    }
  }

  private void extend(BiFunction<Movement, Place, Place> step) {
    Movement movement = reader.movement();
    if (movement != null && !movement.starts().isEmpty()) {
      Place place = step.apply(movement, reader.caretProperty().get());
      reader.rowList().reveal(place);
      reader.extendTo(place);
      reader.reveal(place);
    }
  }
}
