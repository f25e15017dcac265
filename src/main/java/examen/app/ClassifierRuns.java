package examen.app;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.codebook.Codebook;
import examen.rating.Blinding;
import examen.rating.Blinding.Sight;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.ReadingList;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.study.LabelWords;
import examen.study.NaturalOrder;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The classifier runs of a project for one who may rate here as well: what they may know of them by
 * now, and how more are taken in by one who does not rate by a plan.
 */
public final class ClassifierRuns {
  private static final String PLANNED =
      "the plan gives you transcripts to rate: classifier runs are for those who lead the project";

  private final Workbench workbench;
  private final ProjectFile file;
  private final RaterId rater;

  public ClassifierRuns(Workbench workbench, RaterId rater) {
    this.workbench = workbench;
    this.file = workbench.file();
    this.rater = rater;
  }

  /**
   * A run, with what it judged as far as that may be known.
   *
   * @param withheld how many labels it gave transcripts of which they may not be known yet
   */
  public record Run(ClassifierRun run, List<Judged> judged, int withheld) {
    public Run {
      judged = List.copyOf(judged);
    }

    /** How many labels it gave in all. */
    public int labels() {
      return judged.stream().mapToInt(Judged::labels).sum() + withheld;
    }
  }

  /**
   * Something that a run judged.
   *
   * @param label {@code RUN/NAME}, by which analyses know it
   * @param values that stand for answers or can, the most frequent first
   * @param silent how many labels say nothing that could
   * @param answers that the values stand for, where somebody said so; empty for no answer
   */
  public record Judged(
      String label, String name, List<Value> values, int silent, Map<String, String> answers) {
    public Judged {
      values = List.copyOf(values);
      answers = Map.copyOf(answers);
    }

    static Judged of(
        String label, String name, Map<String, Integer> byJson, Map<String, String> said) {
      SortedMap<String, Integer> counts = new TreeMap<>();
      byJson.forEach((json, n) -> counts.merge(LabelWords.of(json), n, Integer::sum));
      Integer silent = counts.remove("");
      List<Value> values = new ArrayList<>();
      counts.forEach((words, n) -> values.add(new Value(words, n)));
      values.sort(
          Comparator.comparingInt(Value::count)
              .reversed()
              .thenComparing(Value::words, NaturalOrder.COMPARATOR));
      Map<String, String> answers = new TreeMap<>(said);
      answers.keySet().retainAll(counts.keySet());
      return new Judged(label, name, values, silent == null ? 0 : silent, answers);
    }

    public int labels() {
      return values.stream().mapToInt(Value::count).sum() + silent;
    }
  }

  /** What was said, in words, and how often. */
  public record Value(String words, int count) {}

  /** What a file would bring. */
  public record Look(ClassifyReport report, List<Judged> judged) {
    public Look {
      judged = List.copyOf(judged);
    }
  }

  /** Why no run can be taken in and no value be given another answer here; empty if it can. */
  public Optional<String> refusal() {
    workbench.checkThread();
    if (file.reading(reading -> ProjectSettings.get(reading, Raters.PACKAGE_OF)).isPresent()) {
      return Optional.of(
          "this is a work package: classifier runs are taken in in the project it comes from");
    }
    return workbench
        .readOnly()
        .map(why -> "nothing can be stored here, as " + why)
        .or(() -> workbench.raters().refusal(rater))
        .or(() -> new FullReveal(workbench, rater).refusal().map(why -> PLANNED));
  }

  /** All runs in the order of import. */
  public List<Run> all() {
    workbench.checkThread();
    Predicate<TranscriptId> known = known();
    Map<String, SortedMap<String, SortedMap<String, Integer>>> counts = new HashMap<>();
    Map<String, Integer> withheld = new HashMap<>();
    for (ClassifierLabel label : file.reading(LabelTable::withoutCitations)) {
      if (known.test(label.transcript())) {
        counts
            .computeIfAbsent(label.run(), run -> new TreeMap<>())
            .computeIfAbsent(label.name(), name -> new TreeMap<>())
            .merge(label.value(), 1, Integer::sum);
      } else {
        withheld.merge(label.run(), 1, Integer::sum);
      }
    }
    return file.reading(LabelTable::runs).stream()
        .map(
            run ->
                new Run(
                    run,
                    judged(run.id(), counts.getOrDefault(run.id(), new TreeMap<>())),
                    withheld.getOrDefault(run.id(), 0)))
        .toList();
  }

  private List<Judged> judged(String run, Map<String, ? extends Map<String, Integer>> counts) {
    List<Judged> judged = new ArrayList<>();
    counts.forEach(
        (name, values) -> {
          String label = run + "/" + name;
          judged.add(Judged.of(label, name, values, LabelMappings.of(file, label)));
        });
    return judged;
  }

  /** Asked often, so each transcript is looked at once. */
  private Predicate<TranscriptId> known() {
    ReadingList list = workbench.plans().listOf(rater);
    Map<TranscriptId, Boolean> known = new HashMap<>();
    return id ->
        known.computeIfAbsent(
            id,
            same -> {
              synchronized (workbench) {
                Ledger ledger = workbench.stored().ledger();
                return Blinding.sight(ledger, rater, id, list) == Sight.SEEING;
              }
            });
  }

  /**
   * Says what a file would bring; nothing is kept.
   *
   * @return empty if {@code progress} asked to stop
   * @throws Refusal if it cannot be read, or no run can be taken in here
   */
  public Optional<Look> look(ClassifyRequest request, Progress progress) {
    refuse();
    ClassifyRequest trial =
        new ClassifyRequest(
            request.file(), request.run(), request.version(), Map.of(), ClassifyRequest.Kind.TRIAL);
    return run(trial, Map.of(), progress)
        .map(report -> new Look(report, judged(report.run(), report.values())));
  }

  /**
   * Takes a file in, all of it that is new, with what its values stand for.
   *
   * @param chosen the answers of values, by what was judged
   * @return empty if {@code progress} asked to stop; then nothing was kept
   * @throws Refusal if it cannot be read or no run can be taken in here, or there is no such answer
   */
  public Optional<ClassifyReport> keep(
      ClassifyRequest request, Map<String, Map<String, String>> chosen, Progress progress) {
    refuse();
    Codebook codebook = Codebooks.inUse(file);
    chosen.values().forEach(answers -> Classifiers.check(codebook, answers));
    ClassifyRequest kept =
        new ClassifyRequest(
            request.file(), request.run(), request.version(), Map.of(), ClassifyRequest.Kind.KEEP);
    String run = ClassifyJob.runOf(kept).id();
    Map<String, Map<String, String>> answers = new HashMap<>();
    chosen.forEach((name, of) -> answers.put(name, kept(codebook, run + "/" + name, of)));
    return run(kept, answers, progress);
  }

  private Optional<ClassifyReport> run(
      ClassifyRequest request, Map<String, Map<String, String>> answers, Progress progress) {
    try {
      return Optional.of(
          new ClassifyJob(workbench, file, request, known()).telling(progress).run(answers));
    } catch (Cancelled e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps which answers values stand for; of values that are not named, what was said before holds.
   *
   * @param label {@code RUN/NAME} of one that {@link #all} names
   * @param chosen by value; empty where it stands for no answer
   * @throws Refusal if nothing can be stored here, or there is no such label or answer
   */
  public void map(String label, Map<String, String> chosen) {
    refuse();
    boolean isThere =
        all().stream().flatMap(run -> run.judged().stream()).anyMatch(j -> j.label().equals(label));
    if (!isThere) {
      throw new Refusal(
          "no classifier said \"" + label + "\" of a transcript that you may know of");
    }
    Codebook codebook = Codebooks.inUse(file);
    Classifiers.check(codebook, chosen);
    Map<String, String> kept = kept(codebook, label, chosen);
    file.runInTransaction(writing -> LabelMappings.put(writing, label, kept));
  }

  /** Without those that stand for what they stand for anyway. */
  private Map<String, String> kept(Codebook codebook, String label, Map<String, String> chosen) {
    Map<String, String> kept = new TreeMap<>(LabelMappings.of(file, label));
    chosen.forEach(
        (value, answer) -> {
          if (answer.equals(usual(codebook, value))) {
            kept.remove(value);
          } else {
            kept.put(value, answer);
          }
        });
    return kept;
  }

  /** What a value stands for where nobody said so: the answer of its name, or none. */
  public static String usual(Codebook codebook, String value) {
    boolean isAnswer =
        value.equals("yes")
            || value.equals("no")
            || codebook.questions().stream()
                .flatMap(question -> question.answers().stream())
                .anyMatch(answer -> answer.id().equals(value));
    return isAnswer ? value : "";
  }

  private void refuse() {
    refusal()
        .ifPresent(
            why -> {
              throw new Refusal(why);
            });
  }
}
