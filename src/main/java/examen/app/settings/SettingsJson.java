package examen.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.rating.Rater;
import examen.rating.RaterId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form of the settings file. What is not there, or is not understood, is as it is by default.
 */
final class SettingsJson {
  private static final int MOST_KEYS = 500;
  private static final int LONGEST = 4096;

  private final List<String> wrong = new ArrayList<>();

  /** Names of the fields that are not what they should be. */
  List<String> wrong() {
    return wrong;
  }

  Settings read(JsonNode root) {
    JsonNode look = root.path("appearance");
    Appearance or = Appearance.DEFAULT;
    Appearance appearance =
        new Appearance(
            one(look, "theme", ThemeChoice::ofWire, or.theme()),
            number(look, "fontPercent", or.fontPercent()),
            one(look, "density", Density::ofWire, or.density()),
            one(look, "lineWidth", LineWidth::ofWire, or.lineWidth()),
            one(look, "font", ReadingFont::ofWire, or.font()));
    JsonNode care = root.path("care");
    return new Settings(
        appearance,
        keys(root.path("keys")),
        new RecentProjects(texts(root, "recent")),
        new Care(
            number(care, "breakMinutes", Care.DEFAULT.breakMinutes()),
            care.path("tourSeen").asBoolean(Care.DEFAULT.tourSeen()),
            care.path("coversWarned").asBoolean(Care.DEFAULT.coversWarned())),
        rater(root.path("rater")));
  }

  private @Nullable Rater rater(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    String id = node.path("id").asText("");
    String name = node.path("name").asText("");
    if (!RaterId.isId(id) || !Rater.isName(name)) {
      wrong.add("rater");
      return null;
    }
    return new Rater(new RaterId(id), name);
  }

  /** The choices in a file of keys, or in the settings. */
  KeyChoices keys(JsonNode node) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    if (!node.isMissingNode() && !node.isObject()) {
      wrong.add("keys");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (keys.size() < MOST_KEYS && field.getKey().length() <= LONGEST) {
        keys.put(field.getKey(), texts(node, field.getKey()));
      }
    }
    return new KeyChoices(keys);
  }

  /** Puts these settings in, and leaves alone what a later version may have put there. */
  static void write(Settings settings, ObjectNode root) {
    Appearance appearance = settings.appearance();
    root.withObject("/appearance")
        .put("theme", appearance.theme().wire())
        .put("fontPercent", appearance.fontPercent())
        .put("density", appearance.density().wire())
        .put("lineWidth", appearance.lineWidth().wire())
        .put("font", appearance.font().wire());
    root.withObject("/care")
        .put("breakMinutes", settings.care().breakMinutes())
        .put("tourSeen", settings.care().tourSeen())
        .put("coversWarned", settings.care().coversWarned());
    Rater rater = settings.rater();
    if (rater != null) {
      root.withObject("/rater").put("id", rater.id().value()).put("name", rater.name());
    }
    root.set("recent", array(settings.recent().paths()));
    root.set("keys", object(settings.keys()));
  }

  static ObjectNode object(KeyChoices choices) {
    ObjectNode keys = JsonNodeFactory.instance.objectNode();
    choices.byAction().forEach((action, names) -> keys.set(action, array(names)));
    return keys;
  }

  private static ArrayNode array(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  private <T> T one(JsonNode node, String field, Function<String, Optional<T>> read, T otherwise) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      return otherwise;
    }
    Optional<T> there = read.apply(value.asText());
    if (there.isEmpty()) {
      wrong.add(field);
    }
    return there.orElse(otherwise);
  }

  private int number(JsonNode node, String field, int otherwise) {
    JsonNode value = node.path(field);
    if (!value.isMissingNode() && !value.isInt()) {
      wrong.add(field);
    }
    return value.asInt(otherwise);
  }

  private List<String> texts(JsonNode node, String field) {
    List<String> texts = new ArrayList<>();
    JsonNode list = node.path(field);
    if (!list.isMissingNode() && !list.isArray()) {
      wrong.add(field);
    }
    for (JsonNode text : list) {
      if (text.isTextual() && text.textValue().length() <= LONGEST) {
        texts.add(text.textValue());
      } else {
        wrong.add(field);
      }
    }
    return texts;
  }
}
