package examen.app;

import examen.format.Malformed;
import examen.format.codebook.RuleChangesFile;
import examen.format.codebook.RulePackReader;
import examen.highlight.HighlightRule;
import examen.highlight.Highlighter;
import examen.highlight.RuleChanges;
import examen.highlight.RulePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.SortedSet;

/** Changes to the rules, as files that users write and as they are given to the program. */
public final class RuleFile {
  private RuleFile() {}

  /**
   * The changes in this file, tried out.
   *
   * @throws Refusal if any of them cannot be used; says the file, the place in it and why
   */
  public static RuleChanges read(Path file) {
    return NamedText.read(
        file,
        RuleChangesFile.LONGEST,
        "such a file",
        text -> {
          RulePack pack = RulePackReader.builtInPack();
          RuleChanges changes = RuleChangesFile.read(text, pack);
          checkSwitches(changes, pack, file + ": off: ");
          RuleChangesFile.highlighter(changes, pack);
          return changes;
        });
  }

  /** One rule as such a file has it, one JSON object. */
  public static String text(HighlightRule rule) {
    return RuleChangesFile.write(rule);
  }

  /**
   * Writes changes to a new file.
   *
   * @throws Refusal if there is something already
   */
  public static void write(RuleChanges changes, Path file) {
    try {
      Files.writeString(file, RuleChangesFile.write(changes), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(file + " is there already, and rules replace no file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The changes with rules switched off and on.
   *
   * @throws Refusal if there is no such rule, or one is in both lists
   */
  public static RuleChanges switched(RuleChanges changes, Set<String> off, Set<String> on) {
    RuleChanges switched = changes;
    for (String id : off) {
      if (on.contains(id)) {
        throw new Refusal(id + " cannot be switched both off and on");
      }
      switched = switched.withOff(id);
    }
    RulePack pack = RulePackReader.builtInPack();
    SortedSet<String> known = changes.switches(pack);
    for (String id : on) {
      if (!known.contains(id) && !changes.off().contains(id)) {
        throw new Refusal("no rule is called " + id);
      }
      switched = switched.withOn(id);
    }
    refuseUnknown(off, known, "");
    return switched;
  }

  /**
   * Has a project change the rules, unless somebody else had it change them meanwhile.
   *
   * @param before what the project was seen to change
   * @throws Refusal if a rule cannot be used, or the project no longer changes what it was seen to;
   *     then nothing is changed
   */
  public static void store(Workbench workbench, RuleChanges before, RuleChanges after) {
    workbench.refresh();
    if (!workbench.rules().changes().equals(before)) {
      throw new Refusal("another program changed the rules of this project meanwhile");
    }
    checkSwitches(after, RulePackReader.builtInPack(), "off: ");
    workbench.rules().change(after);
  }

  /** The rules that come with the program. */
  public static RulePack pack() {
    return RulePackReader.builtInPack();
  }

  private static void checkSwitches(RuleChanges changes, RulePack pack, String place) {
    refuseUnknown(changes.off(), changes.switches(pack), place);
  }

  private static void refuseUnknown(Set<String> ids, Set<String> known, String place) {
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new Refusal(place + "no rule is called " + id);
      }
    }
  }

  /**
   * What finds with these changes.
   *
   * @throws Refusal if a rule cannot be used
   */
  static Highlighter highlighter(RuleChanges changes, RulePack pack) {
    try {
      return RuleChangesFile.highlighter(changes, pack);
    } catch (Malformed e) {
      throw new Refusal(e.why(), e);
    }
  }
}
