package examen.app.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import examen.transcript.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes secrets out of texts, and counts them. In place of each code point of a secret stands
 * another that takes as many UTF-16 code units, so that offsets stay true in both units; line ends
 * stay. What was found is never told, only how often. To be used for one export, by one thread.
 */
public final class Redaction {
  private static final String NAME = "name";
  private static final int SMALL = 0x2588; // FULL BLOCK
  private static final int LARGE = 0x1F532; // BLACK SQUARE BUTTON, of two code units

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final List<SecretPattern> patterns;
  private final List<NameList> names = new ArrayList<>();
  private final SortedMap<String, Long> counts = new TreeMap<>();

  private Redaction(List<SecretPattern> patterns) {
    this.patterns = List.copyOf(patterns);
    this.patterns.forEach(pattern -> counts.put(pattern.name(), 0L));
  }

  /** By the patterns that come with Examen. */
  public static Redaction usual() {
    return new Redaction(PatternFile.usual());
  }

  /**
   * By the patterns of these files, earlier ones first.
   *
   * @param files {@link PatternFile#USUAL} stands for the list that comes with Examen
   * @throws BadPatternFile if one cannot be used
   */
  public static Redaction of(List<Path> files) throws BadPatternFile {
    List<SecretPattern> all = new ArrayList<>();
    for (Path file : files) {
      all.addAll(
          file.toString().equals(PatternFile.USUAL) ? PatternFile.usual() : PatternFile.read(file));
    }
    return new Redaction(all);
  }

  /**
   * Takes the names in these files out, too, one a line.
   *
   * @throws BadPatternFile if one cannot be used
   */
  public Redaction withNames(List<Path> files) throws BadPatternFile {
    List<String> all = new ArrayList<>();
    for (Path file : files) {
      all.addAll(NameList.read(file));
    }
    if (!all.isEmpty()) {
      counts.put(NAME, 0L);
      with(NAME, all);
    }
    return this;
  }

  /** Takes the names of raters out, too, wherever texts hold them. */
  public Redaction withRaters(Collection<String> raters) {
    return with("name of a rater", raters);
  }

  /** Takes out, too, what tells on whose machine it is done. */
  public Redaction withOwn(OwnNames own) {
    return with("own user, machine or folder", own.names());
  }

  private Redaction with(String kind, Collection<String> more) {
    names.add(NameList.of(kind, more));
    return this;
  }

  /** How many places of each pattern were taken out so far, by its name; none is 0. */
  public SortedMap<String, Long> counts() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** The text without its secrets: as many code points, and as many UTF-16 code units. */
  String text(String text) {
    BitSet secret = new BitSet();
    String small = text.toLowerCase(Locale.ROOT);
    int digits = Needs.mostDigits(text);
    for (SecretPattern pattern : patterns) {
      if (pattern.needs().areIn(small, digits)) {
        take(pattern.name(), pattern.in(text), secret);
      }
    }
    if (!names.isEmpty()) {
      String folded = NameList.folded(text);
      names.forEach(list -> take(list.kind(), list.in(folded), secret));
    }
    return secret.isEmpty() ? text : covered(text, secret);
  }

  private void take(String kind, List<Span> places, BitSet secret) {
    for (Span place : places) {
      // A place that another pattern has taken whole is one secret, not two.
      if (secret.nextClearBit(place.start()) < place.end()) {
        secret.set(place.start(), place.end());
        counts.merge(kind, 1L, Long::sum);
      }
    }
  }

  private static String covered(String text, BitSet secret) {
    StringBuilder covered = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      int units = Character.charCount(sign);
      boolean isHidden = secret.nextSetBit(at) >= 0 && secret.nextSetBit(at) < at + units;
      covered.appendCodePoint(
          isHidden && sign != '\n' && sign != '\r' ? (units == 1 ? SMALL : LARGE) : sign);
      at += units;
    }
    return covered.toString();
  }

  /** A JSON text without its secrets; a number that is one becomes a string. */
  String json(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      JsonNode after = node(node);
      return after.equals(node) ? json : after.toString();
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text(json)).toString();
    }
  }

  private JsonNode node(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = free(text(field.getKey()), object);
        object.set(name, node(field.getValue()));
      }
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.forEach(each -> array.add(node(each)));
      return array;
    }
    if (node.isTextual() || node.isNumber()) {
      String before = node.asText();
      String after = text(before);
      return after.equals(before) ? node : TextNode.valueOf(after);
    }
    return node;
  }

  /** Two names may be the same once their secrets are covered. */
  private static String free(String name, ObjectNode object) {
    String free = name;
    for (int n = 2; object.has(free); n++) {
      free = name + "#" + n;
    }
    return free;
  }

  /** Texts by name. */
  SortedMap<String, String> texts(Map<String, String> values) {
    SortedMap<String, String> after = new TreeMap<>();
    values.forEach((name, value) -> after.put(name, text(value)));
    return after;
  }

  /** JSON texts by name. */
  SortedMap<String, String> jsons(Map<String, String> values) {
    SortedMap<String, String> after = new TreeMap<>();
    values.forEach((name, value) -> after.put(name, json(value)));
    return after;
  }
}
