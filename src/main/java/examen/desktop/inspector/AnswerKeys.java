package examen.desktop.inspector;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** The keys of a question's answers: digits from 1, then letters. */
final class AnswerKeys {
  private static final String KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

  private AnswerKeys() {}

  /** The key of the answer with this index; empty where there are more answers than keys. */
  static Optional<String> of(int index) {
    return index < KEYS.length() ? Optional.of(KEYS.substring(index, index + 1)) : Optional.empty();
  }

  /** The index of the answer that this key gives, wherever on the keyboard the digit is; or -1. */
  static int index(KeyCode code) {
    if (!code.isDigitKey() && !code.isLetterKey()) {
      return -1;
    }
    String name = code.getName().toLowerCase(Locale.ROOT);
    return KEYS.indexOf(name.charAt(name.length() - 1));
  }
}
