package examen.format;

import com.fasterxml.jackson.databind.JsonNode;

/** A format whose records are JSON objects, wherever they come from: JSON, or rows of Parquet. */
interface RecordFormat extends TranscriptFormat {
  /** What it makes of a file whose first record this is. */
  Recognition recognise(JsonNode first);

  /**
   * Gives what is in a record to the sink.
   *
   * @throws Malformed if it is no record of this format
   */
  void take(Source source, Sink sink, JsonRecord record) throws Malformed;
}
