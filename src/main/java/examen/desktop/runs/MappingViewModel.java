package examen.desktop.runs;

import examen.app.ClassifierRuns;
import examen.app.ClassifierRuns.Judged;
import examen.app.ClassifierRuns.Value;
import examen.codebook.Codebook;
import examen.codebook.Question;
import examen.desktop.fx.Texts;
import examen.desktop.runs.Scope.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which answers of the codebook the values of a label stand for, as it is being chosen. */
public final class MappingViewModel {
  /** More values than this are numbers or sentences rather than answers. */
  static final int MOST = 100;

  private static final String NONE = "";

  private final Judged judged;
  private final List<Row> rows = new ArrayList<>();
  private final List<Scope> scopes;
  private final ObjectProperty<Scope> scope;
  private final Codebook codebook;

  /** A value, and what it stands for. */
  public static final class Row {
    private final Value value;
    private final StringProperty answer;

    Row(Value value, String answer) {
      this.value = value;
      this.answer = new SimpleStringProperty(answer);
    }

    public Value value() {
      return value;
    }

    /** The id of an answer; empty for none. */
    public StringProperty answerProperty() {
      return answer;
    }
  }

  MappingViewModel(Judged judged, Codebook codebook, Texts texts) {
    this.judged = judged;
    this.codebook = codebook;
    for (Value value : judged.values().subList(0, Math.min(MOST, judged.values().size()))) {
      String usual = ClassifierRuns.usual(codebook, value.words());
      rows.add(new Row(value, judged.answers().getOrDefault(value.words(), usual)));
    }
    scopes = scopes(codebook, texts);
    scope = new SimpleObjectProperty<>(fitting());
    scope.addListener((property, before, now) -> keepWithin(now));
  }

  private static List<Scope> scopes(Codebook codebook, Texts texts) {
    Answer none = new Answer(NONE, texts.get("runs.answer.none"));
    Map<String, Answer> any = new LinkedHashMap<>();
    any.put(NONE, none);
    List<Scope> scopes = new ArrayList<>();
    for (Question question : codebook.questions()) {
      List<Answer> answers = new ArrayList<>(List.of(none));
      question.answers().forEach(answer -> answers.add(new Answer(answer.id(), answer.text())));
      question
          .answers()
          .forEach(answer -> any.put(answer.id(), new Answer(answer.id(), answer.id())));
      scopes.add(new Scope(question.text(), answers));
    }
    scopes.add(
        new Scope(
            texts.get("runs.scope.tag"),
            List.of(
                none,
                new Answer("yes", texts.get("runs.answer.tag.yes")),
                new Answer("no", texts.get("runs.answer.tag.no")))));
    any.putIfAbsent("yes", new Answer("yes", "yes"));
    any.putIfAbsent("no", new Answer("no", "no"));
    scopes.addFirst(new Scope(texts.get("runs.scope.any"), List.copyOf(any.values())));
    return List.copyOf(scopes);
  }

  /** The first question that has all answers that are chosen, if any is chosen. */
  private Scope fitting() {
    boolean any = rows.stream().anyMatch(row -> !row.answer.get().isEmpty());
    return scopes.stream()
        .skip(any ? 1 : 0)
        .filter(each -> rows.stream().allMatch(row -> each.has(row.answer.get())))
        .findFirst()
        .orElse(scopes.getFirst());
  }

  private void keepWithin(Scope now) {
    for (Row row : rows) {
      if (!now.has(row.answer.get())) {
        String usual = ClassifierRuns.usual(codebook, row.value.words());
        row.answer.set(now.has(usual) ? usual : NONE);
      }
    }
  }

  public Judged judged() {
    return judged;
  }

  /** The most frequent values. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** How many values are not listed. */
  public int unlisted() {
    return judged.values().size() - rows.size();
  }

  public List<Scope> scopes() {
    return scopes;
  }

  public ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  /** By value; empty for no answer. */
  Map<String, String> chosen() {
    Map<String, String> chosen = new TreeMap<>();
    rows.forEach(row -> chosen.put(row.value.words(), row.answer.get()));
    return chosen;
  }

  /** Takes over what was chosen for the same values elsewhere. */
  void take(MappingViewModel other) {
    Map<String, String> chosen = other.chosen();
    int at = other.scopes.indexOf(other.scope.get());
    scope.set(scopes.get(at));
    rows.forEach(row -> row.answer.set(chosen.getOrDefault(row.value.words(), row.answer.get())));
  }
}
