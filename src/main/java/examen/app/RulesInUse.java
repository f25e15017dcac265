package examen.app;

import examen.highlight.RuleChanges;
import java.util.Optional;

/** The rules of an open project: what it changes in them, and how they fare. */
public final class RulesInUse {
  private final Workbench workbench;
  private final ProjectRules rules;

  RulesInUse(Workbench workbench, ProjectRules rules) {
    this.workbench = workbench;
    this.rules = rules;
  }

  /** Does beforehand what takes a moment when something is to be found for the first time. */
  public void makeReady() {
    rules.highlighter();
  }

  /** What the project changes in the rules. */
  public RuleChanges changes() {
    return rules.changes();
  }

  /** Why what the project changes in the rules is not in use, in one line; empty if it is. */
  public Optional<String> problem() {
    return rules.problem();
  }

  /**
   * Has the project change the rules in this way, in place of what it changed before. Highlights
   * are found by the changed rules from now on; what was found before keeps the name of those that
   * found it.
   *
   * @throws Refusal if a rule cannot be used; then nothing is changed
   */
  public void change(RuleChanges changes) {
    synchronized (workbench) {
      workbench.checkThread();
      rules.put(changes);
    }
  }
}
