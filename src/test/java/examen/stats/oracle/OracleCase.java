package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * One case with a known answer.
 *
 * @param ours whether it is one of the test resources, in which other programs' rough numbers are
 *     put right
 */
record OracleCase(String file, JsonNode oracle, JsonNode one, boolean ours) {
  private static final double FLOOR = 1e-9;

  String id() {
    return one.get("id").asText();
  }

  JsonNode input() {
    return one.get("input");
  }

  JsonNode input(String field) {
    return input().path(field);
  }

  JsonNode expected() {
    return one.get("expected");
  }

  /** Another case of the same file. */
  OracleCase other(String id) {
    return StreamSupport.stream(oracle.get("cases").spliterator(), false)
        .filter(c -> c.get("id").asText().equals(id))
        .map(c -> new OracleCase(file, oracle, c, ours))
        .findFirst()
        .orElseThrow();
  }

  /**
   * @param path names of fields with dots between them
   */
  double tolerance(String path) {
    return ours ? said(path) : Math.max(said(path), Answers.rough(this, path));
  }

  private double said(String path) {
    JsonNode own = one.path("tolerance");
    if (own.isNumber()) {
      return own.asDouble();
    }
    String longest = "";
    for (String key : (Iterable<String>) own::fieldNames) {
      if ((path.equals(key) || ("." + path + ".").contains("." + key + "."))
          && key.length() > longest.length()) {
        longest = key;
      }
    }
    if (!longest.isEmpty()) {
      return own.get(longest).asDouble();
    }
    return own.path("default").asDouble(oracle.path("default_tolerance").asDouble(FLOOR));
  }

  static int[] ints(JsonNode array) {
    return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
  }

  static double[] doubles(JsonNode array) {
    return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).asDouble()).toArray();
  }
}
