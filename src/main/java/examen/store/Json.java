package examen.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.transcript.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON texts in the project file: written by this package alone, so read strictly. */
final class Json {
  /** What is stored was let in by the import's own limits, which may be wider than Jackson's. */
  private static final StreamReadConstraints NO_LIMIT_ON_TEXT =
      StreamReadConstraints.builder()
          .maxStringLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(NO_LIMIT_ON_TEXT).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectReader READER = MAPPER.reader();

  private static final String EMPTY = "{}";

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new StoreException("not stored: it cannot be written as JSON", e);
    }
  }

  static JsonNode read(String text) {
    try {
      return READER.readTree(text);
    } catch (JsonProcessingException e) {
      // Not with Jackson's words: they quote the text.
      throw Stored.damaged("a JSON text cannot be read");
    }
  }

  /** A field that is always there. */
  static String text(JsonNode object, String field) {
    String text = textIfAny(object, field);
    if (text == null) {
      throw Stored.damaged("a JSON text has no \"" + field + "\"");
    }
    return text;
  }

  static @Nullable String textIfAny(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw Stored.damaged("\"" + field + "\" of a JSON text is not a text");
    }
    return value.textValue();
  }

  static int integer(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null || !value.isInt()) {
      throw Stored.damaged("\"" + field + "\" of a JSON text is not a whole number");
    }
    return value.intValue();
  }

  static String ofMetadata(Metadata metadata) {
    if (metadata.values().isEmpty()) {
      return EMPTY;
    }
    ObjectNode object = object();
    metadata.values().forEach(object::put);
    return write(object);
  }

  static Metadata metadata(String text) {
    if (text.equals(EMPTY)) {
      return Metadata.NONE;
    }
    SortedMap<String, String> values = new TreeMap<>();
    JsonNode object = read(text);
    object.fieldNames().forEachRemaining(name -> values.put(name, text(object, name)));
    return new Metadata(values);
  }

  static String ofIndices(List<Integer> indices) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    indices.forEach(array::add);
    return write(array);
  }

  static List<Integer> indices(String text) {
    List<Integer> indices = new ArrayList<>();
    for (JsonNode index : read(text)) {
      indices.add(index.intValue());
    }
    return indices;
  }
}
