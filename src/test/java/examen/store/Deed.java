package examen.store;

import java.util.Arrays;
import java.util.List;

/** What is done to a project while something goes wrong around it. */
enum Deed {
  /** One step of a rater: a tag, an answer, an undo ... */
  STEP("step"),
  /** A hundred changes in one step. */
  BULK("bulk"),
  /** Some files, by the import that the program has. */
  IMPORT("import"),
  /** A copy of the project with another's work, or with the same rater's. */
  MERGE("merge"),
  /** A backup beside the project. */
  BACKUP("backup");

  private final String wire;

  Deed(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }

  /** Of names with commas between; {@code mix} for all, steps most often. */
  static List<Deed> listOf(String names) {
    if (names.equals("mix")) {
      return List.of(STEP, STEP, STEP, STEP, BULK, IMPORT, MERGE, BACKUP);
    }
    return Arrays.stream(names.split(",", -1)).map(Deed::ofWire).toList();
  }

  private static Deed ofWire(String wire) {
    return Arrays.stream(values()).filter(d -> d.wire.equals(wire)).findFirst().orElseThrow();
  }
}
