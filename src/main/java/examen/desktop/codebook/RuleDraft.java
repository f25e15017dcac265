package examen.desktop.codebook;

import examen.highlight.HighlightRule;
import examen.highlight.RuleChanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a project is to change in the rules, as it is being written. Rules have keys, which stay
 * while their ids are being typed: the id under which a rule was stored, or one of its own.
 *
 * @param stored what the project changes now
 * @param off keys of the rules that are switched off
 * @param own the project's own rules by their keys; a key of a rule that comes with the program
 *     stands for one in its place
 */
record RuleDraft(RuleChanges stored, SortedSet<String> off, Map<String, RuleText> own) {
  static final RuleDraft NONE = of(RuleChanges.NONE);

  /** No id has a space. */
  private static final String NEW = "new ";

  RuleDraft {
    off = Collections.unmodifiableSortedSet(new TreeSet<>(off));
    own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
  }

  /** Nothing was changed yet. */
  static RuleDraft of(RuleChanges stored) {
    Map<String, RuleText> own = new LinkedHashMap<>();
    stored.rules().forEach(rule -> own.put(rule.id(), RuleText.of(rule)));
    return new RuleDraft(stored, stored.off(), own);
  }

  /** The same, to be put in the place of what the project changes now. */
  RuleDraft over(RuleChanges nowStored) {
    return new RuleDraft(nowStored, off, own);
  }

  RuleDraft with(String key, RuleText text) {
    Map<String, RuleText> more = new LinkedHashMap<>(own);
    more.put(key, text);
    return new RuleDraft(stored, off, more);
  }

  /** With the rule that comes with the program again, and as it comes. */
  RuleDraft restored(String key) {
    Map<String, RuleText> fewer = new LinkedHashMap<>(own);
    fewer.remove(key);
    return new RuleDraft(stored, off, fewer);
  }

  /** Without this rule of the project's own. */
  RuleDraft removed(String key) {
    SortedSet<String> fewerOff = new TreeSet<>(off);
    fewerOff.remove(key);
    return new RuleDraft(stored, fewerOff, restored(key).own());
  }

  /** With this rule switched on where it is off, and the other way round. */
  RuleDraft switched(String key) {
    SortedSet<String> other = new TreeSet<>(off);
    if (!other.remove(key)) {
      other.add(key);
    }
    return new RuleDraft(stored, other, own);
  }

  /** A key that no rule has. */
  String newKey() {
    int number = 1;
    while (own.containsKey(NEW + number)) {
      number++;
    }
    return NEW + number;
  }

  static boolean isNew(String key) {
    return key.startsWith(NEW);
  }

  /** Whether it says something else than what is stored. */
  boolean isDirty() {
    RuleDraft before = of(stored);
    return !before.off().equals(off)
        || !List.copyOf(before.own().entrySet()).equals(List.copyOf(own.entrySet()));
  }

  /** Whether this rule is to be otherwise than it is stored. */
  boolean isDirty(String key) {
    RuleText was = of(stored).own().get(key);
    RuleText is = own.get(key);
    boolean sameText = was == null ? is == null : was.equals(is);
    return !sameText || stored.off().contains(key) != off.contains(key);
  }

  /** How many rules are to be otherwise, those that are to be removed among them. */
  int dirty() {
    Set<String> keys = new HashSet<>(own.keySet());
    keys.addAll(off);
    keys.addAll(stored.off());
    stored.rules().forEach(rule -> keys.add(rule.id()));
    return (int) keys.stream().filter(this::isDirty).count();
  }

  /** The project's own rule as it is stored under this key. */
  Optional<HighlightRule> storedRule(String key) {
    return stored.rules().stream().filter(rule -> rule.id().equals(key)).findFirst();
  }

  /** The id that a rule has now. */
  String id(String key) {
    RuleText text = own.get(key);
    return text == null ? key : text.id().strip();
  }

  /** Whether another rule of the project's own has the id of this one. */
  boolean isTwice(String key) {
    return own.keySet().stream().anyMatch(k -> !k.equals(key) && id(k).equals(id(key)));
  }

  /**
   * What the project would change.
   *
   * @throws IllegalArgumentException if two rules have one id
   */
  RuleChanges changes() {
    SortedSet<String> ids = new TreeSet<>();
    off.forEach(key -> ids.add(id(key)));
    List<HighlightRule> rules = new ArrayList<>();
    own.values().forEach(text -> rules.add(text.rule()));
    return new RuleChanges(ids, rules);
  }
}
