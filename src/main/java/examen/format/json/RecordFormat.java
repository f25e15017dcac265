package examen.format.json;

import com.fasterxml.jackson.databind.JsonNode;
import examen.format.Malformed;
import examen.format.Recognition;
import examen.format.Sink;
import examen.format.Source;
import examen.format.TranscriptFormat;
import java.io.IOException;

/** A format whose records are JSON objects, wherever they come from: JSON, or rows of Parquet. */
public interface RecordFormat extends TranscriptFormat {
  /** What it makes of a file whose first record this is. */
  Recognition recognise(JsonNode first);

  /**
   * Gives what is in a record to the sink.
   *
   * @throws Malformed if it is no record of this format
   */
  void take(Source source, Sink sink, JsonRecord record) throws Malformed;

  @Override
  default Recognition recognise(Source source, byte[] head) throws IOException {
    return recognise(JsonRecords.first(source, head));
  }

  @Override
  default void read(Source source, Sink sink) throws IOException, Malformed {
    JsonRecords.each(source, sink, record -> take(source, sink, record));
  }
}
