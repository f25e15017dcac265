package examen.app;

import examen.app.RuleLine.Origin;
import examen.app.RuleLine.Use;
import examen.highlight.Category;
import examen.highlight.HighlightRule;
import examen.highlight.LearnedUse;
import examen.highlight.RuleChanges;
import examen.highlight.RulePack;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All rules of a project, the least trusted first.
 *
 * @param pack name and version of the rules in use
 * @param transcripts how many were looked at
 * @param problem why the project's own changes are not in use; empty if they are
 */
public record RuleTable(String pack, int transcripts, String problem, List<RuleLine> lines) {
  public RuleTable {
    lines = List.copyOf(lines);
  }

  /** Looks for highlights in all transcripts of a project; cancelled, it counts fewer of them. */
  static RuleTable of(Workbench workbench, RuleDecisions decisions, Progress progress) {
    RuleCounts counts = new RuleCounts();
    counts.goOn(workbench, progress);
    RuleCounts.Figures figures = counts.figures();
    ProjectRules rules = workbench.projectRules();
    Tally tally = new Tally(rules.changes(), figures, decisions);
    List<RuleLine> lines = tally.lines(rules.pack());
    lines.sort(RuleLine.LEAST_TRUSTED_FIRST);
    return new RuleTable(figures.pack(), figures.looked(), rules.problem().orElse(""), lines);
  }

  /** How many highlights the rules of each category have. */
  public Map<Category, Integer> counts() {
    Map<Category, Integer> counts = new EnumMap<>(Category.class);
    lines.forEach(line -> counts.merge(line.category(), line.highlights(), Integer::sum));
    return counts;
  }

  /** What was counted, by the rule's id. */
  private record Tally(RuleChanges changes, RuleCounts.Figures figures, RuleDecisions decisions) {
    List<RuleLine> lines(RulePack pack) {
      Set<String> builtIn = new HashSet<>();
      pack.rules().forEach(rule -> builtIn.add(rule.id()));
      Set<String> own = new HashSet<>();
      changes.rules().forEach(rule -> own.add(rule.id()));
      List<RuleLine> lines = new ArrayList<>();
      for (HighlightRule rule : changes.allRules(pack)) {
        Origin origin =
            !own.contains(rule.id())
                ? Origin.BUILT_IN
                : builtIn.contains(rule.id()) ? Origin.CHANGED : Origin.OWN;
        lines.add(line(rule.id(), rule.category(), rule, origin));
      }
      for (Category category : pack.learned().keySet()) {
        lines.add(line(LearnedUse.idOf(category), category, null, Origin.LEARNED));
      }
      return lines;
    }

    private RuleLine line(
        String id, Category category, @Nullable HighlightRule rule, Origin origin) {
      return new RuleLine(
          id,
          category,
          rule,
          origin,
          changes.off().contains(id) ? Use.OFF : Use.ON,
          figures.highlights().getOrDefault(id, 0),
          figures.transcripts().getOrDefault(id, 0),
          decisions.of(id));
    }
  }
}
