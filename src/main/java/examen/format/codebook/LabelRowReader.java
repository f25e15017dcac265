package examen.format.codebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import examen.format.Malformed;
import java.io.IOException;
import java.io.Reader;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of classifier labels: CSV with a header line, or JSONL with one object a line. The
 * columns are the components of {@link LabelRow} by name; {@code id} and {@code sample} stand for
 * {@code transcript} too. Columns of other names are left alone.
 */
public final class LabelRowReader {
  private static final List<String> TRANSCRIPT = List.of("transcript", "id", "sample", "title");
  private static final String VALUE = "value";
  private static final Set<String> KNOWN =
      Set.of("transcript", "id", "sample", "title", VALUE, "name", "score", "rationale");

  /** Objects can have names without end. */
  private static final int MOST_COLUMNS = 60;

  private static final Set<String> WORDS = Set.of("true", "false", "null");
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d{0,15})(?:\\.\\d{1,20})?(?:[eE][-+]?\\d{1,3})?");

  private static final Pattern SCORE =
      Pattern.compile("[-+]?(?:\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})(?:[eE][-+]?\\d{1,3})?");

  /** Longest line of JSONL, in UTF-16 units. */
  private static final int LONGEST = 4 << 20;

  private static final int LONGEST_VALUE = 2000;

  private final ObjectMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(50).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Set<String> seen = new LinkedHashSet<>();

  /**
   * The columns of a file, by their names, in the order in which they come.
   *
   * @param read those that say something here
   * @param left those that are left alone; where there are very many, the first of them
   */
  public record Columns(List<String> read, List<String> left) {
    public Columns {
      read = List.copyOf(read);
      left = List.copyOf(left);
    }
  }

  /** What was seen of columns so far. */
  public Columns columns() {
    return new Columns(
        seen.stream().filter(KNOWN::contains).toList(),
        seen.stream().filter(name -> !KNOWN.contains(name)).toList());
  }

  /**
   * Reads every row; a bad one is refused by place and reason, and the rest goes on.
   *
   * @throws Malformed if the header, or what is left of the file, cannot be read
   */
  public void read(Reader text, Consumer<LabelRow> rows, BiConsumer<String, String> refused)
      throws IOException, Malformed {
    new RowFile<>(json, LONGEST, new Labels()).read(text, rows, refused);
  }

  private void see(List<String> names) {
    for (String name : names) {
      if (seen.size() < MOST_COLUMNS || KNOWN.contains(name)) {
        seen.add(name);
      }
    }
  }

  /** Every object may have names of its own; a header has the columns that are needed. */
  private final class Labels implements RowFile.Form<LabelRow> {
    @Override
    public void requireHeader(List<String> names) throws Malformed {
      see(names);
      if (!names.contains(VALUE) || Collections.disjoint(names, TRANSCRIPT)) {
        throw new Malformed("the columns transcript (or id, sample, title) and value are wanted");
      }
    }

    @Override
    public void requireNames(List<String> names) {
      see(names);
    }

    @Override
    public LabelRow row(String place, RowFile.Values values) throws Malformed {
      return LabelRowReader.row(place, values);
    }
  }

  private static LabelRow row(String place, RowFile.Values values) throws Malformed {
    String transcript = null;
    for (String name : TRANSCRIPT) {
      transcript = transcript == null ? text(values.of(name)) : transcript;
    }
    if (transcript == null) {
      throw new Malformed("no transcript");
    }
    return new LabelRow(
        place,
        transcript,
        text(values.of("name")),
        value(values.of(VALUE)),
        score(values.of("score")),
        text(values.of("rationale")));
  }

  /** A number or a truth value stays one, as JSON or as the words of CSV. */
  private static String value(@Nullable JsonNode value) throws Malformed {
    if (value == null) {
      return "null";
    }
    String json = value.toString();
    if (json.length() > LONGEST_VALUE) {
      throw new Malformed("a value longer than " + LONGEST_VALUE);
    }
    String word = value.isTextual() ? value.textValue().strip() : "";
    return WORDS.contains(word) || NUMBER.matcher(word).matches() ? word : json;
  }

  private static @Nullable Double score(@Nullable JsonNode score) throws Malformed {
    String text = text(score);
    if (text == null) {
      return null;
    }
    if (!SCORE.matcher(text.strip()).matches()) {
      throw new Malformed("score is not a number");
    }
    double number = Double.parseDouble(text.strip());
    if (Double.isInfinite(number)) {
      throw new Malformed("score is too large");
    }
    return number;
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    return text.isEmpty() ? null : text;
  }
}
