package examen.app;

import examen.highlight.Category;
import examen.highlight.Highlight;
import examen.highlight.Highlighter;
import examen.highlight.Lesson;
import examen.highlight.Likelihood;
import examen.highlight.Recommender;
import examen.highlight.Recommender.Suggestion;
import examen.rating.Blinding;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.RaterId;
import examen.rating.Suggesting;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.store.SharedSettings;
import examen.transcript.Anchor;
import examen.transcript.Sha256;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the decisions on a project's highlights teach about its other sentences. Nothing of it is
 * stored but when it is shown; the rest is learned again from the log.
 */
public final class Recommendations {
  /** Learned weights take some megabytes; so many raters' at once are kept. */
  private static final int MOST_HELD = 3;

  private static final int HASH = 8;

  private final Workbench workbench;
  private final ProjectFile file;
  private final Deque<Held> held = new ArrayDeque<>();

  Recommendations(Workbench workbench, ProjectFile file) {
    this.workbench = workbench;
    this.file = file;
  }

  /** What was learned from these decisions, beginning with these rules. */
  private record Held(
      List<HighlightDecision> lessons, String rules, Optional<Recommender> recommender) {}

  /**
   * When raters are shown what was learned: after they have submitted, unless the project says
   * otherwise. A word of a later program means never.
   */
  public Suggesting when() {
    return file.reading(reading -> ProjectSettings.get(reading, SharedSettings.SUGGESTIONS))
        .map(wire -> Suggesting.ofWire(wire).orElse(Suggesting.OFF))
        .orElse(Suggesting.AFTER_SUBMISSION);
  }

  /** Has the project show what was learned at another time from now on. */
  public void show(Suggesting when) {
    workbench.checkThread();
    Instant now = workbench.now();
    file.runInTransaction(
        writing -> SharedSettings.put(writing, SharedSettings.SUGGESTIONS, when.wire(), now));
  }

  /**
   * What this rater may be shown now about a transcript, learned from what they may see; nothing
   * where they may not be shown any. What they themselves decided on suggestions is always there.
   *
   * @param found what the rules find in it
   */
  public Recommended of(Transcript transcript, List<Highlight> found, RaterId rater) {
    workbench.checkThread();
    List<HighlightDecision> lessons = lessons(transcript.id(), rater);
    List<Highlight> decided =
        workbench.decisions(transcript.id(), rater).stream()
            .flatMap(decision -> decided(decision, transcript))
            .toList();
    return of(transcript, found, decided, lessons);
  }

  /** What these decisions teach about a transcript. */
  Recommended of(Transcript transcript, List<Highlight> found, List<HighlightDecision> lessons) {
    workbench.checkThread();
    return of(transcript, found, List.of(), lessons);
  }

  /** How far it has got with what this rater may see. */
  public Learning learning(Transcript transcript, RaterId rater) {
    return learning(lessons(transcript.id(), rater));
  }

  private List<HighlightDecision> lessons(TranscriptId id, RaterId rater) {
    Suggesting when = when();
    synchronized (workbench) {
      return JudgedHighlight.ofRules(
          Blinding.lessons(workbench.stored().ledger(), rater, id, when));
    }
  }

  /** How far it has got with these. */
  Learning learning(List<HighlightDecision> lessons) {
    workbench.checkThread();
    Set<Category> categories = recommender(lessons).map(Recommender::categories).orElse(Set.of());
    return new Learning(when(), lessons.size(), Recommender.FEWEST_DECISIONS, categories);
  }

  private Recommended of(
      Transcript transcript,
      List<Highlight> found,
      List<Highlight> decided,
      List<HighlightDecision> lessons) {
    Optional<Recommender> learned = recommender(lessons);
    if (learned.isEmpty()) {
      return new Recommended(decided, Map.of());
    }
    List<Highlight> known = Stream.concat(found.stream(), decided.stream()).toList();
    Map<Highlight, Likelihood> likelihoods = new HashMap<>(learned.get().likelihoods(known));
    List<Highlight> suggestions = new ArrayList<>(decided);
    for (Suggestion suggestion : learned.get().suggest(transcript, known, label(lessons))) {
      suggestions.add(suggestion.highlight());
      likelihoods.put(suggestion.highlight(), suggestion.likelihood());
    }
    return new Recommended(suggestions, likelihoods);
  }

  private synchronized Optional<Recommender> recommender(List<HighlightDecision> lessons) {
    if (lessons.size() < Recommender.FEWEST_DECISIONS) {
      return Optional.empty();
    }
    Highlighter highlighter = workbench.projectRules().highlighter();
    String rules = highlighter.pack().label();
    for (Held there : held) {
      if (there.rules().equals(rules) && there.lessons().equals(lessons)) {
        return there.recommender();
      }
    }
    Optional<Recommender> learned =
        Recommender.learn(highlighter, lessons.stream().flatMap(Recommendations::lesson).toList());
    held.addFirst(new Held(lessons, rules, learned));
    if (held.size() > MOST_HELD) {
      held.removeLast();
    }
    return learned;
  }

  /** None of a category that this program does not know. */
  private static Stream<Lesson> lesson(HighlightDecision decision) {
    HighlightRef highlight = decision.highlight();
    return Category.ofWire(highlight.category()).stream()
        .map(
            category ->
                new Lesson(
                    category,
                    highlight.rule(),
                    highlight.anchor().quote(),
                    switch (decision.outcome()) {
                      case HighlightOutcome.Accepted _ -> category;
                      case HighlightOutcome.Rejected _ -> null;
                      case HighlightOutcome.AcceptedAs(String other) ->
                          Category.ofWire(other).orElse(null);
                    }));
  }

  /** Names the decisions, so that a decision on a suggestion says what made it. */
  static String label(List<HighlightDecision> lessons) {
    String all =
        lessons.stream()
            .map(d -> d.key() + " " + d.outcome().wire() + " " + d.outcome().other().orElse(""))
            .sorted()
            .collect(Collectors.joining("\n"));
    String hash = Sha256.hex(all.getBytes(StandardCharsets.UTF_8));
    return "decisions@" + lessons.size() + "+" + hash.substring(0, HASH);
  }

  /** A suggestion that the rater decided on stays as it was, whatever is learned since. */
  private static Stream<Highlight> decided(HighlightDecision decision, Transcript transcript) {
    HighlightRef ref = decision.highlight();
    Anchor anchor = ref.anchor();
    boolean suggested = Recommender.isSuggestion(ref.rule()) && !JudgedHighlight.isImported(ref);
    if (!suggested || !anchor.holdsIn(transcript)) {
      return Stream.empty();
    }
    Span whole = anchor.span();
    return Category.ofWire(ref.category()).stream()
        .map(
            category ->
                new Highlight(
                    ref.pack(), ref.rule(), category, anchor, whole, "suggested by decisions"));
  }
}
