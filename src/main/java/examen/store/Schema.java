package examen.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;

/**
 * The tables, indexes, triggers and views of a database, with the SQL text of each; without the
 * tables that SQLite itself makes for the index of words.
 *
 * @param objects by kind and name, such as {@code table step}
 */
record Schema(Map<String, String> objects) {
  Schema {
    objects = Map.copyOf(objects);
  }

  static Schema of(Session session) {
    Map<String, String> objects = new TreeMap<>();
    session
        .query(
            "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' AND"
                + " NOT (type = 'table' AND name GLOB 'part_text_*')")
        .each(row -> objects.put(row.text(1), row.text(2)));
    return new Schema(objects);
  }

  /** All that there is, SQLite's own tables for the index of words with it. */
  static Schema wholeOf(Session session) {
    Map<String, String> objects = new TreeMap<>();
    session
        .query(
            "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE NOT (type = 'index' AND name"
                + " GLOB 'sqlite_autoindex_*' AND sql IS NULL)")
        .each(row -> objects.put(row.text(1), String.valueOf(row.textIfAny(2))));
    return new Schema(objects);
  }

  /** What these scripts make. */
  static Schema expected(Migrations migrations) {
    return made(migrations, Schema::of);
  }

  /** All that these scripts make. */
  static Schema expectedWhole(Migrations migrations) {
    return made(migrations, Schema::wholeOf);
  }

  /** Where this schema is not exactly the one expected; empty if it is. */
  Optional<String> firstDifference(Schema expected) {
    return breachesOf(expected).stream()
        .findFirst()
        .or(() -> additionsTo(expected).stream().findFirst());
  }

  private static Schema made(Migrations migrations, Function<Session, Schema> look) {
    try (Session memory =
        new Session(new SQLiteConfig().createConnection("jdbc:sqlite::memory:"))) {
      migrations.apply(memory, 0);
      return look.apply(memory);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /**
   * In what this schema breaks what the program relies on: something is missing or reads otherwise,
   * or there is a trigger that would act unseen. Tables, indexes and views that someone added do no
   * harm.
   */
  List<String> breachesOf(Schema expected) {
    List<String> breaches = new ArrayList<>();
    new TreeMap<>(expected.objects)
        .forEach(
            (name, sql) -> {
              String held = objects.get(name);
              if (held == null) {
                breaches.add(name + " is missing");
              } else if (!held.equals(sql)) {
                breaches.add(name + " was changed");
              }
            });
    additionsTo(expected).stream()
        .filter(name -> name.startsWith("trigger "))
        .forEach(breaches::add);
    return breaches;
  }

  /** What is here and not there. */
  List<String> additionsTo(Schema expected) {
    return objects.keySet().stream()
        .filter(name -> !expected.objects.containsKey(name))
        .sorted()
        .map(name -> name + " was added")
        .toList();
  }
}
