package examen.desktop.codebook;

import examen.app.Refusal;
import examen.app.RuleFile;
import examen.app.Workbench;
import examen.highlight.RuleChanges;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What came of storing, reading or writing changes to the rules.
 *
 * @param changes null where it was refused
 * @param refused why, in one line; else empty
 */
record Stored(@Nullable RuleChanges changes, String refused) {
  /** Puts what is written in place of what the project changes. */
  static Stored in(Workbench workbench, RuleDraft draft) {
    try {
      RuleChanges changes = draft.changes();
      RuleFile.store(workbench, draft.stored(), changes);
      return new Stored(changes, "");
    } catch (Refusal e) {
      return new Stored(null, e.why());
    }
  }

  /** Reads a file of rules. */
  static Stored from(Path file) {
    try {
      return new Stored(RuleFile.read(file), "");
    } catch (Refusal e) {
      return new Stored(null, e.why());
    }
  }

  /** Writes a new file of rules. */
  static Stored to(Path file, RuleChanges changes) {
    try {
      RuleFile.write(changes, file);
      return new Stored(changes, "");
    } catch (Refusal e) {
      return new Stored(null, e.why());
    }
  }
}
