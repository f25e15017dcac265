package examen.desktop.codebook;

import examen.app.RuleCounts.Figures;
import examen.app.RuleDecisions;
import examen.app.RuleLine.Origin;
import examen.app.RuleLine.Use;
import examen.highlight.Category;
import examen.highlight.HighlightRule;
import examen.highlight.LearnedUse;
import examen.highlight.RulePack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the rows of the table from what is stored, what is being written and what was counted. */
record RuleRows(RulePack pack, RuleDraft draft, Figures figures, RuleDecisions decisions) {
  /** All rules, those that are not stored yet among them. */
  List<RuleRow> all() {
    Set<String> builtIn = new HashSet<>();
    List<RuleRow> rows = new ArrayList<>();
    for (HighlightRule rule : pack.rules()) {
      builtIn.add(rule.id());
      RuleText text = draft.own().get(rule.id());
      rows.add(
          row(
              rule.id(),
              text == null ? rule.category() : text.category(),
              text == null ? Origin.BUILT_IN : Origin.CHANGED));
    }
    draft
        .own()
        .forEach(
            (key, text) -> {
              if (!builtIn.contains(key)) {
                rows.add(row(key, text.category(), Origin.OWN));
              }
            });
    for (Category category : pack.learned().keySet()) {
      rows.add(row(LearnedUse.idOf(category), category, Origin.LEARNED));
    }
    return rows;
  }

  private RuleRow row(String key, Category category, Origin origin) {
    boolean counted = !figures.pack().isEmpty() && !RuleDraft.isNew(key);
    return new RuleRow(
        key,
        draft.id(key),
        category,
        origin,
        draft.off().contains(key) ? Use.OFF : Use.ON,
        counted ? figures.highlights().getOrDefault(key, 0) : RuleRow.NOT_COUNTED,
        counted ? figures.transcripts().getOrDefault(key, 0) : RuleRow.NOT_COUNTED,
        decisions.of(key),
        draft.isDirty(key));
  }
}
