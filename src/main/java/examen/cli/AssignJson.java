package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.AssignReport;
import examen.rating.AssignmentPlan;
import examen.rating.Overlap;
import examen.rating.PlanId;
import examen.rating.PlanTerms;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.SortedMap;

/** What a plan gives to whom, as JSON. */
final class AssignJson {
  private AssignJson() {}

  static void print(PrintStream out, AssignReport report) {
    Json.write(
        out,
        json -> {
          json.writeStringField("command", "assign");
          json.writeStringField("result", report.fate().wire());
          json.writeNumberField("transcripts", report.transcripts());
          plan(json, report.plan());
          json.writeArrayFieldStart("raters");
          for (AssignReport.Share share : report.shares()) {
            share(json, report, share);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("pairs");
          for (AssignReport.Meeting meeting : report.meetings()) {
            json.writeStartObject();
            json.writeStringField("first", meeting.first().id().value());
            json.writeStringField("second", meeting.second().id().value());
            json.writeNumberField("transcripts", meeting.transcripts());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void plan(JsonGenerator json, AssignmentPlan plan) throws IOException {
    json.writeObjectFieldStart("plan");
    json.writeStringField("id", plan.id().toString());
    json.writeNumberField("number", plan.number());
    PlanId continues = plan.continues();
    if (continues != null) {
      json.writeStringField("continues", continues.toString());
    }
    switch (plan.terms().overlap()) {
      case Overlap.Each(int readers) -> json.writeNumberField("each", readers);
      case Overlap.Share(double share) -> json.writeNumberField("share", share);
    }
    json.writeArrayFieldStart("by");
    for (String name : plan.terms().by()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeNumberField("seed", plan.terms().seed());
    json.writeBooleanField("everything", plan.terms().reach() == PlanTerms.Reach.EVERYTHING);
    json.writeArrayFieldStart("calibration");
    for (TranscriptId id : plan.calibration()) {
      json.writeString(id.value());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void share(JsonGenerator json, AssignReport report, AssignReport.Share share)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", share.rater().id().value());
    json.writeStringField("name", share.rater().name());
    json.writeNumberField("transcripts", share.transcripts());
    json.writeNumberField("calibration", share.calibration());
    json.writeNumberField("begun", share.begun());
    json.writeObjectFieldStart("conditions");
    for (Map.Entry<String, SortedMap<String, Integer>> each : share.values().entrySet()) {
      json.writeObjectFieldStart(each.getKey());
      for (Map.Entry<String, Integer> value : each.getValue().entrySet()) {
        json.writeNumberField(value.getKey(), value.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("order");
    for (TranscriptId id : report.plan().of(share.rater().id())) {
      json.writeString(id.value());
    }
    json.writeEndArray();
    if (share.workPackage() != null) {
      json.writeStringField("package", share.workPackage().toString());
    }
    json.writeEndObject();
  }
}
