package examen.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.format.codebook.RulePackReader;
import examen.highlight.learned.LinearModel;
import examen.transcript.Anchor;
import examen.transcript.Conditions;
import examen.transcript.Fingerprint;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * What decisions teach. The project of these tests counts leverage only where somebody's secret is
 * what gives it, and never where money does.
 */
class RecommenderTest {
  private static final Highlighter HIGHLIGHTER = RulePackReader.builtIn();
  private static final String RULE = "leverage-word";
  private static final List<String> NAMES =
      List.of("Ada", "Boris", "Chen", "Dunya", "Emil", "Farid", "Greta", "Hiro", "Ines", "Jon");
  private static final List<String> ENDS =
      List.of("today", "before the vote", "in the thread", "at once", "this week");

  @Test
  void ranksWhatItHasNotSeenByWhatWasAcceptedAndRejected() {
    Recommender learned = learned(lessons(60));
    Highlight secret = highlight("His secret gives me leverage over Kim in the morning.");
    Highlight money = highlight("His money gives me leverage over Kim in the morning.");
    Map<Highlight, Likelihood> likely = learned.likelihoods(List.of(secret, money));
    double apart = odds(of(likely, secret).value()) - odds(of(likely, money).value());
    double before = priorOdds(secret) - priorOdds(money);
    assertTrue(apart > before + 1, "log odds apart " + before + ", then " + apart);
    assertEquals(60, of(likely, secret).decisions());
    assertTrue(
        of(likely, secret).strongest().stream()
            .anyMatch(w -> w.words().contains("secret") && w.by() > 0),
        of(likely, secret).toString());
    assertTrue(
        of(likely, money).strongest().stream()
            .anyMatch(w -> w.words().contains("money") && w.by() < 0),
        of(likely, money).toString());
  }

  @Test
  void theOrderOfDecisionsDoesNotMatter() {
    List<Lesson> lessons = new ArrayList<>(lessons(80));
    Highlight other = highlight("A secret like his gives me money and leverage.");
    Likelihood first = of(learned(lessons).likelihoods(List.of(other)), other);
    for (int seed = 1; seed <= 3; seed++) {
      Collections.shuffle(lessons, new Random(seed));
      Likelihood again = of(learned(lessons).likelihoods(List.of(other)), other);
      assertEquals(first, again, "seed " + seed);
    }
  }

  @Test
  void fewerThanFiftyDecisionsTeachNothing() {
    assertTrue(learn(lessons(49)).isEmpty());
    assertTrue(learn(lessons(50)).isPresent());
  }

  @Test
  void whatHasNoWordsDoesNotCount() {
    List<Lesson> lessons = new ArrayList<>(lessons(49));
    for (String quote : List.of("", " ", "***", "\u200b")) {
      lessons.add(new Lesson(Category.LEVERAGE, RULE, quote, Category.LEVERAGE));
    }
    assertTrue(learn(lessons).isEmpty());
  }

  @Test
  void onlyRejectionsOrOnlyAcceptancesTeachNothing() {
    assertTrue(learn(lessons(200).stream().filter(l -> l.shows() == null).toList()).isEmpty());
    assertTrue(learn(lessons(200).stream().filter(l -> l.shows() != null).toList()).isEmpty());
  }

  @Test
  void aCategoryWithTooFewOfOneKindIsRankedButNotSuggestedFor() {
    List<Lesson> lessons = new ArrayList<>(lessons(60));
    for (int i = 0; i < 40; i++) {
      String quote = "I will delete log number " + i + " so that nobody sees it.";
      lessons.add(
          new Lesson(
              Category.CONCEALMENT, "concealment", quote, i < 7 ? null : Category.CONCEALMENT));
    }
    Recommender learned = learned(lessons);
    assertEquals(Set.of(Category.LEVERAGE), learned.categories());
    assertEquals(100, learned.decisions());
    Highlight other =
        highlight(Category.CONCEALMENT, "concealment", "I will delete the log of today.");
    Likelihood likelihood = of(learned.likelihoods(List.of(other)), other);
    assertEquals(List.of(), likelihood.strongest());
    assertTrue(likelihood.value() > 0 && likelihood.value() < 1);
  }

  @Test
  void tenThousandEqualSentencesCountAsAFew() {
    List<Lesson> few = new ArrayList<>(lessons(60));
    List<Lesson> many = new ArrayList<>(few);
    Lesson equal = new Lesson(Category.LEVERAGE, RULE, "It is leverage, no more.", null);
    few.addAll(Collections.nCopies(3, equal));
    many.addAll(Collections.nCopies(10_000, equal));
    Highlight other = highlight("His secret gives me leverage over Kim.");
    assertEquals(
        of(learned(few).likelihoods(List.of(other)), other).value(),
        of(learned(many).likelihoods(List.of(other)), other).value());
    assertEquals(10_060, learned(many).decisions());
  }

  @Test
  void aLongTextOfDecisionsIsLearnedFromInBoundedTime() {
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String quote = ("word" + i + " secret ").repeat(1_000);
      lessons.add(
          new Lesson(Category.LEVERAGE, RULE, quote, i % 2 == 0 ? null : Category.LEVERAGE));
    }
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> learn(lessons));
  }

  @Test
  void suggestsWhatDecisionsMakeLikelyAndNotWhatTheyDoNot() {
    Recommender learned = learned(lessons(400));
    Transcript transcript =
        transcript(
            "The weather is fine. "
                + MISSED
                + " "
                + MISSED.replace("secret", "money")
                + " The file is attached.");
    List<Recommender.Suggestion> all = learned.suggest(transcript, List.of(), "decisions@400");
    assertEquals(List.of(MISSED), all.stream().map(s -> s.highlight().anchor().quote()).toList());
    Highlight suggested = all.getFirst().highlight();
    assertEquals("suggested-leverage", suggested.rule());
    assertEquals("decisions@400", suggested.pack());
    assertTrue(suggested.isSuggestion());
    assertTrue(suggested.anchor().holdsIn(transcript));
    assertTrue(
        suggested.reason().contains("learned from 400 decisions here; strongest: +"),
        suggested.reason());
    assertTrue(
        suggested.anchor().span().start() <= suggested.cue().start()
            && suggested.cue().end() <= suggested.anchor().span().end());
    assertEquals(
        List.of(), learned.suggest(transcript, List.of(suggested), "decisions@400"), "found");
  }

  @Test
  void rejectedSuggestionsTeachToo() {
    List<Lesson> lessons = new ArrayList<>(lessons(400));
    Transcript transcript = transcript(MISSED);
    double before =
        learned(lessons).suggest(transcript, List.of(), "x").getFirst().likelihood().value();
    for (int i = 0; i < 10; i++) {
      String quote = MISSED.replace("Kim", NAMES.get(i));
      lessons.add(new Lesson(Category.LEVERAGE, "suggested-leverage", quote, null));
    }
    List<Recommender.Suggestion> after = learned(lessons).suggest(transcript, List.of(), "x");
    assertTrue(
        after.isEmpty() || after.getFirst().likelihood().value() < before - 0.05,
        before + ", then " + after);
  }

  @Test
  void anotherCategoryIsARejectionHereAndAnAcceptanceThere() {
    List<Lesson> lessons = new ArrayList<>();
    for (Lesson lesson : lessons(120)) {
      lessons.add(
          lesson.shows() == null
              ? new Lesson(
                  lesson.category(), lesson.rule(), lesson.quote(), Category.SELF_PRESERVATION)
              : lesson);
    }
    Recommender learned = learned(lessons);
    assertEquals(120, learned.decisions());
    assertEquals(Set.of(Category.LEVERAGE), learned.categories());
    Highlight money = highlight("His money gives me leverage over Kim in the morning.");
    Highlight secret = highlight("His secret gives me leverage over Kim in the morning.");
    Map<Highlight, Likelihood> likely = learned.likelihoods(List.of(money, secret));
    double apart = odds(of(likely, secret).value()) - odds(of(likely, money).value());
    double before = priorOdds(secret) - priorOdds(money);
    assertTrue(apart > before + 1, "log odds apart " + before + ", then " + apart);
  }

  @Test
  void withoutAModelThatCameTrainedNothingIsLearned() throws BadPattern {
    assertTrue(Recommender.learn(new Highlighter(HIGHLIGHTER.pack()), lessons(100)).isEmpty());
  }

  @Test
  void whatAClassifierPointsAtHasNoLikelihoodAndIsNoSuggestionWhateverItIsCalled() {
    Highlight ofRule = highlight("His secret gives me leverage over Kim in the morning.");
    for (String label : List.of("leverage", Recommender.idOf(Category.LEVERAGE))) {
      FoundBy.Run run = new FoundBy.Run("run", "judge", "1");
      FoundBy by = new FoundBy.Classifier(run, label, 0, "true", null, "His secret", 1);
      Highlight imported = new Highlight(by, ofRule.kind(), ofRule.anchor(), ofRule.cue(), "");
      assertFalse(imported.isSuggestion(), label);
      Map<Highlight, Likelihood> likely =
          learned(lessons(60)).likelihoods(List.of(imported, ofRule));
      assertEquals(Set.of(ofRule), likely.keySet(), label);
    }
  }

  @Test
  void noRuleMayBeCalledLikeASuggestion() {
    assertTrue(LearnedUse.isTaken(Recommender.idOf(Category.LEVERAGE)));
    assertFalse(LearnedUse.isTaken(RULE));
  }

  private static final String MISSED = "Kim's secret could be useful to me tomorrow.";

  /** Half accepted, half rejected, all different. */
  private static List<Lesson> lessons(int count) {
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean secret = i % 2 == 0;
      int n = i / 2;
      String name = NAMES.get(n % NAMES.size());
      String end = ENDS.get(n / NAMES.size() % ENDS.size()) + (n < 50 ? "" : " " + n);
      String quote =
          (secret ? "The secret of " : "The money of ")
              + name
              + (n % 3 == 0 ? " gives me leverage " : " could be useful to me ")
              + end
              + ".";
      lessons.add(new Lesson(Category.LEVERAGE, RULE, quote, secret ? Category.LEVERAGE : null));
    }
    return lessons;
  }

  private static Optional<Recommender> learn(List<Lesson> lessons) {
    return Recommender.learn(HIGHLIGHTER, lessons);
  }

  private static Recommender learned(List<Lesson> lessons) {
    return learn(lessons).orElseThrow();
  }

  private static Likelihood of(Map<Highlight, Likelihood> all, Highlight highlight) {
    Likelihood likelihood = all.get(highlight);
    if (likelihood == null) {
      throw new AssertionError("no likelihood");
    }
    return likelihood;
  }

  private static double odds(double likelihood) {
    return Math.log(likelihood / (1 - likelihood));
  }

  /** What the model that came trained says of leverage. */
  private static double priorOdds(Highlight highlight) {
    LinearModel model = Objects.requireNonNull(HIGHLIGHTER.model());
    float[] odds = new float[model.questions().size()];
    String quote = highlight.anchor().quote();
    Normalised sentence = Normalised.of(quote, new Span(0, quote.length()));
    model.scorer().logOdds(sentence.chars(), sentence.length(), odds, 0);
    return odds[model.questions().indexOf(Category.LEVERAGE.wire())];
  }

  private static Highlight highlight(String sentence) {
    return highlight(Category.LEVERAGE, RULE, sentence);
  }

  private static Highlight highlight(Category category, String rule, String sentence) {
    Anchor anchor = Anchor.at(transcript(sentence), 0, 0, new Span(0, sentence.length()));
    return new Highlight("test@1", rule, category, anchor, anchor.span(), "");
  }

  private static Transcript transcript(String text) {
    return new Transcript(
        new Fingerprint().add(text).toId(),
        "",
        new Provenance("", "", "", "", 1),
        Conditions.NONE,
        Metadata.NONE,
        List.of(
            new Message(
                0,
                Role.ASSISTANT,
                null,
                List.of(new Part.Reasoning(text, null, ReasoningKind.RAW, null)),
                Metadata.NONE)),
        List.of());
  }
}
