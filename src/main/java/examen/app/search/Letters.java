package examen.app.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters make words, and which of them count as the same, exactly as the index of words
 * has it: capitals and accents make no difference in most Western scripts.
 */
final class Letters {
  /** Divides words. */
  static final int DIVIDES = -1;

  /** Stands in a word, but is left out of it. */
  static final int LEFT_OUT = 0;

  private static final String TABLE = "letters.txt";
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?m)(?<!\\S)([sdf])(\\p{XDigit}+)(?:~(\\p{XDigit}+))?(/2)?([+-]\\p{XDigit}+)?");
  private static final int[] AS = table();

  private Letters() {}

  /** What this code point counts as: a code point, {@link #DIVIDES} or {@link #LEFT_OUT}. */
  static int as(int codePoint) {
    return AS[codePoint];
  }

  private static int[] table() {
    int[] as = new int[Character.MAX_CODE_POINT + 1];
    for (int i = 0; i < as.length; i++) {
      as[i] = i;
    }
    for (int half = Character.MIN_SURROGATE; half <= Character.MAX_SURROGATE; half++) {
      as[half] = DIVIDES;
    }
    text().lines().filter(line -> !line.startsWith("#")).forEach(line -> take(line, as));
    return as;
  }

  private static void take(String line, int[] as) {
    Matcher entry = ENTRY.matcher(line);
    while (entry.find()) {
      String delta = entry.group(5);
      int from = Integer.parseInt(entry.group(2), 16);
      int to = entry.group(3) == null ? from : Integer.parseInt(entry.group(3), 16);
      for (int i = from; i <= to; i += entry.group(4) == null ? 1 : 2) {
        as[i] =
            switch (line.charAt(entry.start(1))) {
              case 's' -> DIVIDES;
              case 'd' -> LEFT_OUT;
              default -> i + (delta == null ? 0 : Integer.parseInt(delta, 16));
            };
      }
    }
  }

  private static String text() {
    try (InputStream in = Letters.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: no " + TABLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
