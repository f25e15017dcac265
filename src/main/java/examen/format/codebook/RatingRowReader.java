package examen.format.codebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import examen.format.Malformed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of ratings: CSV with a header line, or JSONL with one object a line. The columns are
 * the components of {@link RatingRow} by name.
 */
public final class RatingRowReader {
  private static final Set<String> COLUMNS =
      Set.of(
          "transcript",
          "message",
          "part",
          "start",
          "end",
          "unit",
          "quote",
          "tag",
          "question",
          "answer",
          "severity",
          "enactment",
          "confidence",
          "note",
          "review");

  private final ObjectMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final CsvMapper csv =
      CsvMapper.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

  /**
   * Reads every row; a bad one is refused by place and reason, and the rest goes on.
   *
   * @throws Malformed if the header, or what is left of the file, cannot be read
   */
  public void read(Reader text, Consumer<RatingRow> rows, BiConsumer<String, String> refused)
      throws IOException, Malformed {
    BufferedReader reader = new BufferedReader(text);
    reader.mark(2);
    int first = reader.read();
    if (first == '\uFEFF') {
      reader.mark(1);
      first = reader.read();
    }
    reader.reset();
    if (first == '{') {
      readJsonl(reader, rows, refused);
    } else {
      readCsv(reader, rows, refused);
    }
  }

  private void readJsonl(
      BufferedReader reader, Consumer<RatingRow> rows, BiConsumer<String, String> refused)
      throws IOException {
    String line;
    for (int number = 1; (line = reader.readLine()) != null; number++) {
      if (line.isBlank()) {
        continue;
      }
      String place = "line " + number;
      try {
        JsonNode node = json.readTree(line);
        if (!node.isObject()) {
          refused.accept(place, "not a JSON object");
          continue;
        }
        requireColumns(names(node));
        rows.accept(row(place, name -> text(node.get(name))));
      } catch (JsonProcessingException e) {
        refused.accept(place, "not JSON");
      } catch (Malformed e) {
        refused.accept(place, e.why());
      }
    }
  }

  private void readCsv(
      BufferedReader reader, Consumer<RatingRow> rows, BiConsumer<String, String> refused)
      throws IOException, Malformed {
    try (MappingIterator<Map<String, String>> lines =
        csv.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(reader)) {
      if (!(lines.getParserSchema() instanceof CsvSchema schema) || schema.size() == 0) {
        throw new Malformed("empty: no header line");
      }
      requireColumns(schema.getColumnNames());
      while (lines.hasNextValue()) {
        int line = lines.getCurrentLocation().getLineNr();
        Map<String, String> values = lines.nextValue();
        String place = "record that ends at line " + line;
        try {
          rows.accept(row(place, name -> blankToNull(values.get(name))));
        } catch (Malformed e) {
          refused.accept(place, e.why());
        }
      }
    } catch (JsonProcessingException e) {
      throw new Malformed("not CSV from line " + e.getLocation().getLineNr() + " on", e);
    }
  }

  private static List<String> names(JsonNode node) {
    Iterable<String> names = node::fieldNames;
    return java.util.stream.StreamSupport.stream(names.spliterator(), false).toList();
  }

  private static void requireColumns(Iterable<String> names) throws Malformed {
    for (Iterator<String> each = names.iterator(); each.hasNext(); ) {
      String name = each.next();
      if (!COLUMNS.contains(name)) {
        throw new Malformed("no column is called \"" + name + "\"");
      }
    }
  }

  private static RatingRow row(String place, Values values) throws Malformed {
    String transcript = values.of("transcript");
    if (transcript == null) {
      throw new Malformed("no transcript");
    }
    return new RatingRow(
        place,
        transcript,
        whole(values, "message"),
        whole(values, "part"),
        whole(values, "start"),
        whole(values, "end"),
        values.of("unit"),
        values.of("quote"),
        values.of("tag"),
        values.of("question"),
        values.of("answer"),
        whole(values, "severity"),
        values.of("enactment"),
        values.of("confidence"),
        values.of("note"),
        values.of("review"));
  }

  private static @Nullable Integer whole(Values values, String name) throws Malformed {
    String value = values.of(name);
    if (value == null) {
      return null;
    }
    try {
      return new BigDecimal(value).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Malformed(name + " is not a whole number", e);
    }
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null || value.isNull()
        ? null
        : value.isTextual() ? value.textValue() : value.toString();
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  private interface Values {
    @Nullable String of(String name);
  }
}
