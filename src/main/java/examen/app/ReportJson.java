package examen.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Reports of imports as JSON texts, as projects keep them and as people save them. */
public final class ReportJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private ReportJson() {}

  /** One line. */
  public static String text(ImportReport report) {
    try {
      return MAPPER.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is plain data", e);
    }
  }

  /** For people who look into it. */
  public static String indented(ImportReport report) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is plain data", e);
    }
  }

  /** The report that a project kept; empty where it is none, or one of a later version. */
  static Optional<ImportReport> read(String json) {
    try {
      return Optional.ofNullable(MAPPER.readValue(json, ImportReport.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
