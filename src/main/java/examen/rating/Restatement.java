package examen.rating;

import examen.codebook.Codebook;
import examen.codebook.MigrationRule;
import examen.codebook.Question;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What raters said themselves, in the words of the codebook in use, whenever and under whichever
 * version they said it. It depends on their own steps alone, so it is the same in every copy; where
 * the log's state is another one, something came later than the step that changed the words, or was
 * written over by it.
 */
public final class Restatement {
  private final List<Stage> stages;
  private final Map<String, Said> said = new LinkedHashMap<>();

  /** A version of a codebook that took the place of another, and by which rules. */
  public record Stage(Codebook before, Codebook after, List<MigrationRule> rules) {
    public Stage {
      rules = List.copyOf(rules);
    }
  }

  /**
   * @param first in the words in which it was said
   * @param now null if a rule took it away
   */
  private record Said(Thing first, @Nullable Thing now) {}

  /**
   * @param stages from the oldest version to the one in use; none if there was never another
   */
  public Restatement(List<Stage> stages) {
    this.stages = List.copyOf(stages);
  }

  /** To be called with each step in the order of the log. */
  public void take(Step step) {
    if (step.isOfCodebook()) {
      return;
    }
    for (Change change : step.changes()) {
      switch (change) {
        case Change.Added(Thing after) -> say(after);
        case Change.Replaced(Thing before, Thing after) -> say(after);
        case Change.Removed(Reveal seen) -> {}
        case Change.Removed(Thing before) -> said.remove(key(before));
      }
    }
  }

  private void say(Thing thing) {
    said.put(key(thing), new Said(thing, now(thing)));
  }

  /** The key of what it is now: a question may have another name. */
  private String key(Thing thing) {
    Thing now = now(thing);
    return now == null ? thing.key() : now.key();
  }

  private @Nullable Thing now(Thing thing) {
    if (!hasWords(thing)) {
      return thing;
    }
    List<Thing> now = List.of(thing);
    for (Stage stage : stages) {
      now = changed(now, migrated(stage, now).changes());
    }
    return now.isEmpty() ? null : now.getFirst();
  }

  private static boolean hasWords(Thing thing) {
    return switch (thing) {
      case Annotation _, Verdict _, HighlightDecision _ -> true;
      case Link _, Unsupported _, Review _, Reveal _ -> false;
    };
  }

  /**
   * What is to be changed in what holds.
   *
   * @param holds all that does, in the order in which it was made
   */
  public Migration.Result differences(Collection<Thing> holds) {
    Map<String, Thing> wanted = wanted();
    List<Change> changes = new ArrayList<>();
    Set<String> here = new HashSet<>();
    Set<String> other = new HashSet<>();
    for (Thing thing : holds) {
      here.add(thing.key());
      Thing want = wanted.get(thing.key());
      if (want == null) {
        changes.add(new Change.Removed(thing));
        other.add(thing.key());
      } else if (!want.equals(thing)) {
        changes.add(new Change.Replaced(thing, want));
        other.add(thing.key());
      }
    }
    wanted.values().stream()
        .filter(want -> !here.contains(want.key()))
        .forEach(
            want -> {
              changes.add(new Change.Added(want));
              other.add(want.key());
            });
    return told(changes, other);
  }

  private Map<String, Thing> wanted() {
    Map<String, Thing> wanted = new LinkedHashMap<>();
    Set<AnnotationId> gone = new HashSet<>();
    for (Said each : said.values()) {
      if (each.now() == null && each.first() instanceof Annotation annotation) {
        gone.add(annotation.id());
      }
    }
    for (Said each : said.values()) {
      Thing now = each.now();
      if (now != null && !hangsOn(now, gone)) {
        wanted.put(now.key(), now);
      }
    }
    return wanted;
  }

  private static boolean hangsOn(Thing thing, Set<AnnotationId> gone) {
    return switch (thing) {
      case Link link -> gone.contains(link.from()) || gone.contains(link.to());
      case Unsupported mark -> gone.contains(mark.annotation());
      case Annotation _, Verdict _, HighlightDecision _, Review _, Reveal _ -> false;
    };
  }

  /** By which rules it is changed, what no rule speaks of, and what must be read again. */
  private Migration.Result told(List<Change> changes, Set<String> other) {
    Map<String, Integer> touched = new LinkedHashMap<>();
    SortedSet<String> missing = new TreeSet<>();
    SortedMap<RaterId, SortedMap<TranscriptId, SortedSet<String>>> again = new TreeMap<>();
    List<Thing> changed =
        said.entrySet().stream()
            .filter(e -> other.contains(e.getKey()) || other.contains(e.getValue().first().key()))
            .map(e -> e.getValue().first())
            .toList();
    List<Thing> all = said.values().stream().map(Said::first).toList();
    for (Stage stage : stages) {
      Migration.Result ofChanged = migrated(stage, changed);
      ofChanged.touched().forEach((rule, count) -> touched.merge(rule, count, Integer::sum));
      changed = changed(changed, ofChanged.changes());
      Migration.Result ofAll = migrated(stage, all);
      missing.addAll(ofAll.missing());
      addAgain(stage, ofAll.again(), again);
      all = changed(all, ofAll.changes());
    }
    return new Migration.Result(changes, touched, List.copyOf(missing), again);
  }

  /** Who has submitted under the newer version has answered what it asks of everybody. */
  private static void addAgain(
      Stage stage,
      SortedMap<RaterId, SortedMap<TranscriptId, SortedSet<String>>> more,
      SortedMap<RaterId, SortedMap<TranscriptId, SortedSet<String>>> again) {
    Set<String> asked =
        stage.after().questions().stream()
            .filter(question -> question.need() == Question.Need.REQUIRED)
            .map(question -> Migration.newQuestion(question.id()))
            .collect(Collectors.toSet());
    more.forEach(
        (rater, transcripts) ->
            transcripts.forEach(
                (id, reasons) ->
                    reasons.stream()
                        .filter(why -> !Migration.isNewQuestion(why) || asked.contains(why))
                        .forEach(
                            why ->
                                again
                                    .computeIfAbsent(rater, r -> new TreeMap<>())
                                    .computeIfAbsent(id, t -> new TreeSet<>())
                                    .add(why))));
  }

  private static Migration.Result migrated(Stage stage, List<Thing> things) {
    return Migration.of(stage.before(), stage.after(), stage.rules(), things);
  }

  private static List<Thing> changed(List<Thing> things, List<Change> changes) {
    if (changes.isEmpty()) {
      return things;
    }
    Map<String, Thing> now = new LinkedHashMap<>();
    things.forEach(thing -> now.put(thing.key(), thing));
    for (Change change : changes) {
      switch (change) {
        case Change.Added(Thing after) -> now.put(after.key(), after);
        case Change.Replaced(Thing before, Thing after) -> now.put(after.key(), after);
        case Change.Removed(Thing before) -> now.remove(before.key());
      }
    }
    return List.copyOf(now.values());
  }
}
