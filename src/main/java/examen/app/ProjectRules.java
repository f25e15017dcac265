package examen.app;

import examen.format.Malformed;
import examen.format.codebook.RuleChangesFile;
import examen.format.codebook.RulePackReader;
import examen.highlight.Highlighter;
import examen.highlight.RuleChanges;
import examen.highlight.RulePack;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a project uses: those that come with the program, with what the project changed.
 */
final class ProjectRules {
  static final String KEY = "rules";

  private final RulePack pack = RulePackReader.builtInPack();
  private final ProjectFile file;
  private volatile Held held;

  ProjectRules(ProjectFile file) {
    this.file = file;
    this.held = held(text());
  }

  /** The rules as they come, once something is to be found by them. */
  private @Nullable Highlighter asTheyCome;

  /**
   * What is in use.
   *
   * @param text as it is stored; empty where the project changes nothing
   * @param changed what finds with the changes; null where the rules are used as they come
   * @param problem why the stored changes are not in use, in one line; else empty
   */
  private record Held(
      String text, RuleChanges changes, @Nullable Highlighter changed, String problem) {}

  /** The rules as they come with the program. */
  RulePack pack() {
    return pack;
  }

  RuleChanges changes() {
    return held.changes();
  }

  /**
   * Many commands find nothing, and to make ready what finds takes longer than to open a project.
   */
  Highlighter highlighter() {
    Highlighter changed = held.changed();
    return changed == null ? asTheyCome() : changed;
  }

  private synchronized Highlighter asTheyCome() {
    if (asTheyCome == null) {
      asTheyCome = RulePackReader.builtIn(pack);
    }
    return asTheyCome;
  }

  /** Why the project's own changes are not in use, in one line. */
  Optional<String> problem() {
    return held.problem().isEmpty() ? Optional.empty() : Optional.of(held.problem());
  }

  /** The same, with what to do. */
  Optional<Finding> finding() {
    return problem()
        .map(
            why ->
                new Finding(
                    "the project's own rules cannot be used: " + why,
                    "the project's settings",
                    "give it other rules: examen rules --set"));
  }

  /** Takes in what is stored, if it is not what is in use. */
  void refresh() {
    String text = text();
    if (!text.equals(held.text())) {
      held = held(text);
    }
  }

  private String text() {
    return file.reading(reading -> ProjectSettings.get(reading, KEY)).orElse("");
  }

  /**
   * A project must open although a later program wrote its rules, or this one has no fragment that
   * they use: then the rules are used as they come, and the problem is told.
   */
  private Held held(String text) {
    if (text.isEmpty()) {
      return asTheyCome("", "");
    }
    try {
      RuleChanges changes = RuleChangesFile.read(text, pack);
      return new Held(text, changes, RuleChangesFile.highlighter(changes, pack), "");
    } catch (Malformed e) {
      return asTheyCome(text, e.why());
    }
  }

  private static Held asTheyCome(String text, String problem) {
    return new Held(text, RuleChanges.NONE, null, problem);
  }

  /**
   * Stores changes in place of those of before.
   *
   * @throws Refusal if a rule cannot be used, or could not be read again; then nothing is stored
   */
  void put(RuleChanges changes) {
    Held next = changes.isEmpty() ? asTheyCome("", "") : readAgain(RuleChangesFile.write(changes));
    file.runInTransaction(writing -> ProjectSettings.put(writing, KEY, next.text()));
    held = next;
  }

  /** What is stored must be what the next opening takes in. */
  private Held readAgain(String text) {
    try {
      RuleChanges changes = RuleChangesFile.read(text, pack);
      return new Held(text, changes, RuleFile.highlighter(changes, pack), "");
    } catch (Malformed e) {
      throw new Refusal(e.why(), e);
    }
  }
}
