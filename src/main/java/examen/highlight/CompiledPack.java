package examen.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule pack ready for use: its programs, and which of them a sentence can match at all.
 * Immutable.
 */
final class CompiledPack {
  /**
   * One pattern of one rule.
   *
   * @param rule index of its rule
   * @param needs how many sets of cues it requires, at most {@link #MOST_NEEDS}
   */
  record Candidate(int rule, CompiledRule.Compiled pattern, int needs) {}

  static final int MOST_NEEDS = 8;

  /** Shorter ones make the index smaller, which then stays near the processor; measured. */
  private static final int LONGEST_CUE = 12;

  /** In all rules together; the pack that comes with the program has a tenth. */
  private static final int MOST_STEPS = 1_000_000;

  /** Characters in all cues together; the pack that comes with the program has a fifth. */
  private static final int MOST_CUES = 500_000;

  private final RulePack pack;
  private final List<CompiledRule> rules = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final CueIndex index;
  private final int[][] needsOfCue;

  /**
   * @throws BadPattern which names the rule and the place in it
   */
  CompiledPack(RulePack pack) throws BadPattern {
    this.pack = pack;
    Fragments fragments = new Fragments(pack.fragments());
    Set<String> cues = new TreeSet<>();
    int steps = 0;
    int cueChars = 0;
    for (HighlightRule rule : pack.rules()) {
      CompiledRule compiled = compile(rule, fragments);
      rules.add(compiled);
      steps += compiled.size();
      cueChars += addNew(compiled, cues);
      if (steps > MOST_STEPS || cueChars > MOST_CUES) {
        throw new BadPattern("rule " + rule.id() + ": with it, the rules together are too large");
      }
    }
    this.index = new CueIndex(cues);
    for (int rule = 0; rule < rules.size(); rule++) {
      for (CompiledRule.Compiled pattern : rules.get(rule).patterns()) {
        candidates.add(
            new Candidate(rule, pattern, Math.min(MOST_NEEDS, pattern.required().size())));
      }
    }
    this.needsOfCue = needsByCue();
  }

  /** Adds what the rule requires; says how many characters that was not there. */
  private static int addNew(CompiledRule rule, Set<String> cues) {
    int chars = 0;
    for (CompiledRule.Compiled pattern : rule.patterns()) {
      for (Set<String> texts : pattern.required()) {
        for (String text : texts) {
          String cue = cue(text);
          chars += cues.add(cue) ? cue.length() : 0;
        }
      }
    }
    return chars;
  }

  /** What is looked for of a text that a pattern requires: its beginning says enough. */
  private static String cue(String text) {
    return text.length() > LONGEST_CUE ? text.substring(0, LONGEST_CUE) : text;
  }

  private static CompiledRule compile(HighlightRule rule, Fragments fragments) throws BadPattern {
    try {
      return new CompiledRule(rule, fragments);
    } catch (BadPattern e) {
      throw new BadPattern("rule " + rule.id() + ", " + e.why());
    }
  }

  RulePack pack() {
    return pack;
  }

  List<CompiledRule> rules() {
    return rules;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  CueIndex index() {
    return index;
  }

  /** What is met where this cue stands: each {@code candidate * MOST_NEEDS + need}. */
  int[] needsOf(int cue) {
    return needsOfCue[cue];
  }

  private int[][] needsByCue() {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < index.size(); i++) {
      lists.add(new ArrayList<>());
    }
    for (int i = 0; i < candidates.size(); i++) {
      for (int need = 0; need < candidates.get(i).needs(); need++) {
        int met = i * MOST_NEEDS + need;
        candidates.get(i).pattern().required().get(need).stream()
            .map(CompiledPack::cue)
            .distinct()
            .forEach(cue -> lists.get(index.number(cue)).add(met));
      }
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
