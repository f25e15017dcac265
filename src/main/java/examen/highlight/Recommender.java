package examen.highlight;

import examen.highlight.learned.Adaptation;
import examen.highlight.learned.AdaptedModel;
import examen.highlight.learned.AdaptedModel.Finder;
import examen.highlight.learned.AdaptedModel.Moving;
import examen.highlight.learned.LinearModel;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the decisions of a project teach: how likely each highlight is to be accepted, and which
 * sentences that nothing found are likely to be. The same decisions, in any order, give the same.
 * Immutable.
 */
public final class Recommender {
  /** With fewer decisions than this, nothing is learned. */
  public static final int FEWEST_DECISIONS = 50;

  /** From this likelihood on, a sentence is suggested; chosen on held-back sentences. */
  static final double SUGGESTED_FROM = 0.7;

  /** Begins the ids under which suggestions are kept. */
  private static final String PREFIX = "suggested-";

  private static final int FEWEST_CHARS = 12;

  private final AdaptedModel model;
  private final Map<Category, Integer> questions;
  private final RulePack pack;
  private final int decisions;

  private Recommender(
      AdaptedModel model, Map<Category, Integer> questions, RulePack pack, int decisions) {
    this.model = model;
    this.questions = questions;
    this.pack = pack;
    this.decisions = decisions;
  }

  /** A suggestion, with what it rests on. */
  public record Suggestion(Highlight highlight, Likelihood likelihood) {}

  /** The id under which suggestions of this category are kept. */
  public static String idOf(Category category) {
    return PREFIX + category.wire();
  }

  /** Whether highlights with this id were suggested and not found by rules. */
  public static boolean isSuggestion(String rule) {
    return rule.startsWith(PREFIX);
  }

  /**
   * Learns from decisions, beginning with what this highlighter has learned before.
   *
   * @return empty if there are fewer than {@link #FEWEST_DECISIONS} that can be used, or too few
   *     accepted or rejected among them
   */
  public static Optional<Recommender> learn(Highlighter highlighter, Collection<Lesson> lessons) {
    LinearModel prior = highlighter.model();
    if (prior == null || lessons.size() < FEWEST_DECISIONS) {
      return Optional.empty();
    }
    return learn(highlighter.pack(), lessons, prior, new Adaptation(prior));
  }

  static Optional<Recommender> learn(
      RulePack pack, Collection<Lesson> lessons, LinearModel prior, Adaptation adaptation) {
    Map<Category, Integer> questions = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      int question = prior.questions().indexOf(category.wire());
      if (question >= 0) {
        questions.put(category, question);
      }
    }
    int used = 0;
    for (Lesson lesson : lessons) {
      used += teach(adaptation, questions, lesson) ? 1 : 0;
    }
    int decisions = used;
    return decisions < FEWEST_DECISIONS
        ? Optional.empty()
        : adaptation.adapt().map(m -> new Recommender(m, questions, pack, decisions));
  }

  /** Whether anything can be learned from it. */
  private static boolean teach(
      Adaptation adaptation, Map<Category, Integer> questions, Lesson lesson) {
    Integer own = questions.get(lesson.category());
    String sentence = lesson.quote().isEmpty() ? "" : normalised(lesson.quote()).toString();
    if (own == null || sentence.isEmpty()) {
      return false;
    }
    Category shows = lesson.shows();
    if (lesson.category() == shows) {
      adaptation.accepted(sentence, own, finder(lesson.rule()));
      return true;
    }
    adaptation.rejected(sentence, own, finder(lesson.rule()));
    Integer other = shows == null ? null : questions.get(shows);
    if (other != null) {
      adaptation.accepted(sentence, other, Finder.NONE);
    }
    return true;
  }

  private static Finder finder(String rule) {
    return isSuggestion(rule) ? Finder.NONE : new Finder(rule);
  }

  private static Normalised normalised(String quote) {
    return Normalised.of(quote, new Span(0, quote.length()));
  }

  /** How many decisions this was learned from. */
  public int decisions() {
    return decisions;
  }

  /** The categories with decisions enough that words are weighed and sentences suggested. */
  public Set<Category> categories() {
    Set<Category> weighed = new HashSet<>();
    questions.forEach(
        (category, question) -> {
          if (model.weighsWords(question)) {
            weighed.add(category);
          }
        });
    return Set.copyOf(weighed);
  }

  /** How likely each of these highlights is to be accepted, if a rule found it. */
  public Map<Highlight, Likelihood> likelihoods(Collection<Highlight> highlights) {
    AdaptedModel.Weigher weigher = model.weigher();
    Map<Highlight, Likelihood> all = new HashMap<>();
    for (Highlight highlight : highlights) {
      Integer question = highlight.category().map(questions::get).orElse(null);
      if (question != null && highlight.foundBy() instanceof FoundBy.Rule) {
        Normalised sentence = normalised(highlight.anchor().quote());
        weigher.read(sentence.chars(), sentence.length());
        double value = weigher.likelihood(question, finder(highlight.rule()));
        all.put(highlight, likelihood(weigher, sentence, question, value));
      }
    }
    return all;
  }

  /**
   * Sentences of the target model's own words that are likely to be accepted for a category for
   * which nothing found them, in reading order.
   *
   * @param found what was found; at each place nothing more of the category, or of one that yields
   *     to it, is suggested
   * @param label names the decisions; suggestions keep it as rules' highlights keep their pack's
   */
  public List<Suggestion> suggest(Transcript transcript, List<Highlight> found, String label) {
    Map<String, Set<Category>> there = new HashMap<>();
    for (Highlight highlight : found) {
      Set<Category> here = there.computeIfAbsent(place(highlight.anchor()), p -> new HashSet<>());
      highlight.category().ifPresent(here::add);
    }
    AdaptedModel.Weigher weigher = model.weigher();
    List<Suggestion> all = new ArrayList<>();
    for (OwnWords own : OwnWords.of(transcript)) {
      for (Span span : Sentences.of(own.text())) {
        Normalised sentence = Normalised.of(own.text(), span);
        if (sentence.length() >= FEWEST_CHARS) {
          Anchor anchor = Anchor.at(transcript, own.message(), own.part(), span);
          Set<Category> taken = there.getOrDefault(place(anchor), Set.of());
          weigher.read(sentence.chars(), sentence.length());
          all.addAll(suggest(weigher, sentence, new Place(anchor, label), taken));
        }
      }
    }
    return all;
  }

  /** A sentence, and what names the decisions. */
  private record Place(Anchor anchor, String label) {}

  private List<Suggestion> suggest(
      AdaptedModel.Weigher weigher, Normalised sentence, Place place, Set<Category> taken) {
    Set<Category> there = new HashSet<>(taken);
    List<Suggestion> all = new ArrayList<>();
    questions.forEach(
        (category, question) -> {
          if (taken.contains(category) || !model.weighsWords(question)) {
            return;
          }
          double value = weigher.likelihood(question, Finder.NONE);
          if (value >= SUGGESTED_FROM) {
            Likelihood likelihood = likelihood(weigher, sentence, question, value);
            Span cue = cue(weigher.strongest(question), sentence, place.anchor().span());
            all.add(
                new Suggestion(
                    new Highlight(
                        place.label(),
                        idOf(category),
                        category,
                        place.anchor(),
                        cue,
                        "likelihood " + likelihood),
                    likelihood));
            there.add(category);
          }
        });
    all.removeIf(s -> s.highlight().category().filter(c -> yields(c, there)).isPresent());
    return all;
  }

  private boolean yields(Category category, Set<Category> there) {
    return pack.yields().getOrDefault(category, Set.of()).stream().anyMatch(there::contains);
  }

  private static Span cue(List<Moving> strongest, Normalised sentence, Span whole) {
    return strongest.stream()
        .filter(moving -> moving.by() > 0)
        .findFirst()
        .map(moving -> sentence.original(moving.from(), moving.to()))
        .orElse(whole);
  }

  private Likelihood likelihood(
      AdaptedModel.Weigher weigher, Normalised sentence, int question, double value) {
    String text = sentence.toString();
    List<Likelihood.Weight> words =
        weigher.strongest(question).stream()
            .map(m -> new Likelihood.Weight(text.substring(m.from(), m.to()), m.by()))
            .toList();
    return new Likelihood(value, decisions, words);
  }

  private static String place(Anchor anchor) {
    return anchor.message() + " " + anchor.part() + " " + anchor.span().start();
  }
}
