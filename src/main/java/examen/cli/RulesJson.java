package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.RuleDecisions;
import examen.app.RuleFile;
import examen.app.RuleLine;
import examen.app.RuleTable;
import examen.highlight.Category;
import examen.highlight.HighlightRule;
import examen.highlight.RuleChanges;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/** What {@code examen rules --json} prints. */
final class RulesJson {
  private RulesJson() {}

  static void changes(JsonGenerator json, RuleChanges changes) throws IOException {
    json.writeStringField("command", "rules");
    texts(json, "own", changes.rules().stream().map(HighlightRule::id).toList());
    texts(json, "off", changes.off());
  }

  static void table(JsonGenerator json, RuleTable table) throws IOException {
    json.writeStringField("command", "rules");
    json.writeStringField("pack", table.pack());
    json.writeNumberField("transcripts", table.transcripts());
    if (table.problem().isEmpty()) {
      json.writeNullField("problem");
    } else {
      json.writeStringField("problem", table.problem());
    }
    json.writeArrayFieldStart("rules");
    for (RuleLine line : table.lines()) {
      line(json, line);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("counts");
    for (Map.Entry<Category, Integer> count : table.counts().entrySet()) {
      json.writeNumberField(count.getKey().wire(), count.getValue());
    }
    json.writeEndObject();
  }

  private static void line(JsonGenerator json, RuleLine line) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", line.id());
    json.writeStringField("category", line.category().wire());
    json.writeStringField("is", line.use().wire());
    json.writeStringField("from", line.origin().wire());
    json.writeNumberField("highlights", line.highlights());
    json.writeNumberField("transcripts", line.transcripts());
    decisions(json, line.decisions());
    HighlightRule rule = line.rule();
    if (rule == null) {
      json.writeNullField("rule");
    } else {
      // As a file of rules has it, so that it can be copied there and changed.
      json.writeFieldName("rule");
      json.writeRawValue(RuleFile.text(rule));
    }
    json.writeEndObject();
  }

  private static void decisions(JsonGenerator json, RuleDecisions.Count count) throws IOException {
    json.writeNumberField("accepted", count.accepted());
    json.writeNumberField("rejected", count.rejected());
    if (count.decided() == 0) {
      json.writeNullField("accepted_share_low");
      json.writeNullField("accepted_share_high");
    } else {
      json.writeNumberField("accepted_share_low", count.low());
      json.writeNumberField("accepted_share_high", count.high());
    }
  }

  private static void texts(JsonGenerator json, String name, Collection<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
