package examen.app;

import examen.codebook.Codebook;
import examen.codebook.MigrationRule;
import examen.codebook.Question;
import examen.codebook.QuestionId;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.rating.Migration;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.rating.Thing;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A newer codebook, put in use by one who rates as well. It changes what all raters said, and tells
 * this one of their own work only: no number, no refusal here depends on what others said, but for
 * one that says nothing of what it was.
 */
public final class NewerCodebook {
  private static final String LEFT_OVER =
      "nothing was changed: the project holds work under a codebook that is no more in use; look at"
          + " it with: examen codebook --set FILE --dry-run";

  private final Workbench workbench;
  private final ProjectFile file;
  private final CodebookChange change;
  private final RaterId rater;

  public NewerCodebook(Workbench workbench, RaterId rater) {
    this.workbench = workbench;
    this.file = workbench.file();
    this.change = workbench.lead().codebook();
    this.rater = rater;
  }

  /** Why no other codebook can be put in use here, in one line; empty if one can. */
  public Optional<String> refusal() {
    workbench.checkThread();
    boolean isPackage =
        file.reading(reading -> ProjectSettings.get(reading, Raters.PACKAGE_OF)).isPresent();
    return isPackage
        ? Optional.of(
            "this is a work package: a newer codebook is put in use in the project it comes from")
        : workbench.readOnly().map(why -> "nothing can be changed here, as " + why);
  }

  /** The one that comes with this version of the program, if it is newer than the project's. */
  public Optional<NewCodebook> bundled() {
    workbench.checkThread();
    Codebook now = Codebooks.inUse(file);
    NewCodebook bundled = NewCodebook.bundled();
    boolean isNewer =
        bundled.codebook().id().equals(now.id()) && bundled.codebook().version() > now.version();
    return isNewer ? Optional.of(bundled) : Optional.empty();
  }

  /** The version that this rater put in use and can take back; empty if there is none. */
  public Optional<Codebook> ownLatest() {
    workbench.checkThread();
    synchronized (workbench) {
      Optional<Step> last = workbench.stored().ledger().ofCodebooks().stream().findFirst();
      return last.filter(step -> step.rater().equals(rater)).map(step -> Codebooks.inUse(file));
    }
  }

  /**
   * What it would change for this rater; nothing is written.
   *
   * @throws Refusal if this codebook cannot take the place of the project's
   */
  public CodebookPreview preview(NewCodebook fresh) {
    workbench.checkThread();
    synchronized (workbench) {
      workbench.refresh();
      return previewed(fresh);
    }
  }

  /**
   * Puts it in use: one step of this rater. Who has the project open must open it again.
   *
   * @return what it changed for this rater
   * @throws Refusal if it cannot be; then nothing is changed
   */
  public CodebookPreview put(NewCodebook fresh) {
    workbench.checkThread();
    synchronized (workbench) {
      workbench.refresh();
      CodebookPreview preview = previewed(fresh);
      change.put(fresh, rater, missing -> LEFT_OVER);
      return preview;
    }
  }

  /**
   * Takes the latest back that this rater put in use, with all that it changed.
   *
   * @return the codebook that is in use then
   * @throws Refusal if there is none, or something was changed since
   */
  public Codebook takeBack() {
    workbench.checkThread();
    refuse();
    return change.takeBack(rater);
  }

  private void refuse() {
    refusal()
        .ifPresent(
            why -> {
              throw new Refusal(why);
            });
  }

  private CodebookPreview previewed(NewCodebook fresh) {
    refuse();
    Codebook before = Codebooks.inUse(file);
    Codebook after = fresh.codebook();
    Migration.misfit(before, after, fresh.rules())
        .ifPresent(
            why -> {
              throw new Refusal(why);
            });
    List<String> unspoken = Migration.unspoken(before, after, fresh.rules());
    if (!unspoken.isEmpty()) {
      throw new Refusal("no migration rule says what becomes of " + String.join(", ", unspoken));
    }
    List<Thing> own =
        workbench.stored().ledger().things().stream()
            .filter(thing -> thing.rater().equals(rater))
            .toList();
    int others = (int) workbench.raters().all().stream().filter(this::isOther).count();
    return new CodebookPreview(
        before,
        after,
        touched(before, fresh, own),
        added(before, fresh),
        Migration.of(before, after, fresh.rules(), own)
            .again()
            .getOrDefault(rater, new TreeMap<>()),
        others);
  }

  private boolean isOther(Rater other) {
    return !other.id().equals(rater);
  }

  private static List<CodebookPreview.Touched> touched(
      Codebook before, NewCodebook fresh, Collection<Thing> own) {
    Map<TranscriptId, List<Thing>> byTranscript = new LinkedHashMap<>();
    own.forEach(
        thing ->
            byTranscript.computeIfAbsent(thing.transcript(), id -> new ArrayList<>()).add(thing));
    Map<String, Integer> things = new HashMap<>();
    Map<String, Integer> transcripts = new HashMap<>();
    for (List<Thing> on : byTranscript.values()) {
      Migration.of(before, fresh.codebook(), fresh.rules(), on)
          .touched()
          .forEach(
              (rule, count) -> {
                things.merge(rule, count, Integer::sum);
                transcripts.merge(rule, count > 0 ? 1 : 0, Integer::sum);
              });
    }
    return fresh.rules().stream()
        .map(
            rule ->
                new CodebookPreview.Touched(
                    rule,
                    things.getOrDefault(rule.label(), 0),
                    transcripts.getOrDefault(rule.label(), 0)))
        .toList();
  }

  /** What is in the newer one alone and is not another name of what was there. */
  private static List<String> added(Codebook before, NewCodebook fresh) {
    Set<Object> known = new HashSet<>();
    before.tags().forEach(tag -> known.add(tag.id()));
    before.questions().forEach(question -> known.add(question.id()));
    for (MigrationRule rule : fresh.rules()) {
      switch (rule) {
        case MigrationRule.Retag(List<TagId> from, TagId to) -> known.add(to);
        case MigrationRule.RenameQuestion(QuestionId from, QuestionId to) -> known.add(to);
        case MigrationRule.Split _,
            MigrationRule.RemoveTag _,
            MigrationRule.RemoveQuestion _,
            MigrationRule.RenameAnswer _,
            MigrationRule.RemoveAnswer _ -> {}
      }
    }
    List<String> added = new ArrayList<>();
    for (Tag tag : fresh.codebook().tags()) {
      if (!known.contains(tag.id())) {
        added.add(tag.name());
      }
    }
    for (Question question : fresh.codebook().questions()) {
      if (!known.contains(question.id())) {
        added.add(question.text());
      }
    }
    return added;
  }
}
