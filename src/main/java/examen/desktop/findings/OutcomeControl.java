package examen.desktop.findings;

import examen.desktop.findings.PickBox.Pick;
import examen.desktop.findings.Pickable.Subject;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.study.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is counted, and which of its answers count. */
final class OutcomeControl extends VBox {
  /** Answers that stand for "it happened", unless others are ticked. */
  private static final Set<String> USUAL = Set.of("yes", "true", "1");

  /** More answers than these are no small set of categories. */
  private static final int MOST = 60;

  private final Field field;
  private final Pickable pickable;
  private final Texts texts;
  private final FlowPane answers = new FlowPane(14, 6);
  private @Nullable String shown;
  private final Label count = new Label();

  OutcomeControl(
      Field field,
      Pickable pickable,
      List<Pick> subjects,
      Texts texts,
      Subscriptions subscriptions) {
    super(6);
    this.field = field;
    this.pickable = pickable;
    this.texts = texts;
    List<Pick> picks = new ArrayList<>(subjects);
    if (!field.choice().isRequired()) {
      picks.addFirst(new Pick("", texts.get("findings.pick.none")));
    }
    PickBox box = new PickBox(field.choice().title(), texts.get("findings.pick.variable"));
    box.valueProperty()
        .addListener((property, before, now) -> choose(now == null ? "" : now.wire()));
    count.getStyleClass().add("findings-hint");
    answers.getStyleClass().add("findings-answers");
    getChildren().addAll(box, count, answers);
    subscriptions.watch(
        field.valueProperty(),
        said -> {
          box.offer(picks, what());
          show();
        });
  }

  /** The part of what is said before its answers. */
  private String what() {
    return Names.said(field.valueProperty().get()).name();
  }

  private Set<String> counted() {
    return new LinkedHashSet<>(Names.said(field.valueProperty().get()).values());
  }

  private void choose(String wire) {
    if (!wire.equals(what())) {
      List<String> usual =
          pickable.subject(wire).map(Subject::answers).orElse(List.of()).stream()
              .filter(USUAL::contains)
              .toList();
      field.valueProperty().set(wire.isEmpty() ? "" : written(wire, usual));
    }
  }

  private void show() {
    if (what().equals(shown)) {
      return;
    }
    shown = what();
    answers.getChildren().clear();
    List<String> all = pickable.subject(what()).map(Subject::answers).orElse(List.of());
    Set<String> counted = counted();
    for (String answer : all.stream().limit(MOST).toList()) {
      CheckBox box = new CheckBox(VisibleText.inOneLine(answer));
      box.setMnemonicParsing(false);
      box.setSelected(counted.contains(answer));
      box.selectedProperty().addListener((property, before, now) -> count(answer));
      answers.getChildren().add(box);
    }
    boolean there = !answers.getChildren().isEmpty();
    int left = all.size() - answers.getChildren().size();
    String head = texts.get("findings.counts");
    count.setText(left == 0 ? head : texts.get("findings.counts-cut", head, Texts.number(left)));
    for (Node each : List.of(count, answers)) {
      each.setVisible(there);
      each.setManaged(there);
    }
  }

  /** This answer counts, or no longer. */
  private void count(String answer) {
    Set<String> counted = new TreeSet<>(counted());
    if (!counted.remove(answer)) {
      counted.add(answer);
    }
    field.valueProperty().set(written(what(), counted));
  }

  private static String written(String what, Collection<String> counted) {
    return Names.write(what) + "=" + Names.write(counted);
  }
}
