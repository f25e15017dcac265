package examen.app;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.codebook.Codebook;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The classifier runs of a project, and what their values stand for. */
public final class Classifiers {
  private final Workbench workbench;
  private final ProjectFile file;

  Classifiers(Workbench workbench, ProjectFile file) {
    this.workbench = workbench;
    this.file = file;
  }

  /**
   * What one run judged.
   *
   * @param values how often each JSON value came
   * @param answers that the values stand for; empty where nobody said
   */
  public record Judged(
      ClassifierRun run,
      String name,
      SortedMap<String, Integer> values,
      Map<String, String> answers) {
    public Judged {
      answers = Map.copyOf(answers);
    }

    /** By which analyses know it. */
    public String label() {
      return run.id() + "/" + name;
    }
  }

  /** All runs with what they judged, in the order of import, then by name. */
  public List<Judged> all() {
    workbench.checkThread();
    Map<String, SortedMap<String, SortedMap<String, Integer>>> counts = new HashMap<>();
    for (ClassifierLabel label : file.reading(LabelTable::withoutCitations)) {
      counts
          .computeIfAbsent(label.run(), run -> new TreeMap<>())
          .computeIfAbsent(label.name(), name -> new TreeMap<>())
          .merge(label.value(), 1, Integer::sum);
    }
    List<Judged> all = new ArrayList<>();
    for (ClassifierRun run : file.reading(LabelTable::runs)) {
      counts
          .getOrDefault(run.id(), new TreeMap<>())
          .forEach(
              (name, values) ->
                  all.add(
                      new Judged(
                          run, name, values, LabelMappings.of(file, run.id() + "/" + name))));
    }
    return all;
  }

  /**
   * Keeps which answers the values of a label stand for.
   *
   * @param label {@code RUN/NAME}
   * @throws Refusal if there is no such label, or no such answer in the codebook
   */
  public void map(String label, Map<String, String> answers) {
    if (all().stream().noneMatch(judged -> judged.label().equals(label))) {
      throw new Refusal("no classifier said \"" + label + "\"; examen classify --list names them");
    }
    check(answers);
    file.runInTransaction(writing -> LabelMappings.put(writing, label, answers));
  }

  /** Takes a file of labels in, or tries to. */
  public ClassifyReport take(ClassifyRequest request) {
    workbench.checkThread();
    check(request.answers());
    return new ClassifyJob(workbench, file, request, transcript -> true).run(Map.of());
  }

  private void check(Map<String, String> answers) {
    check(Codebooks.inUse(file), answers);
  }

  /**
   * @param answers empty where a value stands for no answer
   * @throws Refusal if one of them is none of the codebook
   */
  static void check(Codebook codebook, Map<String, String> answers) {
    Set<String> known = new HashSet<>(Set.of("", "yes", "no"));
    codebook.questions().forEach(q -> q.answers().forEach(a -> known.add(a.id())));
    for (String answer : answers.values()) {
      if (!known.contains(answer)) {
        throw new Refusal("the codebook has no answer \"" + answer + "\"");
      }
    }
  }
}
