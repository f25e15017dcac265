package examen.rating;

import examen.codebook.Codebook;
import examen.codebook.MigrationRule;
import examen.codebook.Question;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a newer codebook changes in what raters said: worked out from all that holds, without
 * changing anything. Things keep their rater; only their tags, questions and answers are other
 * ones.
 */
public final class Migration {
  private static final String NEW_QUESTION = "new question ";

  private final Codebook before;
  private final Codebook after;
  private final List<MigrationRule> rules;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Integer> touched = new LinkedHashMap<>();
  private final Set<AnnotationId> gone = new HashSet<>();
  private final SortedSet<String> missing = new TreeSet<>();
  private final SortedMap<RaterId, SortedMap<TranscriptId, SortedSet<String>>> again =
      new TreeMap<>();

  /**
   * What comes of it.
   *
   * @param changes of one step, in the order in which things were made
   * @param touched how many things each rule concerns, in the rules' order
   * @param missing what the newer codebook has no more and no rule speaks of, though it was used
   * @param again what each rater must read again, with the reasons
   */
  public record Result(
      List<Change> changes,
      Map<String, Integer> touched,
      List<String> missing,
      SortedMap<RaterId, SortedMap<TranscriptId, SortedSet<String>>> again) {
    public Result {
      changes = List.copyOf(changes);
      missing = List.copyOf(missing);
    }
  }

  private Migration(Codebook before, Codebook after, List<MigrationRule> rules) {
    this.before = before;
    this.after = after;
    this.rules = rules;
    rules.forEach(rule -> touched.put(rule.label(), 0));
  }

  /**
   * @param things all that holds, in the order in which it was made
   */
  public static Result of(
      Codebook before, Codebook after, List<MigrationRule> rules, Collection<Thing> things) {
    Migration migration = new Migration(before, after, rules);
    // An annotation that was taken away and brought back is younger than its links.
    things.stream().filter(Annotation.class::isInstance).forEach(migration::take);
    things.stream().filter(t -> !(t instanceof Annotation)).forEach(migration::take);
    migration.newQuestions(things);
    return new Result(
        migration.changes, migration.touched, List.copyOf(migration.missing), migration.again);
  }

  /** What the newer one has no more and no rule speaks of, whether anybody used it or not. */
  public static List<String> unspoken(Codebook before, Codebook after, List<MigrationRule> rules) {
    return Unspoken.of(before, after, rules);
  }

  /** Why these rules do not go with these codebooks, in one line; empty if they do. */
  public static Optional<String> misfit(
      Codebook before, Codebook after, List<MigrationRule> rules) {
    if (!before.id().equals(after.id())) {
      return Optional.of("the project's codebook is " + before.id() + ", this is " + after.id());
    }
    if (after.version() <= before.version()) {
      return Optional.of(
          "the project has version "
              + before.version()
              + " of it already, this is "
              + after.version());
    }
    return rules.stream()
        .flatMap(rule -> wanted(rule).stream())
        .filter(tag -> after.tag(tag).isEmpty())
        .findFirst()
        .map(tag -> "a migration rule leads to the tag " + tag + ", which the codebook has not")
        .or(() -> meaningTwo(after, rules));
  }

  /**
   * Which word of an earlier version means something else in this one, in one line; empty if none
   * does. What was said with it later, in another copy, could not be told from what is said now.
   */
  public static Optional<String> meaningTwo(Codebook after, List<MigrationRule> rules) {
    return rules.stream()
        .filter(rule -> isStill(rule, after))
        .findFirst()
        .map(
            rule ->
                "a migration rule ("
                    + rule.label()
                    + ") changes a word that the codebook still has; give it another one");
  }

  private static boolean isStill(MigrationRule rule, Codebook after) {
    return switch (rule) {
      case MigrationRule.Retag(List<TagId> from, TagId to) ->
          from.stream().anyMatch(tag -> !tag.equals(to) && after.tag(tag).isPresent());
      case MigrationRule.Split _ -> false;
      case MigrationRule.RemoveTag(TagId tag) -> after.tag(tag).isPresent();
      case MigrationRule.RenameQuestion(QuestionId from, QuestionId to) ->
          !from.equals(to) && after.question(from).isPresent();
      case MigrationRule.RemoveQuestion(QuestionId question) ->
          after.question(question).isPresent();
      case MigrationRule.RenameAnswer(QuestionId question, String from, String to) ->
          !from.equals(to) && hasAnswer(after, question, from);
      case MigrationRule.RemoveAnswer(QuestionId question, String answer) ->
          hasAnswer(after, question, answer);
    };
  }

  private static boolean hasAnswer(Codebook codebook, QuestionId question, String answer) {
    return codebook.question(question).flatMap(asked -> asked.answer(answer)).isPresent();
  }

  private static List<TagId> wanted(MigrationRule rule) {
    return switch (rule) {
      case MigrationRule.Retag(var from, TagId to) -> List.of(to);
      case MigrationRule.Split(TagId from, List<TagId> into) -> into;
      case MigrationRule.RemoveTag _,
          MigrationRule.RenameQuestion _,
          MigrationRule.RemoveQuestion _,
          MigrationRule.RenameAnswer _,
          MigrationRule.RemoveAnswer _ ->
          List.of();
    };
  }

  private void take(Thing thing) {
    switch (thing) {
      case Annotation annotation -> annotation(annotation);
      case Verdict verdict -> verdict(verdict);
      case HighlightDecision decision -> decision(decision);
      case Link link -> goesWith(link, link.from(), link.to());
      case Unsupported mark -> goesWith(mark, mark.annotation(), mark.annotation());
      case Review _, Reveal _ -> {}
    }
  }

  private void annotation(Annotation annotation) {
    for (MigrationRule rule : rules) {
      switch (rule) {
        case MigrationRule.Retag(List<TagId> from, TagId to)
            when from.contains(annotation.tag()) -> {
          count(rule);
          if (!to.equals(annotation.tag())) {
            changes.add(new Change.Replaced(annotation, annotation.withTag(to)));
          }
          return;
        }
        case MigrationRule.Split(TagId from, var into) when from.equals(annotation.tag()) -> {
          count(rule);
          again(annotation, rule.label());
          return;
        }
        case MigrationRule.RemoveTag(TagId tag) when tag.equals(annotation.tag()) -> {
          count(rule);
          changes.add(new Change.Removed(annotation));
          gone.add(annotation.id());
          return;
        }
        default -> {}
      }
    }
    if (after.tag(annotation.tag()).isEmpty() && before.tag(annotation.tag()).isPresent()) {
      missing.add("tag " + annotation.tag());
    }
  }

  /** What hangs on an annotation goes with it. */
  private void goesWith(Thing thing, AnnotationId one, AnnotationId other) {
    if (gone.contains(one) || gone.contains(other)) {
      changes.add(new Change.Removed(thing));
    }
  }

  private void decision(HighlightDecision decision) {
    Tagging put = decision.tagging();
    Tagging now = put == null ? null : new Tagging(put.annotation(), renamed(put.tag()));
    HighlightOutcome outcome =
        decision.outcome() instanceof HighlightOutcome.AcceptedAs(String other)
            ? new HighlightOutcome.AcceptedAs(renamed(other))
            : decision.outcome();
    HighlightDecision then =
        new HighlightDecision(decision.rater(), decision.highlight(), outcome, now);
    if (!then.equals(decision)) {
      changes.add(new Change.Replaced(decision, then));
    }
  }

  private TagId renamed(TagId tag) {
    for (MigrationRule rule : rules) {
      if (rule instanceof MigrationRule.Retag(List<TagId> from, TagId to) && from.contains(tag)) {
        return to;
      }
    }
    return tag;
  }

  /** The word is a category, or a tag that is for none. */
  private String renamed(String word) {
    return before.tags().stream()
        .filter(tag -> tag.id().value().equals(word))
        .map(tag -> renamed(tag.id()).value())
        .findFirst()
        .orElse(word);
  }

  private void verdict(Verdict verdict) {
    QuestionId question = verdict.question();
    String answer = verdict.answer();
    for (MigrationRule rule : rules) {
      switch (rule) {
        case MigrationRule.RemoveQuestion(QuestionId gone) when gone.equals(verdict.question()) -> {
          count(rule);
          changes.add(new Change.Removed(verdict));
          return;
        }
        case MigrationRule.RemoveAnswer(QuestionId of, String gone)
            when of.equals(verdict.question()) && gone.equals(verdict.answer()) -> {
          count(rule);
          changes.add(new Change.Removed(verdict));
          again(verdict, rule.label());
          return;
        }
        case MigrationRule.RenameAnswer(QuestionId of, String from, String to)
            when of.equals(verdict.question()) && from.equals(verdict.answer()) -> {
          count(rule);
          answer = to;
        }
        case MigrationRule.RenameQuestion(QuestionId from, QuestionId to)
            when from.equals(verdict.question()) -> {
          count(rule);
          question = to;
        }
        default -> {}
      }
    }
    put(verdict, new Verdict(verdict.rater(), verdict.transcript(), question, answer));
  }

  private void put(Verdict verdict, Verdict then) {
    Question asked = after.question(then.question()).orElse(null);
    if (asked == null) {
      missing.add("question " + then.question());
    } else if (asked.answer(then.answer()).isEmpty()) {
      missing.add("answer " + then.answer() + " to " + then.question());
    } else if (!then.key().equals(verdict.key())) {
      changes.add(new Change.Removed(verdict));
      changes.add(new Change.Added(then));
    } else if (!then.equals(verdict)) {
      changes.add(new Change.Replaced(verdict, then));
    }
  }

  /** What is asked for the first time, and is to be asked, has an answer of few who submitted. */
  private void newQuestions(Collection<Thing> things) {
    List<QuestionId> fresh =
        after.questions().stream()
            .map(Question::id)
            .filter(id -> before.question(id).isEmpty() && !isRenamed(id))
            .toList();
    if (fresh.isEmpty()) {
      return;
    }
    Map<String, List<Thing>> sheets = new HashMap<>();
    for (Thing thing : things) {
      sheets
          .computeIfAbsent(Review.key(thing.rater(), thing.transcript()), key -> new ArrayList<>())
          .add(thing);
    }
    for (Thing thing : things) {
      if (thing instanceof Review) {
        List<Thing> theirs = sheets.getOrDefault(thing.key(), List.of());
        AnswerSheet.of(after, thing.rater(), theirs).items().stream()
            .filter(item -> item.standing() == AnswerSheet.Standing.OPEN)
            .map(item -> item.question().id())
            .filter(fresh::contains)
            .forEach(question -> again(thing, newQuestion(question)));
      }
    }
  }

  /** How a reason is worded to read again: something is asked for the first time. */
  static String newQuestion(QuestionId question) {
    return NEW_QUESTION + question;
  }

  static boolean isNewQuestion(String why) {
    return why.startsWith(NEW_QUESTION);
  }

  private boolean isRenamed(QuestionId id) {
    return rules.stream()
        .anyMatch(
            rule ->
                rule instanceof MigrationRule.RenameQuestion(QuestionId from, QuestionId to)
                    && to.equals(id));
  }

  private void again(Thing thing, String why) {
    again
        .computeIfAbsent(thing.rater(), rater -> new TreeMap<>())
        .computeIfAbsent(thing.transcript(), id -> new TreeSet<>())
        .add(why);
  }

  private void count(MigrationRule rule) {
    touched.merge(rule.label(), 1, Integer::sum);
  }
}
