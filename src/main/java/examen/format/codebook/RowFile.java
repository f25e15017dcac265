package examen.format.codebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import examen.format.Malformed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows: CSV with a header line, or JSONL with one object a line. A bad row is refused by
 * place and reason, and the rest goes on.
 */
final class RowFile<R> {
  /** A value by its name; null where the row has none. */
  interface Values {
    @Nullable JsonNode of(String name);
  }

  /** What the rows of a file are. */
  interface Form<R> {
    /** Refuses the header of a CSV file that cannot be read. */
    void requireHeader(List<String> names) throws Malformed;

    /** Refuses an object with these names. */
    void requireNames(List<String> names) throws Malformed;

    R row(String place, Values values) throws Malformed;
  }

  private final ObjectMapper json;
  private final int longest;
  private final Form<R> form;
  private final CsvMapper csv =
      CsvMapper.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

  /**
   * @param longest line of JSONL, in UTF-16 units
   */
  RowFile(ObjectMapper json, int longest, Form<R> form) {
    this.json = json;
    this.longest = longest;
    this.form = form;
  }

  /**
   * Reads every row.
   *
   * @throws Malformed if the header, or what is left of the file, cannot be read
   */
  void read(Reader text, Consumer<R> rows, BiConsumer<String, String> refused)
      throws IOException, Malformed {
    BufferedReader reader = new BufferedReader(text);
    reader.mark(2);
    int first = reader.read();
    if (first == '\uFEFF') {
      reader.mark(1);
      first = reader.read();
    }
    reader.reset();
    if (first < 0) {
      throw new Malformed("empty: no header line");
    }
    if (first == '{') {
      readJsonl(reader, rows, refused);
    } else {
      readCsv(reader, rows, refused);
    }
  }

  private void readJsonl(
      BufferedReader reader, Consumer<R> rows, BiConsumer<String, String> refused)
      throws IOException {
    String line;
    for (int number = 1; (line = reader.readLine()) != null; number++) {
      if (line.isBlank()) {
        continue;
      }
      String place = "line " + number;
      try {
        JsonNode node = line.length() > longest ? null : json.readTree(line);
        if (node == null || !node.isObject()) {
          refused.accept(place, node == null ? "too long" : "not a JSON object");
          continue;
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        form.requireNames(names);
        rows.accept(form.row(place, name -> node.get(name)));
      } catch (JsonProcessingException e) {
        refused.accept(place, "not JSON");
      } catch (Malformed e) {
        refused.accept(place, e.why());
      }
    }
  }

  private void readCsv(BufferedReader reader, Consumer<R> rows, BiConsumer<String, String> refused)
      throws IOException, Malformed {
    try (MappingIterator<Map<String, String>> lines =
        csv.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(reader)) {
      if (!(lines.getParserSchema() instanceof CsvSchema schema) || schema.size() == 0) {
        throw new Malformed("empty: no header line");
      }
      form.requireHeader(schema.getColumnNames());
      while (lines.hasNextValue()) {
        int line = lines.getCurrentLocation().getLineNr();
        Map<String, String> values = lines.nextValue();
        String place = "record that ends at line " + line;
        try {
          rows.accept(form.row(place, name -> node(values.get(name))));
        } catch (Malformed e) {
          refused.accept(place, e.why());
        }
      }
    } catch (JsonProcessingException e) {
      throw new Malformed("not CSV from line " + e.getLocation().getLineNr() + " on", e);
    }
  }

  private static @Nullable JsonNode node(@Nullable String value) {
    return value == null || value.isEmpty() ? null : TextNode.valueOf(value);
  }
}
