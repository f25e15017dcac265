package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.MergeReport;
import examen.app.MergeReport.FileReport;
import examen.rating.MergeAccount;
import java.io.IOException;

/** A merge's account as fields of a JSON object. */
final class MergeJson {
  private MergeJson() {}

  static void write(JsonGenerator json, MergeReport report) throws IOException {
    json.writeStringField("command", "merge");
    json.writeBooleanField("dryRun", report.dryRun());
    json.writeNumberField("taken", report.taken());
    json.writeNumberField("alreadyHere", report.there());
    json.writeNumberField("leftOut", report.leftOut());
    json.writeNumberField("conflicts", report.conflicts());
    json.writeNumberField("behind", report.behind());
    json.writeArrayFieldStart("files");
    for (FileReport file : report.files()) {
      json.writeStartObject();
      json.writeStringField("file", file.file());
      MergeAccount account = file.account();
      if (account == null) {
        json.writeStringField("refused", file.refusal());
      } else {
        account(json, account);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void account(JsonGenerator json, MergeAccount account) throws IOException {
    json.writeNumberField("found", account.found());
    json.writeNumberField("taken", account.taken());
    json.writeNumberField("alreadyHere", account.there());
    json.writeNumberField("leftOut", account.leftOutCount());
    json.writeNumberField("raters", account.raters());
    json.writeNumberField("plans", account.plans());
    json.writeNumberField("assignments", account.assignments());
    json.writeNumberField("sampling_plans", account.samplingPlans());
    json.writeObjectFieldStart("takenByRater");
    for (var each : account.takenByRater().entrySet()) {
      json.writeNumberField(each.getKey().value(), each.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("leftOutBy");
    for (var each : account.leftOutBy().entrySet()) {
      json.writeNumberField(each.getKey().wire(), each.getValue());
    }
    json.writeEndObject();
    steps(json, account);
    json.writeArrayFieldStart("notes");
    for (String remark : account.remarks()) {
      json.writeString(remark);
    }
    json.writeEndArray();
  }

  private static void steps(JsonGenerator json, MergeAccount account) throws IOException {
    json.writeArrayFieldStart("leftOutSteps");
    for (MergeAccount.LeftOutStep step : account.leftOut()) {
      json.writeStartObject();
      json.writeStringField("step", step.step());
      json.writeStringField("rater", step.rater());
      json.writeStringField("reason", step.reason().wire());
      json.writeStringField("words", step.reason().words());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("conflicts", account.conflictCount());
    json.writeArrayFieldStart("conflictSteps");
    for (MergeAccount.MergeConflict conflict : account.conflicts()) {
      json.writeStartObject();
      json.writeStringField("step", conflict.step());
      json.writeStringField("rater", conflict.rater().value());
      json.writeStringField("transcript", conflict.transcript());
      json.writeStringField("kind", conflict.kind());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
