package examen.stats.design;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All items that can be drawn, in the order of their ids whatever order they came in, so that the
 * same items and seed give the same sample.
 */
public record Frame(List<Item> items) {
  /**
   * @param id each once in a frame
   * @param stratum its name; the same for all where there are none
   * @param size by which unequal probabilities go, such as a classifier's score; from 0, finite
   */
  public record Item(String id, String stratum, double size) {
    public Item {
      if (!(size >= 0) || Double.isInfinite(size)) {
        throw new IllegalArgumentException("an item of size " + size);
      }
    }
  }

  /**
   * @throws IllegalArgumentException when an id is there twice
   */
  public Frame {
    items = items.stream().sorted(Comparator.comparing(Item::id)).toList();
    for (int i = 1; i < items.size(); i++) {
      if (items.get(i).id().equals(items.get(i - 1).id())) {
        throw new IllegalArgumentException("an id is in the frame twice");
      }
    }
  }

  public int size() {
    return items.size();
  }

  /** Items by stratum, both in the order of their names. */
  public SortedMap<String, List<Item>> byStratum() {
    return items.stream()
        .collect(Collectors.groupingBy(Item::stratum, TreeMap::new, Collectors.toList()));
  }

  /**
   * SHA-256, in hexadecimal, of the items: by it a later reader knows that a sample was drawn from
   * them. For each a line in UTF-8: the length of the id in UTF-16 units, a colon, the id, the same
   * of the stratum, the size as {@link Double#toHexString} writes it, a line feed.
   */
  public String hash() {
    MessageDigest digest = sha256();
    for (Item item : items) {
      String line =
          item.id().length()
              + ":"
              + item.id()
              + item.stratum().length()
              + ":"
              + item.stratum()
              + Double.toHexString(item.size())
              + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
