package examen.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Fact;
import examen.report.Report;
import examen.report.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** A report for programs, with what its numbers were computed from. */
public final class ReportJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private final JsonGenerator json;

  private ReportJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes one JSON document to a stream, which stays open. */
  public static void write(OutputStream out, Report report) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      new ReportJson(json).write(report);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private void write(Report report) throws IOException {
    json.writeStringField("command", report.analysis());
    json.writeStringField("title", report.title());
    json.writeStringField("unit", report.unit());
    json.writeObjectFieldStart("settings");
    for (Map.Entry<String, String> setting : report.settings().entrySet()) {
      json.writeStringField(setting.getKey(), setting.getValue());
    }
    json.writeEndObject();
    words("methods", report.methods());
    words("notes", report.notes());
    tables("tables", report.tables());
    tables("inputs", report.inputs());
  }

  private void words(String name, List<String> words) throws IOException {
    json.writeArrayFieldStart(name);
    for (String each : words) {
      json.writeString(each);
    }
    json.writeEndArray();
  }

  private void tables(String name, List<Table> tables) throws IOException {
    json.writeArrayFieldStart(name);
    for (Table table : tables) {
      table(table);
    }
    json.writeEndArray();
  }

  private void table(Table table) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", table.id());
    json.writeStringField("title", table.title());
    json.writeArrayFieldStart("rows");
    for (List<Cell> row : table.rows()) {
      json.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        cell(table.columns().get(i), row.get(i));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    words("notes", table.notes());
    json.writeEndObject();
  }

  private void cell(Column column, Cell cell) throws IOException {
    json.writeFieldName(column.id());
    switch (cell.fact()) {
      case Fact.Words() -> json.writeString(cell.text());
      case Fact.Count(long count) -> json.writeNumber(count);
      case Fact.Value(double value) -> number(value);
      case Fact.Share(long count, long total) -> {
        json.writeStartObject();
        json.writeNumberField("count", count);
        json.writeNumberField("total", total);
        json.writeEndObject();
      }
      case Fact.Range range -> range(range);
      case Fact.Undefined(String reason) -> {
        json.writeStartObject();
        json.writeStringField("undefined", reason);
        json.writeEndObject();
      }
    }
  }

  private void range(Fact.Range range) throws IOException {
    json.writeStartObject();
    json.writeFieldName("low");
    number(range.low());
    json.writeFieldName("high");
    number(range.high());
    json.writeNumberField("confidence", range.confidence());
    json.writeStringField("method", range.method());
    json.writeEndObject();
  }

  /** JSON has no infinite numbers. */
  private void number(double value) throws IOException {
    if (Double.isInfinite(value)) {
      json.writeString(value > 0 ? "Infinity" : "-Infinity");
    } else {
      json.writeNumber(value);
    }
  }
}
