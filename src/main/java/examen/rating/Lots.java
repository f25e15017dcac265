package examen.rating;

import examen.transcript.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left to chance in a plan. Each lot is the beginning of a SHA-256 over the seed and what
 * it is drawn for, so that it depends on nothing else: neither on the order in which lots are drawn
 * nor on how this version of Java makes random numbers.
 */
final class Lots {
  private final long seed;

  Lots(long seed) {
    this.seed = seed;
  }

  /** A number that is any {@code long} with the same chance. */
  long draw(String... drawnFor) {
    MessageDigest digest = Sha256.digest();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
    for (String each : drawnFor) {
      byte[] bytes = each.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  /** A number from 0 inclusive to 1 exclusive. */
  double fraction(String drawnFor) {
    return (draw(drawnFor) >>> 11) * 0x1p-53;
  }

  /** These as they come out of the drum for this purpose; their order here is of no account. */
  <T extends Comparable<T>> List<T> shuffled(String purpose, Collection<T> all) {
    Map<T, Long> lots = new HashMap<>();
    all.forEach(each -> lots.put(each, draw(purpose, each.toString())));
    return lots.keySet().stream()
        .sorted(
            Comparator.comparingLong((T each) -> lots.getOrDefault(each, 0L))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
