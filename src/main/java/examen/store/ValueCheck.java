package examen.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks at each value of each row: whether texts are texts, and records unpack to texts. */
final class ValueCheck {
  private final ProjectFile project;
  private final String advice;

  ValueCheck(ProjectFile project, String advice) {
    this.project = project;
    this.advice = advice;
  }

  void run(Consumer<Finding> found) {
    for (TableShape table : project.reading(reading -> TableShape.of(reading.session()))) {
      project.reading(reading -> findings(reading, table)).forEach(found);
    }
  }

  private List<Finding> findings(Reading reading, TableShape table) {
    List<Finding> findings = new ArrayList<>();
    long[] number = new long[1];
    reading.query(table.selectAll()).each(row -> check(table, row, ++number[0], findings::add));
    return findings;
  }

  private void check(TableShape table, Row row, long number, Consumer<Finding> found) {
    try {
      for (int i = 1; i <= table.columns().size(); i++) {
        row.value(i);
      }
      if (table.name().equals("raw_record")) {
        checkRecord(table, row);
      }
    } catch (StoreException e) {
      String why = e.getMessage();
      found.accept(
          new Finding(
              why == null ? "a value cannot be read" : why,
              "table " + table.name() + ", row " + number,
              advice));
    }
  }

  private static void checkRecord(TableShape table, Row row) {
    Packing packing =
        new Packing(
            row.text(table.columns().indexOf("packing") + 1),
            row.bytes(table.columns().indexOf("packed") + 1));
    byte[] utf8 = packing.record(Stored.number(row.integer(table.columns().indexOf("length") + 1)));
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
    } catch (CharacterCodingException e) {
      throw Stored.damaged("a record is not a text");
    }
  }
}
