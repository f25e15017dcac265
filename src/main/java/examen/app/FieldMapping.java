package examen.app;

import examen.format.Mapping;
import examen.format.Mapping.Slot;
import examen.format.OneLine;
import examen.format.mapped.MappedFormat;
import examen.format.mapped.MappingFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the fields of a file's records stand for, where the file has names of its own.
 *
 * @param fields those that stand for something
 */
public record FieldMapping(List<Field> fields) {
  /** How long a mapping file may be, in bytes. */
  private static final int LONGEST = 1 << 20;

  /**
   * A field and what it stands for.
   *
   * @param place a dotted path into the record, or the name of a column
   * @param name of the condition or label, or who wrote the note; empty for all else
   */
  public record Field(String place, FieldMeaning meaning, String name) {}

  public FieldMapping {
    fields = fields.stream().filter(field -> field.meaning() != FieldMeaning.NOTHING).toList();
  }

  /**
   * The mapping in this file.
   *
   * @throws Refusal if it holds none; says the file, the place in it and why
   */
  public static FieldMapping read(Path file) {
    return NamedText.read(file, LONGEST, "a mapping", text -> of(MappingFile.read(text)));
  }

  /** The text of the mapping file; {@link #problem} must be empty. */
  public String text() {
    return MappingFile.write(mapping());
  }

  /** Whether files of the format with this id are read by a mapping. */
  public static boolean isFor(String format) {
    return MappedFormat.isKind(format);
  }

  static FieldMapping of(Mapping mapping) {
    List<Field> fields = new ArrayList<>();
    mapping.slots().forEach((slot, at) -> fields.add(new Field(at, FieldMeaning.of(slot), "")));
    mapping.conditions().forEach((n, at) -> fields.add(new Field(at, FieldMeaning.CONDITION, n)));
    mapping.labels().forEach((n, at) -> fields.add(new Field(at, FieldMeaning.LABEL, n)));
    mapping.notes().forEach((n, at) -> fields.add(new Field(at, FieldMeaning.NOTE, n)));
    return new FieldMapping(fields);
  }

  /** Why nothing can be read by it, in one line; empty if something can. */
  public String problem() {
    Map<String, String> seen = new TreeMap<>();
    for (Field field : fields) {
      boolean named = field.meaning().isNamed();
      if (named && field.name().isBlank()) {
        return shown(field) + " wants a name: it is to be a " + field.meaning().wire();
      }
      String what = field.meaning().wire() + (named ? " " + field.name() : "");
      String before = seen.putIfAbsent(what, field.place());
      if (before != null) {
        return OneLine.shown(before) + " and " + shown(field) + " are both the " + what;
      }
    }
    return mapping().isUsable()
        ? ""
        : "say where the messages are, or a response, or reasoning; or, where a record is one"
            + " message, its group and text";
  }

  private static String shown(Field field) {
    return OneLine.shown(field.place());
  }

  /** Where two fields stand for the same thing, the later one holds. */
  Mapping mapping() {
    Map<Slot, String> slots = new EnumMap<>(Slot.class);
    Map<FieldMeaning, SortedMap<String, String>> named = new EnumMap<>(FieldMeaning.class);
    for (Field field : fields) {
      field.meaning().slot().ifPresent(slot -> slots.put(slot, field.place()));
      if (field.meaning().isNamed()) {
        named
            .computeIfAbsent(field.meaning(), meaning -> new TreeMap<>())
            .put(field.name().strip(), field.place());
      }
    }
    SortedMap<String, String> none = new TreeMap<>();
    return new Mapping(
        slots,
        named.getOrDefault(FieldMeaning.CONDITION, none),
        named.getOrDefault(FieldMeaning.LABEL, none),
        named.getOrDefault(FieldMeaning.NOTE, none));
  }
}
