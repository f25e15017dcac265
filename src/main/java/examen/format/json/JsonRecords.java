package examen.format.json;

import com.fasterxml.jackson.databind.JsonNode;
import examen.format.Malformed;
import examen.format.Sink;
import examen.format.Source;
import examen.transcript.Sha256;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Goes through the records of a JSON file, however they lie in it: one a line, as elements of a
 * list, or one value after the other. One bounded record at a time is in memory. A bad record is
 * rejected with its place and costs nothing but itself.
 */
public final class JsonRecords {
  /** Most records of one file. */
  public static final int MOST = 2_000_000;

  private final Source source;
  private final Sink sink;
  private final Taker taker;
  private long records;

  private JsonRecords(Source source, Sink sink, Taker taker) {
    this.source = source;
    this.sink = sink;
    this.taker = taker;
  }

  /** Takes one record after the other. */
  public interface Taker {
    /**
     * @throws Malformed if it is no record of the format; it is then rejected
     */
    void take(JsonRecord record) throws Malformed;
  }

  /** How records lie in a file. */
  public enum Layout {
    /** One a line. */
    LINES,
    /** The elements of one list. */
    LIST,
    /** One value, or several that follow each other. */
    VALUES
  }

  /** How the records lie in a file that begins like this. */
  public static Layout layout(Source source, byte[] head) throws IOException {
    String text = HeadTree.text(head).stripLeading();
    int feed = text.indexOf('\n');
    String first = (feed < 0 ? text : text.substring(0, feed)).strip();
    String name = source.name().toLowerCase(Locale.ROOT);
    boolean lines = name.endsWith(".jsonl") || name.endsWith(".ndjson");
    boolean whole = feed >= 0 && HeadTree.isWhole(first);
    boolean more = whole && !text.substring(feed).isBlank();
    if (first.startsWith("[")) {
      return more || (lines && whole && first.startsWith("[{\"role\""))
          ? Layout.LINES
          : HeadTree.isConversation(HeadTree.of(text)) ? Layout.VALUES : Layout.LIST;
    }
    boolean cut = feed < 0 && lines;
    return more || cut || (lines && !first.equals("{")) ? Layout.LINES : Layout.VALUES;
  }

  /**
   * Gives every record of the file to {@code taker}.
   *
   * @throws Malformed if the file ends, or stops being JSON, within the list that it is
   */
  public static void each(Source source, Sink sink, Taker taker) throws IOException, Malformed {
    each(source, source.head(), sink, taker);
  }

  /**
   * Like {@link #each(Source, Sink, Taker)}, where the first bytes have been read already.
   *
   * @param head as {@link Source#head} gives them
   */
  public static void each(Source source, byte[] head, Sink sink, Taker taker)
      throws IOException, Malformed {
    JsonRecords records = new JsonRecords(source, sink, taker);
    switch (layout(source, head)) {
      case LINES -> records.lines();
      case LIST -> records.list();
      case VALUES -> records.values();
    }
  }

  /**
   * Gives every element of the list under this name, in the one object that the file is, to {@code
   * taker}.
   *
   * @throws Malformed if the file ends, or stops being JSON, within the object
   */
  public static void eachOf(String list, Source source, Sink sink, Taker taker)
      throws IOException, Malformed {
    new JsonRecords(source, sink, taker).member(list);
  }

  private void member(String list) throws IOException, Malformed {
    try (JsonCursor cursor = cursor()) {
      if (!cursor.enter('{')) {
        throw new Malformed("it is no JSON object");
      }
      for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
        boolean sought = name.equals(list) && cursor.enter('[');
        if (!sought) {
          cursor.value();
        }
        while (sought && cursor.nextElement()) {
          takeValue(cursor, "item " + (records + 1));
        }
      }
      if (!cursor.atEnd()) {
        sink.warning("", "there is more text after the end of the list");
      }
    } catch (EOFException e) {
      ended(e);
    }
  }

  private void lines() throws IOException, Malformed {
    try (JsonLines lines = JsonLines.of(source)) {
      for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank()) {
          continue;
        }
        String place = "line " + line.number();
        if (line.tooLong()) {
          sink.rejected(place, "it is longer than " + (JsonLines.LONGEST >> 20) + " MiB");
        } else {
          take(line.bytes(), place);
        }
      }
    }
  }

  private void list() throws IOException, Malformed {
    try (JsonCursor cursor = cursor()) {
      cursor.enter('[');
      while (cursor.nextElement()) {
        takeValue(cursor, "item " + (records + 1));
      }
      if (!cursor.atEnd()) {
        sink.warning("", "there is more text after the end of the list");
      }
    } catch (EOFException e) {
      ended(e);
    }
  }

  private void values() throws IOException, Malformed {
    try (JsonCursor cursor = cursor()) {
      while (!cursor.atEnd()) {
        byte[] bytes = value(cursor);
        boolean only = records == 0 && cursor.atEnd();
        takeOrReject(bytes, only ? "" : "value " + (records + 1));
      }
    } catch (EOFException e) {
      ended(e);
    }
    if (records == 0) {
      throw new Malformed("there is nothing in it");
    }
  }

  private JsonCursor cursor() throws IOException {
    return new JsonCursor(JsonReading.utf8(source.open()));
  }

  private void ended(EOFException e) throws Malformed {
    throw new Malformed(
        records == 0
            ? "its JSON ends too early"
            : "its JSON ends too early, after " + records + " records",
        e);
  }

  private void takeValue(JsonCursor cursor, String place) throws IOException, Malformed {
    takeOrReject(value(cursor), place);
  }

  private static byte[] value(JsonCursor cursor) throws IOException, Malformed {
    try (InputStream value = cursor.value()) {
      return value.readNBytes(JsonLines.LONGEST + 1);
    }
  }

  private void takeOrReject(byte[] bytes, String place) throws IOException, Malformed {
    if (bytes.length > JsonLines.LONGEST) {
      records++;
      sink.rejected(place, "it is longer than " + (JsonLines.LONGEST >> 20) + " MiB");
    } else {
      take(bytes, place);
    }
  }

  private void take(byte[] bytes, String place) throws IOException, Malformed {
    if (++records > MOST) {
      throw new Malformed("it has more than " + MOST + " records; the rest was not read");
    }
    sink.raw(bytes.length > Sink.LONGEST_RAW ? null : bytes);
    try {
      JsonReading.Document document = JsonReading.checked(new ByteArrayInputStream(bytes));
      taker.take(new JsonRecord(document.value(), place, Sha256.hex(bytes)));
      if (document.repaired()) {
        sink.warning(place, JsonReading.REPAIRED);
      }
    } catch (Malformed e) {
      // The parser counts from the record's start; in a line that is always its first.
      boolean line = place.startsWith("line ");
      sink.rejected(place, line ? e.why().replace("line 1, column", "column") : e.why());
    } finally {
      sink.raw(null);
    }
  }

  /** The first record of a file that begins like this, as far as it goes. */
  public static JsonNode first(Source source, byte[] head) throws IOException {
    JsonNode tree = HeadTree.of(HeadTree.text(head));
    return tree.isArray() && layout(source, head) == Layout.LIST ? tree.path(0) : tree;
  }
}
