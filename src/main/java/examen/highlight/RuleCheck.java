package examen.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for all mistakes of one rule, for somebody who is still writing it. */
public final class RuleCheck {
  /** More are not told: whoever wrote them reads a few. */
  private static final int MOST = 100;

  private final HighlightRule rule;
  private final Fragments fragments;
  private final List<RuleMistake> mistakes = new ArrayList<>();

  private RuleCheck(HighlightRule rule, Map<String, String> fragments) {
    this.rule = rule;
    this.fragments = new Fragments(fragments);
  }

  /**
   * All mistakes in the patterns of a rule, in the order of its lists; where there are none, those
   * of its examples that it does not keep.
   *
   * @param fragments those that its patterns may use
   */
  public static List<RuleMistake> mistakes(HighlightRule rule, Map<String, String> fragments) {
    RuleCheck check = new RuleCheck(rule, fragments);
    check.lookAtPatterns();
    if (check.mistakes.isEmpty()) {
      check.lookAtExamples(fragments);
    }
    return List.copyOf(check.mistakes);
  }

  private void lookAtPatterns() {
    for (int i = 0; i < rule.cues().size(); i++) {
      String cue = rule.cues().get(i);
      tryAlone(RuleMistake.Place.CUES, i, cue, alone(List.of(cue), List.of(), List.of()));
    }
    for (int i = 0; i < rule.patterns().size(); i++) {
      String pattern = rule.patterns().get(i);
      tryAlone(
          RuleMistake.Place.PATTERNS, i, pattern, alone(List.of(), List.of(pattern), List.of()));
    }
    for (int i = 0; i < rule.unless().size(); i++) {
      String veto = rule.unless().get(i);
      tryAlone(RuleMistake.Place.UNLESS, i, veto, alone(List.of(), List.of(), List.of(veto)));
    }
  }

  private HighlightRule alone(List<String> cues, List<String> patterns, List<String> unless) {
    return new HighlightRule(
        rule.id(),
        rule.category(),
        rule.scope(),
        cues,
        patterns,
        unless,
        rule.reason(),
        List.of(),
        List.of());
  }

  private void tryAlone(RuleMistake.Place place, int item, String text, HighlightRule alone) {
    if (mistakes.size() < MOST) {
      try {
        new CompiledRule(alone, fragments);
      } catch (BadPattern e) {
        mistakes.add(new RuleMistake(place, item, origin(text, e), withoutItem(e, place)));
      }
    }
  }

  private int origin(String text, BadPattern mistake) {
    try {
      return mistake.offset() == BadPattern.WHOLE
          ? RuleMistake.NONE
          : fragments.origin(text, mistake.offset());
    } catch (BadPattern e) {
      // The fragments themselves could not be put in: then the offset is one of the text itself.
      return Math.min(mistake.offset(), text.length());
    }
  }

  /** The item was tried alone, so that it stands as the first in the message. */
  private static String withoutItem(BadPattern mistake, RuleMistake.Place place) {
    String bare = mistake.bare();
    String item = place.wire() + "[0]: ";
    return bare.startsWith(item) ? bare.substring(item.length()) : bare;
  }

  private void lookAtExamples(Map<String, String> packs) {
    try {
      Highlighter alone = new Highlighter(new RulePack("one", 1, packs, Map.of(), List.of(rule)));
      for (int i = 0; i < rule.finds().size(); i++) {
        if (alone.find(rule.finds().get(i)).isEmpty()) {
          add(RuleMistake.Place.FINDS, i, "the rule does not find it");
        }
      }
      for (int i = 0; i < rule.passes().size(); i++) {
        if (!alone.find(rule.passes().get(i)).isEmpty()) {
          add(RuleMistake.Place.PASSES, i, "the rule finds something in it");
        }
      }
    } catch (BadPattern e) {
      add(RuleMistake.Place.RULE, RuleMistake.NONE, e.why());
    }
  }

  private void add(RuleMistake.Place place, int item, String why) {
    if (mistakes.size() < MOST) {
      mistakes.add(new RuleMistake(place, item, RuleMistake.NONE, why));
    }
  }
}
