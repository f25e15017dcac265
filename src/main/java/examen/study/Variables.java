package examen.study;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what a choice names, and all that could be named. */
public final class Variables {
  private Variables() {}

  /**
   * What is written as {@code question:ID}, {@code tag:ID}, {@code label:RUN/NAME}, {@code
   * condition:NAME}, or as the id alone of a question or tag.
   *
   * @throws Unanswerable if there is no such thing
   */
  public static Variable of(Frame frame, String wire) {
    return find(frame, wire)
        .orElseThrow(
            () -> new Unanswerable("there is no \"" + wire + "\"; there are " + names(all(frame))));
  }

  /** The same where only raters can have said it. */
  public static Variable.Human human(Frame frame, String wire) {
    return find(frame, wire)
        .filter(Variable.Human.class::isInstance)
        .map(Variable.Human.class::cast)
        .orElseThrow(
            () ->
                new Unanswerable(
                    "there is no question or tag \""
                        + wire
                        + "\"; there are "
                        + names(human(frame))));
  }

  /** What a classifier said. */
  public static Variable.OfLabel label(Frame frame, String wire) {
    return find(frame, wire.startsWith("label:") ? wire : "label:" + wire)
        .map(Variable.OfLabel.class::cast)
        .orElseThrow(
            () ->
                new Unanswerable(
                    "no classifier said \"" + wire + "\"; there are " + names(labels(frame))));
  }

  private static Optional<Variable> find(Frame frame, String wire) {
    return all(frame).stream()
        .filter(v -> v.wire().equals(wire))
        .findFirst()
        .or(() -> human(frame).stream().filter(v -> bare(v).equals(wire)).findFirst());
  }

  private static String bare(Variable variable) {
    return variable.wire().substring(variable.wire().indexOf(':') + 1);
  }

  private static String names(List<Variable> variables) {
    String names = String.join(", ", variables.stream().map(Variable::wire).limit(12).toList());
    return names.isEmpty() ? "none" : names + (variables.size() > 12 ? ", ..." : "");
  }

  /** Everything that is said of transcripts: by raters, by classifiers, by conditions. */
  public static List<Variable> all(Frame frame) {
    List<Variable> all = new ArrayList<>(human(frame));
    all.addAll(labels(frame));
    frame.conditions().forEach(name -> all.add(new Variable.OfCondition(name)));
    return all;
  }

  /** Questions and tags, in the order of the codebook. */
  public static List<Variable> human(Frame frame) {
    List<Variable> human = new ArrayList<>();
    frame.codebook().questions().forEach(q -> human.add(question(q.id())));
    frame.codebook().tags().forEach(t -> human.add(tag(frame, t.id())));
    return human;
  }

  /** What classifiers said, by run and name. */
  public static List<Variable> labels(Frame frame) {
    TreeSet<String> seen = new TreeSet<>();
    List<Variable> labels = new ArrayList<>();
    frame
        .cases()
        .forEach(
            c ->
                c.labels()
                    .forEach(
                        l -> {
                          if (seen.add(l.run() + "/" + l.name())) {
                            labels.add(new Variable.OfLabel(l.run(), l.name()));
                          }
                        }));
    labels.sort((a, b) -> a.wire().compareTo(b.wire()));
    return labels;
  }

  private static Variable.Human question(QuestionId id) {
    return new Variable.OfQuestion(id);
  }

  private static Variable.Human tag(Frame frame, TagId id) {
    return Variable.OfTag.in(frame.codebook(), id);
  }
}
