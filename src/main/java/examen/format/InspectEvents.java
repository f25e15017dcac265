package examen.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds, in the events of a sample, the last call of the model under test. Calls that a scorer
 * makes, or a model in another role, are somebody else's words.
 */
final class InspectEvents {
  private static final Set<String> SCORERS = Set.of("scorer", "scorers");

  /** Ids of spans that scorers ran in. */
  private final Set<String> scoring = new HashSet<>();

  /** In older logs: for each open step, whether it or one around it is a scorer's. */
  private final Deque<Boolean> steps = new ArrayDeque<>();

  private @Nullable ObjectNode last;

  /** The last call so far, with input and output. */
  @Nullable ObjectNode last() {
    return last;
  }

  void add(JsonNode event) {
    switch (event.path("event").asText("")) {
      case "span_begin" -> beginSpan(event);
      case "step" -> step(event);
      case "model" -> model(event);
      default -> {}
    }
  }

  private void beginSpan(JsonNode event) {
    if (SCORERS.contains(event.path("type").asText(""))
        || event.path("name").asText("").equals("scorers")
        || scoring.contains(event.path("parent_id").asText(""))) {
      scoring.add(event.path("id").asText(""));
    }
  }

  private void step(JsonNode event) {
    if (event.path("action").asText("").equals("begin")) {
      boolean around = !steps.isEmpty() && steps.peek();
      steps.push(around || SCORERS.contains(event.path("type").asText("")));
    } else if (!steps.isEmpty()) {
      steps.pop();
    }
  }

  private void model(JsonNode event) {
    String role = event.path("role").asText("");
    boolean another = !role.isEmpty() && !role.equals("target");
    boolean scorers =
        scoring.contains(event.path("span_id").asText("")) || (!steps.isEmpty() && steps.peek());
    if (another || scorers || event.path("pending").asBoolean(false) || !event.isObject()) {
      return;
    }
    ObjectNode kept = ((ObjectNode) event).objectNode();
    for (String name : new String[] {"input", "input_refs", "output"}) {
      kept.set(name, event.path(name));
    }
    last = kept;
  }
}
