package examen.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.stats.design.Stratum;
import examen.study.SamplingPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a sampling plan says beside its units, as a JSON text. */
final class SamplingCodec {
  private SamplingCodec() {}

  static String text(SamplingPlan plan) {
    ObjectNode json = Json.object().put("design", plan.design()).put("seed", plan.seed());
    ObjectNode terms = json.putObject("terms");
    plan.terms().forEach(terms::put);
    json.put("frame", plan.frameHash());
    ArrayNode strata = json.putArray("strata");
    for (Stratum stratum : plan.strata()) {
      strata.addObject().put("name", stratum.name()).put("population", stratum.population());
    }
    return Json.write(json);
  }

  static SamplingPlan plan(String name, Instant at, String text, List<SamplingPlan.Unit> units) {
    JsonNode json = Json.read(text);
    return Stored.value(
        () ->
            new SamplingPlan(
                name,
                at,
                Json.text(json, "design"),
                whole(json, "seed"),
                terms(json.path("terms")),
                Json.text(json, "frame"),
                strata(json.path("strata")),
                units));
  }

  private static SortedMap<String, String> terms(JsonNode json) {
    SortedMap<String, String> terms = new TreeMap<>();
    json.fieldNames().forEachRemaining(name -> terms.put(name, Json.text(json, name)));
    return terms;
  }

  private static List<Stratum> strata(JsonNode json) {
    List<Stratum> strata = new ArrayList<>();
    for (JsonNode stratum : json) {
      strata.add(new Stratum(Json.text(stratum, "name"), whole(stratum, "population")));
    }
    return strata;
  }

  private static long whole(JsonNode json, String field) {
    JsonNode number = json.path(field);
    if (!number.isIntegralNumber() || !number.canConvertToLong()) {
      throw Stored.damaged("\"" + field + "\" of a sampling plan is not a whole number");
    }
    return number.longValue();
  }
}
