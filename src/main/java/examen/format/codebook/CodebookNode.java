package examen.format.codebook;

import com.fasterxml.jackson.databind.JsonNode;
import examen.format.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An object in a codebook's JSON, asked for what must be there; refusals name the place, such as
 * {@code tags[3].key}.
 */
final class CodebookNode {
  private static final int LONGEST_TEXT = 10_000;
  private static final int MOST_ITEMS = 1_000;
  private static final Pattern ANY = Pattern.compile("(?s)\\s*\\S.*");

  private final JsonNode node;
  private final String place;

  /**
   * @param place where the object stands, empty for the outermost
   * @throws Malformed if it is no object
   */
  CodebookNode(JsonNode node, String place) throws Malformed {
    this.node = node;
    this.place = place;
    if (!node.isObject()) {
      throw new Malformed((place.isEmpty() ? "the codebook" : place) + " is no object");
    }
  }

  /** Refuses any other key, so that a slip of the pen is not taken for nothing. */
  void allow(String... keys) throws Malformed {
    Set<String> known = Set.of(keys);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!known.contains(field.getKey())) {
        String shown = field.getKey().replaceAll("[\\p{Cc}\\p{Cf}]", "?");
        throw wrong(
            shown.substring(0, Math.min(40, shown.length())), "is no key that is known here");
      }
    }
  }

  /** All keys, where any may stand. */
  List<String> keys() {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key) throws Malformed {
    return text(key, ANY);
  }

  String text(String key, Pattern form) throws Malformed {
    return text(node.path(key), key, form);
  }

  int number(String key) throws Malformed {
    JsonNode value = node.path(key);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw wrong(key, "must be a whole number from 1");
    }
    return value.intValue();
  }

  boolean yes(String key) throws Malformed {
    if (!node.path(key).isBoolean()) {
      throw wrong(key, "must be true or false");
    }
    return node.path(key).booleanValue();
  }

  List<String> texts(String key) throws Malformed {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : items(key)) {
      texts.add(text(item, key + "[" + texts.size() + "]", ANY));
    }
    return texts;
  }

  List<CodebookNode> list(String key) throws Malformed {
    List<CodebookNode> list = new ArrayList<>();
    for (JsonNode item : items(key)) {
      list.add(new CodebookNode(item, at(key) + "[" + list.size() + "]"));
    }
    return list;
  }

  CodebookNode object(String key) throws Malformed {
    return new CodebookNode(node.path(key), at(key));
  }

  /** The refusal of what stands under this key. */
  Malformed wrong(String key, String why) {
    return new Malformed(at(key) + " " + why);
  }

  private String text(JsonNode value, String key, Pattern form) throws Malformed {
    if (value.isMissingNode()) {
      throw wrong(key, "is missing");
    }
    if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
      throw wrong(key, "must be a text of at most " + LONGEST_TEXT + " characters");
    }
    if (!form.matcher(value.textValue()).matches()) {
      throw wrong(key, form.equals(ANY) ? "is empty" : "has another form than " + form.pattern());
    }
    return value.textValue();
  }

  private JsonNode items(String key) throws Malformed {
    JsonNode list = node.path(key);
    if (!list.isArray() || list.size() > MOST_ITEMS) {
      throw wrong(
          key, list.isMissingNode() ? "is missing" : "must be a list of at most " + MOST_ITEMS);
    }
    return list;
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
