package examen.store;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What holds for the project as a whole, by key. */
public final class ProjectSettings {
  private static final String ID = "uuid";
  private static final String CREATED_AT = "created_at";
  private static final String CREATED_BY = "created_by";

  private ProjectSettings() {}

  public static Optional<String> get(Reading reading, String key) {
    return reading
        .query("SELECT value FROM project WHERE key = ?")
        .text(key)
        .first(row -> row.text(1));
  }

  /** All values whose keys begin with this, by their keys. */
  public static SortedMap<String, String> beginningWith(Reading reading, String prefix) {
    SortedMap<String, String> values = new TreeMap<>();
    reading
        .query("SELECT key, value FROM project WHERE substr(key, 1, ?) = ?")
        .integer(prefix.codePointCount(0, prefix.length()))
        .text(prefix)
        .list(row -> Map.entry(row.text(1), row.text(2)))
        .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    return values;
  }

  /** Sets a key, in place of what it had. */
  public static void put(Writing writing, String key, String value) {
    if (isOfOrigin(key)) {
      throw new IllegalArgumentException(key + " is set once, when the project is made");
    }
    store(writing, key, value);
  }

  static SortedMap<String, String> all(Reading reading) {
    return beginningWith(reading, "");
  }

  static boolean isOfOrigin(String key) {
    return key.equals(ID) || key.equals(CREATED_AT) || key.equals(CREATED_BY);
  }

  /** The same for all copies of the project. */
  static String id(Reading reading) {
    return required(reading, ID);
  }

  public static ProjectOrigin origin(Reading reading) {
    return new ProjectOrigin(
        UUID.fromString(required(reading, ID)),
        StoredTime.of(required(reading, CREATED_AT)),
        required(reading, CREATED_BY));
  }

  static void putOrigin(Writing writing, ProjectOrigin origin) {
    store(writing, ID, origin.id().toString());
    store(writing, CREATED_AT, StoredTime.text(origin.createdAt()));
    store(writing, CREATED_BY, origin.createdBy());
  }

  private static String required(Reading reading, String key) {
    return get(reading, key)
        .orElseThrow(() -> Stored.damaged("the project has no \"" + key + "\""));
  }

  private static void store(Writing writing, String key, String value) {
    writing
        .query(
            "INSERT INTO project (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value ="
                + " excluded.value")
        .text(key)
        .text(value)
        .update();
    Seals.renew(writing, SealedThing.of(SealKind.SETTING, key));
  }
}
