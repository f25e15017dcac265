package examen.highlight;

/** Cuts a normalised sentence into clauses. */
final class Clauses {
  private static final String[] BREAKS = {
    "; ", " - ", ", but ", ", and ", ", so ", ", yet ", " but ", ", however", ": "
  };

  /** The end of the clause that starts at {@code from}; the break itself belongs to it. */
  int end(Normalised sentence, int from) {
    for (int i = from + 1; i < sentence.length(); i++) {
      char c = sentence.chars()[i];
      if (c != ';' && c != ' ' && c != ',' && c != ':') {
        continue;
      }
      for (String text : BREAKS) {
        if (startsWith(sentence, i, text)) {
          return i + 1;
        }
      }
    }
    return sentence.length();
  }

  private static boolean startsWith(Normalised sentence, int at, String text) {
    if (at + text.length() > sentence.length()) {
      return false;
    }
    for (int k = 0; k < text.length(); k++) {
      if (sentence.chars()[at + k] != text.charAt(k)) {
        return false;
      }
    }
    return true;
  }
}
