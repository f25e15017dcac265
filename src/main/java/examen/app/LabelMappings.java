package examen.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.store.Reading;
import examen.store.Writing;
import java.util.Map;
import java.util.TreeMap;

/** Which answers of the codebook the values of classifiers' labels stand for, as users said. */
final class LabelMappings {
  private static final String PREFIX = "label-answers:";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private LabelMappings() {}

  /**
   * The answers by value; empty where nobody said.
   *
   * @param label {@code RUN/NAME}
   */
  static Map<String, String> of(ProjectFile file, String label) {
    return file.reading(reading -> ProjectSettings.get(reading, PREFIX + label))
        .map(LabelMappings::read)
        .orElse(Map.of());
  }

  /** Whether anybody said anything. */
  static boolean isSaid(Reading reading, String label) {
    return ProjectSettings.get(reading, PREFIX + label).isPresent();
  }

  /** Keeps this in place of what was said before. */
  static void put(Writing writing, String label, Map<String, String> answers) {
    ObjectNode node = MAPPER.createObjectNode();
    new TreeMap<>(answers).forEach(node::put);
    ProjectSettings.put(writing, PREFIX + label, node.toString());
  }

  /** What cannot be read, as a later version wrote it, counts as not there. */
  private static Map<String, String> read(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      Map<String, String> answers = new TreeMap<>();
      node.properties().forEach(e -> answers.put(e.getKey(), e.getValue().asText()));
      return answers;
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }
}
