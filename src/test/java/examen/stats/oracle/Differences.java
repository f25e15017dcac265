package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Undefined;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What an answer has otherwise than its case. An answer is made of maps, lists, arrays, numbers,
 * words, truth values, {@link examen.stats.Result} and {@link Bounds}.
 */
final class Differences {
  /** Told beside what is undefined in the cases; ours tells its own reason. */
  private static final String REASON = "undefined_reason";

  private final OracleCase asked;
  private final List<String> found = new ArrayList<>();

  Differences(OracleCase asked) {
    this.asked = asked;
  }

  List<String> of(Object answer) {
    compare("", asked.expected(), answer);
    return found;
  }

  private void compare(String path, JsonNode expected, Object answer) {
    switch (answer) {
      case null -> differ(path, expected, "nothing");
      case Undefined undefined -> {
        if (!expected.isNull()) {
          differ(path, expected, undefined);
        }
      }
      case Estimate estimate -> compare(path, expected, estimate.value());
      case Interval interval -> compare(path, expected, List.of(interval.low(), interval.high()));
      case Map<?, ?> map -> fields(path, expected, map);
      case List<?> list -> elements(path, expected, list);
      case Number number -> number(path, expected, number.doubleValue());
      case Boolean truth -> word(path, expected, truth.toString());
      case String word -> word(path, expected, word);
      default -> elements(path, expected, list(answer));
    }
  }

  private static List<Object> list(Object array) {
    return IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList();
  }

  private void fields(String path, JsonNode expected, Map<?, ?> map) {
    if (!expected.isObject()) {
      differ(path, expected, map);
      return;
    }
    expected
        .properties()
        .forEach(
            field -> {
              String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              if (!field.getKey().equals(REASON) && !Answers.isLeftOut(asked, at)) {
                compare(at, field.getValue(), map.get(field.getKey()));
              }
            });
  }

  private void elements(String path, JsonNode expected, List<?> list) {
    if (!expected.isArray() || expected.size() != list.size()) {
      differ(path, expected, list);
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      compare(path + "." + i, expected.get(i), list.get(i));
    }
  }

  private void number(String path, JsonNode expected, double got) {
    double wanted = expected.isTextual() ? infinite(expected.asText()) : expected.asDouble();
    boolean numeric = expected.isNumber() || expected.isTextual();
    double within = asked.tolerance(path) * Math.max(1, Math.max(Math.abs(wanted), Math.abs(got)));
    if (!numeric || !(wanted == got || Math.abs(wanted - got) <= within)) {
      differ(path, expected, got);
    }
  }

  private static double infinite(String word) {
    return switch (word) {
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.NaN;
    };
  }

  private void word(String path, JsonNode expected, String got) {
    if (!expected.isValueNode() || expected.isNull() || !expected.asText().equals(got)) {
      differ(path, expected, got);
    }
  }

  private void differ(String path, JsonNode expected, Object got) {
    found.add(path + ": wanted " + expected + ", got " + got);
  }
}
