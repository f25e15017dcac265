package examen.highlight;

import examen.transcript.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names from elsewhere as one word each, which decisions can be stored under. */
final class Words {
  private static final Pattern WORD = Pattern.compile("[^\\s\\p{Cntrl}~]{1,150}");
  private static final int KEPT = 100;
  private static final int HASHED = 16;

  private Words() {}

  /** The name itself where it is a short word; no two names give the same. */
  static String one(String name) {
    if (WORD.matcher(name).matches()) {
      return name;
    }
    String hash = Sha256.hex(name.getBytes(StandardCharsets.UTF_16BE));
    return plain(name) + "~" + hash.substring(0, HASHED);
  }

  /** The name as people can read it; names that differ in signs only may give the same. */
  static String plain(String name) {
    if (WORD.matcher(name).matches()) {
      return name;
    }
    String kept = name.replaceAll("[^\\p{L}\\p{N}._/-]+", "_");
    int end = Math.min(KEPT, kept.length());
    end -= end > 0 && Character.isHighSurrogate(kept.charAt(end - 1)) ? 1 : 0;
    return end == 0 ? "_" : kept.substring(0, end);
  }
}
