package examen.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says where records of a file that has no common format keep what a transcript is made of. A place
 * is a dotted path into a JSON object, or the name of a column. Either one record is one
 * transcript, or, with a {@link Slot#GROUP}, one record is one message of the transcript that its
 * group names.
 *
 * @param slots the place of each thing that has one
 * @param conditions places of conditions, by the name of the condition
 * @param labels places of what a classifier said, by the name of the label
 * @param notes places of what people wrote, by who wrote it
 */
public record Mapping(
    Map<Slot, String> slots,
    SortedMap<String, String> conditions,
    SortedMap<String, String> labels,
    SortedMap<String, String> notes) {
  private static final String VERSION = "examen-mapping";
  private static final String CONDITIONS = "conditions";
  private static final String LABELS = "labels";
  private static final String NOTES = "notes";

  /** What a transcript is made of. */
  public enum Slot {
    /** The source's own name of the record. */
    ID("id"),
    /** A list of messages, or a text that holds one as JSON. */
    MESSAGES("messages"),
    SYSTEM("system"),
    PROMPT("prompt"),
    REASONING("reasoning"),
    RESPONSE("response"),
    MODEL("model"),
    /** Which transcript this message belongs to. */
    GROUP("group"),
    /** A number or text by which the messages of a group are put in order. */
    ORDER("order"),
    /** Whose turn a message is; of the record, or of each of its messages. */
    ROLE("role"),
    /** Who says a message; of the record, or of each of its messages. */
    SPEAKER("speaker"),
    /** What a message says; of the record, or of each of its messages. */
    TEXT("text");

    private final String wire;

    Slot(String wire) {
      this.wire = wire;
    }

    /** The name in mapping files. */
    public String wire() {
      return wire;
    }

    static Optional<Slot> ofWire(String wire) {
      for (Slot slot : values()) {
        if (slot.wire.equals(wire)) {
          return Optional.of(slot);
        }
      }
      return Optional.empty();
    }
  }

  public Mapping {
    Map<Slot, String> copy = new EnumMap<>(Slot.class);
    copy.putAll(slots);
    slots = Collections.unmodifiableMap(copy);
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
  }

  /** The place of this thing; empty if it has none. */
  public Optional<String> place(Slot slot) {
    return Optional.ofNullable(slots.get(slot));
  }

  /** Whether it says where to find what a model said. */
  public boolean isUsable() {
    boolean grouped = slots.containsKey(Slot.GROUP) && slots.containsKey(Slot.TEXT);
    return grouped
        || slots.containsKey(Slot.MESSAGES)
        || slots.containsKey(Slot.RESPONSE)
        || slots.containsKey(Slot.REASONING);
  }

  /** Whether one record is one message. */
  public boolean isGrouped() {
    return slots.containsKey(Slot.GROUP);
  }

  /** What these names, dotted paths or columns, seem to stand for. */
  public static Mapping suggest(Collection<String> names) {
    return MappingGuess.of(names);
  }

  /** Tells records with these names from those with others, in whatever order the names stand. */
  public static String signature(Collection<String> names) {
    return String.join("\n", new TreeSet<>(names));
  }

  /**
   * Reads a mapping from the text of its file.
   *
   * @throws Malformed if the text is no mapping, or one that names nothing to read
   */
  public static Mapping of(String json) throws Malformed {
    JsonNode file;
    try {
      file = JsonReading.document(json);
    } catch (IOException e) {
      throw new Malformed("not valid JSON", e);
    }
    if (file.path(VERSION).asInt() != 1) {
      throw new Malformed("not a mapping: it has no \"" + VERSION + "\": 1");
    }
    Map<Slot, String> slots = new EnumMap<>(Slot.class);
    for (Map.Entry<String, JsonNode> field : file.properties()) {
      String name = field.getKey();
      Optional<Slot> slot = Slot.ofWire(name);
      if (slot.isPresent()) {
        slots.put(slot.get(), path(name, field.getValue()));
      } else if (!name.equals(VERSION)
          && !name.equals(CONDITIONS)
          && !name.equals(LABELS)
          && !name.equals(NOTES)) {
        throw new Malformed("unknown key " + name);
      }
    }
    Mapping mapping =
        new Mapping(slots, paths(file, CONDITIONS), paths(file, LABELS), paths(file, NOTES));
    if (!mapping.isUsable()) {
      throw new Malformed(
          "it names neither messages, nor a response, nor reasoning, nor group and text");
    }
    return mapping;
  }

  private static String path(String name, JsonNode value) throws Malformed {
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new Malformed(name + ": not a path");
    }
    return value.textValue();
  }

  private static SortedMap<String, String> paths(JsonNode file, String name) throws Malformed {
    SortedMap<String, String> paths = new TreeMap<>();
    JsonNode object = file.path(name);
    if (!object.isMissingNode() && !object.isObject()) {
      throw new Malformed(name + ": not an object");
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      paths.put(field.getKey(), path(name + ", " + field.getKey(), field.getValue()));
    }
    return paths;
  }

  /** The text of its file. */
  public String toJson() {
    ObjectNode file = JsonNodeFactory.instance.objectNode().put(VERSION, 1);
    slots.forEach((slot, path) -> file.put(slot.wire(), path));
    put(file, CONDITIONS, conditions);
    put(file, LABELS, labels);
    put(file, NOTES, notes);
    return file.toPrettyString() + "\n";
  }

  private static void put(ObjectNode file, String name, SortedMap<String, String> paths) {
    if (!paths.isEmpty()) {
      ObjectNode object = file.putObject(name);
      paths.forEach(object::put);
    }
  }

  /** In one line, for a person. */
  public String shown() {
    StringBuilder shown = new StringBuilder();
    slots.forEach((slot, path) -> add(shown, slot.wire(), path));
    conditions.forEach((name, path) -> add(shown, "condition " + name, path));
    labels.forEach((name, path) -> add(shown, "label " + name, path));
    notes.forEach((name, path) -> add(shown, "note of " + name, path));
    return shown.toString();
  }

  private static void add(StringBuilder shown, String name, String path) {
    shown.append(shown.isEmpty() ? "" : ", ").append(name).append(" = ");
    shown.append(InspectText.shown(path));
  }

  /** The value at a place of a record; missing if there is none. */
  static JsonNode at(JsonNode record, String path) {
    JsonNode value = record;
    String rest = path;
    // A column may have dots in its name.
    while (!value.has(rest)) {
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return value.isArray() ? step(value, rest) : value.path(rest);
      }
      value = step(value, rest.substring(0, dot));
      rest = rest.substring(dot + 1);
    }
    return value.path(rest);
  }

  private static JsonNode step(JsonNode value, String name) {
    boolean index = value.isArray() && name.matches("\\d{1,9}");
    return index ? value.path(Integer.parseInt(name)) : value.path(name);
  }

  /** The value that has this thing's place; missing if it has none. */
  JsonNode at(JsonNode record, Slot slot) {
    String path = slots.get(slot);
    return path == null
        ? JsonNodeFactory.instance.missingNode()
        : Objects.requireNonNull(at(record, path));
  }
}
