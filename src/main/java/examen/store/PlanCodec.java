package examen.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Overlap;
import examen.rating.PlanId;
import examen.rating.PlanTerms;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a plan says beside its assignments, as a JSON text. It names no rater, so that it is the
 * same in a rater's package as in the project.
 */
final class PlanCodec {
  private static final String ONLY = "only";
  private static final String GIVEN = "given";

  private PlanCodec() {}

  static String text(AssignmentPlan plan) {
    ObjectNode json = Json.object().put("number", plan.number());
    PlanId continues = plan.continues();
    if (continues != null) {
      json.put("continues", continues.toString());
    }
    switch (plan.terms().overlap()) {
      case Overlap.Each(int readers) -> json.put("each", readers);
      case Overlap.Share(double share) -> json.put("share", share);
    }
    ArrayNode by = json.putArray("by");
    plan.terms().by().forEach(by::add);
    json.put("seed", plan.terms().seed());
    if (plan.terms().reach() == PlanTerms.Reach.ONLY_GIVEN) {
      json.put(ONLY, GIVEN);
    }
    ArrayNode calibration = json.putArray("calibration");
    plan.calibration().forEach(id -> calibration.add(id.value()));
    return Json.write(json);
  }

  static AssignmentPlan plan(PlanId id, Instant at, String text, List<Assignment> assignments) {
    JsonNode json = Json.read(text);
    String continues = Json.textIfAny(json, "continues");
    return Stored.value(
        () ->
            new AssignmentPlan(
                id,
                at,
                Json.integer(json, "number"),
                continues == null ? null : PlanId.of(continues),
                new PlanTerms(overlap(json), texts(json.path("by")), seed(json), reach(json)),
                calibration(json),
                assignments));
  }

  private static Overlap overlap(JsonNode json) {
    JsonNode share = json.get("share");
    if (share == null) {
      return new Overlap.Each(Json.integer(json, "each"));
    }
    if (!share.isNumber()) {
      throw Stored.damaged("\"share\" of a plan is not a number");
    }
    return new Overlap.Share(share.doubleValue());
  }

  private static long seed(JsonNode json) {
    JsonNode seed = json.path("seed");
    if (!seed.isIntegralNumber() || !seed.canConvertToLong()) {
      throw Stored.damaged("\"seed\" of a plan is not a whole number");
    }
    return seed.longValue();
  }

  private static PlanTerms.Reach reach(JsonNode json) {
    String only = Json.textIfAny(json, ONLY);
    if (only == null) {
      return PlanTerms.Reach.EVERYTHING;
    }
    if (!only.equals(GIVEN)) {
      throw Stored.damaged("\"only\" of a plan is not known");
    }
    return PlanTerms.Reach.ONLY_GIVEN;
  }

  private static SortedSet<TranscriptId> calibration(JsonNode json) {
    SortedSet<TranscriptId> ids = new TreeSet<>();
    texts(json.path("calibration")).forEach(id -> ids.add(new TranscriptId(id)));
    return ids;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : array) {
      if (!text.isTextual()) {
        throw Stored.damaged("a list of a plan holds what is not a text");
      }
      texts.add(text.textValue());
    }
    return texts;
  }
}
