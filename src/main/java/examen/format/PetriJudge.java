package examen.format;

import com.fasterxml.jackson.databind.JsonNode;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes labels of what a judge said of a transcript: each dimension that was scored is one, with
 * the judge's justification. The judge's model names the run, so that all transcripts that one
 * judge read belong together. All else that the judge said has a name that begins with {@code
 * judge.} and is not for the eyes of a rater who is to be blind.
 */
final class PetriJudge {
  static final String PREFIX = "judge.";

  private static final String JUSTIFICATION = "justification";
  private static final String SCORES = "scores";

  /** Numbers of a Bloom judgment that say which transcript, not how it was judged. */
  private static final Set<String> NO_SCORES =
      Set.of("variation_number", "repetition_number", "num_samples", "sample_index", "num_turns");

  private final TranscriptId transcript;
  private final List<ClassifierRun> runs = new ArrayList<>();
  private final List<ClassifierLabel> labels = new ArrayList<>();
  private final Map<String, String> rest = new TreeMap<>();

  PetriJudge(TranscriptId transcript) {
    this.transcript = transcript;
  }

  List<ClassifierRun> runs() {
    return runs;
  }

  List<ClassifierLabel> labels() {
    return labels;
  }

  /** What became no label, by name, as JSON. */
  Map<String, String> rest() {
    return rest;
  }

  /** What stands under {@code judge_output}: its scores are the labels. */
  void takeOutput(JsonNode output, String model) {
    if (!output.isObject()) {
      keep("judge_output", output);
      return;
    }
    List<Score> scores = new ArrayList<>();
    output.path(SCORES).properties().forEach(s -> scores.add(new Score(s.getKey(), s.getValue())));
    add("petri-judge", model, scores, output.path(JUSTIFICATION));
    for (Map.Entry<String, JsonNode> field : output.properties()) {
      boolean told =
          !scores.isEmpty()
              && (field.getKey().equals(SCORES) || isRationale(field.getKey(), output));
      if (!told) {
        keep(field.getKey(), field.getValue());
      }
    }
  }

  /** One of the judgments of a Bloom run: each number or truth value in it is a label. */
  void takeJudgment(JsonNode judgment, String model) {
    if (!judgment.isObject()) {
      keep("judgment", judgment);
      return;
    }
    List<Score> scores = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : judgment.properties()) {
      JsonNode value = field.getValue();
      if ((value.isNumber() || value.isBoolean()) && !NO_SCORES.contains(field.getKey())) {
        scores.add(new Score(field.getKey(), value));
      } else {
        keep("judgment." + field.getKey(), value);
      }
    }
    add("bloom-judgment", model, scores, judgment.path(JUSTIFICATION));
    if (!scores.isEmpty() && isRationale(JUSTIFICATION, judgment)) {
      rest.remove(PREFIX + "judgment." + JUSTIFICATION);
    }
  }

  /** Keeps what a judge said elsewhere. */
  void keep(String name, JsonNode value) {
    if (!value.isNull() && !value.isMissingNode()) {
      rest.put(PREFIX + name, JsonReading.text(value));
    }
  }

  private record Score(String name, JsonNode value) {}

  private static boolean isRationale(String name, JsonNode said) {
    return name.equals(JUSTIFICATION) && said.path(JUSTIFICATION).isTextual();
  }

  private void add(String kind, String model, List<Score> scores, JsonNode justification) {
    if (scores.isEmpty()) {
      return;
    }
    String name = model.isBlank() ? "judge" : InspectText.shown(model);
    String run = kind + "/" + name;
    String rationale = justification.isTextual() ? justification.textValue() : null;
    runs.add(new ClassifierRun(run, name, "", kind));
    scores.forEach(score -> labels.add(label(run, score, rationale)));
  }

  private ClassifierLabel label(String run, Score score, @Nullable String rationale) {
    JsonNode value = score.value();
    boolean number = value.isNumber() && Double.isFinite(value.doubleValue());
    return new ClassifierLabel(
        run,
        transcript,
        score.name(),
        JsonReading.text(value),
        number ? value.doubleValue() : null,
        rationale);
  }
}
