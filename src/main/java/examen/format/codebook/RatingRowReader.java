package examen.format.codebook;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import examen.format.Malformed;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.List;
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

  /**
   * Reads every row; a bad one is refused by place and reason, and the rest goes on.
   *
   * @throws Malformed if the header, or what is left of the file, cannot be read
   */
  public void read(Reader text, Consumer<RatingRow> rows, BiConsumer<String, String> refused)
      throws IOException, Malformed {
    new RowFile<>(json, Integer.MAX_VALUE, new Ratings()).read(text, rows, refused);
  }

  /** A name that is no column is a mistake, in a header and in an object. */
  private static final class Ratings implements RowFile.Form<RatingRow> {
    @Override
    public void requireHeader(List<String> names) throws Malformed {
      requireNames(names);
    }

    @Override
    public void requireNames(List<String> names) throws Malformed {
      for (String name : names) {
        if (!COLUMNS.contains(name)) {
          throw new Malformed("no column is called \"" + name + "\"");
        }
      }
    }

    @Override
    public RatingRow row(String place, RowFile.Values values) throws Malformed {
      return RatingRowReader.row(place, name -> text(values.of(name)));
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

  private interface Values {
    @Nullable String of(String name);
  }
}
