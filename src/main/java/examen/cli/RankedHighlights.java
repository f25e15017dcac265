package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.Learning;
import examen.app.Progress;
import examen.app.RankJob;
import examen.app.Workbench;
import examen.highlight.Category;
import examen.highlight.Likelihood;
import examen.rating.RaterId;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the highlights of a project, those first that are most likely to be accepted. */
final class RankedHighlights {
  private final Workbench workbench;
  private final Host host;

  RankedHighlights(Workbench workbench, Host host) {
    this.workbench = workbench;
    this.host = host;
  }

  /**
   * @param rater what they may see; null for one who rates nothing
   */
  void print(@Nullable RaterId rater, boolean asJson) {
    RankJob<ShownHighlight> job = new RankJob<>(ShownHighlight::of);
    List<ShownHighlight> all =
        rater == null
            ? job.over(workbench.lead(), Progress.NONE)
            : job.over(workbench, rater, Progress.NONE);
    int left = job.found() - all.size();
    if (asJson) {
      Json.write(host.out(), json -> write(json, all, left));
      return;
    }
    all.forEach(shown -> host.out().println(likelihood(shown.likelihood()) + " " + shown.line()));
    host.out().println();
    host.out().println(line(workbench.lead().learning()));
    if (left > 0) {
      host.out().println(left + " less likely ones are left out");
    }
  }

  private static String likelihood(@Nullable Likelihood likelihood) {
    return likelihood == null ? "   -" : String.format(Locale.ROOT, "%.2f", likelihood.value());
  }

  /** How far the project has got with learning. */
  static String line(Learning learning) {
    return "suggestions %s; %d decisions, %d are wanted; %s"
        .formatted(
            learning.when().wire(),
            learning.decisions(),
            learning.wanted(),
            learning.categories().isEmpty()
                ? "no category has decisions enough"
                : "for " + String.join(", ", names(learning)));
  }

  private static List<String> names(Learning learning) {
    return learning.categories().stream().map(Category::wire).sorted().toList();
  }

  private void write(JsonGenerator json, List<ShownHighlight> all, int left) throws IOException {
    json.writeStringField("command", "detect");
    json.writeArrayFieldStart("highlights");
    for (ShownHighlight shown : all) {
      shown.write(json);
    }
    json.writeEndArray();
    json.writeNumberField("left_out", left);
    write(json, workbench.lead().learning());
  }

  static void write(JsonGenerator json, Learning learning) throws IOException {
    json.writeObjectFieldStart("suggestions");
    json.writeStringField("when", learning.when().wire());
    json.writeNumberField("decisions", learning.decisions());
    json.writeNumberField("wanted", learning.wanted());
    json.writeArrayFieldStart("categories");
    for (String name : names(learning)) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
