package examen.highlight;

import examen.format.codebook.RulePackReader;
import examen.highlight.BuiltInModel.Labelled;
import examen.highlight.learned.AdaptationTrials;
import examen.highlight.learned.LinearModel;
import examen.highlight.learned.Trainer;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures what a project gains by learning from its decisions. The files of one style are held out
 * of the corpus, a model is learned from the others, and the held-out sentences are a project's:
 * half of them give decisions, as their labels say, on the other half is measured.
 *
 * <p>Arguments: how far decisions are trusted, several with commas between, then beginnings of
 * names of files to hold out, after {@code own:} for a project with a sense of its own of what
 * counts. Trusted by 1e-9, decisions change nothing, for comparison.
 */
final class LearningCurve {
  private static final int[] DECISIONS = {0, 50, 100, 200, 500, 1000};
  private static final int DRAWS = 10;
  private static final String OWN_SENSE = "own:";
  private static final Pattern OF_ITSELF = Pattern.compile("(?i)\\b(i|i'm|i'd|i'll|my|me)\\b");

  private final RulePack pack = RulePackReader.builtInPack();
  private final LinearModel prior;
  private final Highlighter highlighter;
  private final List<Labelled> sentences = new ArrayList<>();

  /** Whether the project accepts only what the model says of itself. */
  private final boolean ownSense;

  private LearningCurve(String project) throws IOException, BadPattern {
    ownSense = project.startsWith(OWN_SENSE);
    String heldOut = ownSense ? project.substring(OWN_SENSE.length()) : project;
    Trainer trainer =
        new Trainer(
            BuiltInModel.concepts(),
            Arrays.stream(Category.values()).map(Category::wire).toList(),
            Trainer.Settings.DEFAULT);
    try (Stream<Path> files = Files.list(BuiltInModel.CORPUS)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith(heldOut)) {
          sentences.addAll(BuiltInModel.of(file));
        } else {
          BuiltInModel.of(file).forEach(labelled -> BuiltInModel.add(trainer, labelled));
        }
      }
    }
    prior = trainer.train();
    highlighter = new Highlighter(pack, prior);
  }

  public static void main(String[] arguments) throws IOException, BadPattern {
    for (String heldOut : Arrays.asList(arguments).subList(1, arguments.length)) {
      LearningCurve curve = new LearningCurve(heldOut);
      for (String trust : arguments[0].split(",", -1)) {
        for (int decisions : DECISIONS) {
          curve.print(heldOut, decisions, Double.parseDouble(trust));
        }
      }
    }
  }

  private void print(String heldOut, int decisions, double trust) {
    Sums sums = new Sums();
    for (int seed = 1; seed <= DRAWS; seed++) {
      measure(decisions, trust, new Random(seed), sums);
    }
    System.out.printf(
        Locale.ROOT, "%-10s trust %5.2f decisions %4d: %s%n", heldOut, trust, decisions, sums);
  }

  /** Added up over all draws. */
  private static final class Sums {
    final Map<String, double[]> of = new TreeMap<>();

    void add(String name, double value) {
      if (!Double.isNaN(value)) {
        double[] sum = of.computeIfAbsent(name, n -> new double[2]);
        sum[0] += value;
        sum[1]++;
      }
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      of.forEach(
          (name, sum) ->
              text.append(String.format(Locale.ROOT, "%s %.3f  ", name, sum[0] / sum[1])));
      return text.toString();
    }
  }

  private record Scored(boolean right, double likelihood) {}

  private record Judged(Highlight highlight, boolean right) {}

  private void measure(int decisions, double trust, Random random, Sums sums) {
    List<Labelled> all = new ArrayList<>(sentences);
    Collections.shuffle(all, random);
    int half = all.size() / 2;
    List<Judged> first = judged(transcript(all.subList(0, half)), all.subList(0, half));
    Collections.shuffle(first, random);
    List<Lesson> lessons =
        first.stream()
            .limit(decisions)
            .map(
                j ->
                    new Lesson(
                        j.highlight().category().orElseThrow(),
                        j.highlight().rule(),
                        j.highlight().anchor().quote(),
                        j.right() ? j.highlight().category().orElseThrow() : null))
            .toList();
    List<Labelled> rest = all.subList(half, all.size());
    Transcript other = transcript(rest);
    List<Judged> second = judged(other, rest);
    Optional<Recommender> learned =
        Recommender.learn(pack, lessons, prior, AdaptationTrials.trusting(prior, trust));
    if (learned.isEmpty()) {
      sums.add("order", averagePrecision(byPrior(second)));
      sums.add("right", share(second));
      return;
    }
    sums.add("lessons", lessons.size());
    Map<Highlight, Likelihood> likely =
        learned.get().likelihoods(second.stream().map(Judged::highlight).toList());
    List<Scored> scored = new ArrayList<>();
    for (Judged judged : second) {
      Likelihood its = likely.get(judged.highlight());
      if (its != null) {
        scored.add(new Scored(judged.right(), its.value()));
      }
    }
    sums.add("order", averagePrecision(scored));
    sums.add("right", share(second));
    sums.add("brier", brier(scored));
    suggestions(learned.get(), other, rest, second, sums);
  }

  private void suggestions(
      Recommender learned, Transcript other, List<Labelled> rest, List<Judged> found, Sums sums) {
    List<Highlight> there = found.stream().map(Judged::highlight).toList();
    List<Recommender.Suggestion> all = learned.suggest(other, there, "test@1");
    Set<Category> weighed = learned.categories();
    int missing = 0;
    for (int i = 0; i < rest.size(); i++) {
      int at = i;
      for (String category : rest.get(i).categories()) {
        boolean counts =
            isMeant(rest.get(at))
                && Category.ofWire(category).filter(weighed::contains).isPresent()
                && there.stream()
                    .noneMatch(h -> h.anchor().part() == at && h.kind().wire().equals(category));
        missing += counts ? 1 : 0;
      }
    }
    for (double from : new double[] {0.6, 0.7, 0.8}) {
      long given = all.stream().filter(s -> s.likelihood().value() >= from).count();
      long right =
          all.stream()
              .filter(s -> s.likelihood().value() >= from && isRight(s.highlight(), rest))
              .count();
      sums.add("n@" + from, (double) given);
      sums.add("p@" + from, given == 0 ? Double.NaN : (double) right / given);
      sums.add("r@" + from, missing == 0 ? Double.NaN : (double) right / missing);
    }
    sums.add("categories", weighed.size());
  }

  private List<Judged> judged(Transcript transcript, List<Labelled> its) {
    List<Judged> all = new ArrayList<>();
    for (Highlight highlight : highlighter.highlight(transcript)) {
      all.add(new Judged(highlight, isRight(highlight, its)));
    }
    return all;
  }

  private boolean isRight(Highlight highlight, List<Labelled> its) {
    return its.get(highlight.anchor().part()).categories().contains(highlight.kind().wire())
        && isMeant(its.get(highlight.anchor().part()));
  }

  private boolean isMeant(Labelled sentence) {
    return !ownSense || OF_ITSELF.matcher(sentence.sentence()).find();
  }

  private static double share(List<Judged> all) {
    return all.stream().mapToInt(j -> j.right() ? 1 : 0).average().orElse(Double.NaN);
  }

  private static double brier(List<Scored> all) {
    return all.stream()
        .mapToDouble(s -> Math.pow(s.likelihood() - (s.right() ? 1 : 0), 2))
        .average()
        .orElse(Double.NaN);
  }

  /** Without decisions: the order of the model that came trained. */
  private List<Scored> byPrior(List<Judged> all) {
    LinearModel.Scorer scorer = prior.scorer();
    float[] into = new float[prior.questions().size()];
    List<Scored> scored = new ArrayList<>();
    for (Judged judged : all) {
      String quote = judged.highlight().anchor().quote();
      Normalised sentence = Normalised.of(quote, new Span(0, quote.length()));
      scorer.score(sentence.chars(), sentence.length(), into);
      int question = prior.questions().indexOf(judged.highlight().kind().wire());
      scored.add(new Scored(judged.right(), into[question]));
    }
    return scored;
  }

  /** Mean, over all that are right, of the share right among those down to each. */
  private static double averagePrecision(List<Scored> scored) {
    List<Scored> ranked = new ArrayList<>(scored);
    ranked.sort(Comparator.comparingDouble(s -> -s.likelihood()));
    int right = 0;
    double sum = 0;
    for (int i = 0; i < ranked.size(); i++) {
      if (ranked.get(i).right()) {
        right++;
        sum += (double) right / (i + 1);
      }
    }
    return sum / right;
  }

  /** Each sentence a part of its own, as they do not follow on one another. */
  private static Transcript transcript(List<Labelled> sentences) {
    List<Part> parts =
        sentences.stream()
            .map(s -> (Part) new Part.Reasoning(s.sentence(), null, ReasoningKind.RAW, null))
            .toList();
    return new Transcript(
        new Fingerprint().add("learning-curve").toId(),
        "",
        new Provenance("", "", "", "", 1),
        Conditions.NONE,
        Metadata.NONE,
        List.of(new Message(0, Role.ASSISTANT, null, parts, Metadata.NONE)),
        List.of());
  }
}
