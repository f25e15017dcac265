package examen.desktop.findings;

import examen.desktop.findings.PickBox.Pick;
import examen.desktop.findings.Pickable.Source;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.study.Choice;
import examen.study.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Makes for each kind of choice the control with which it is made. */
final class Controls {
  private static final Set<Source> HUMAN = Set.of(Source.QUESTION, Source.TAG);

  private static final Set<Choice.Kind> NAMES_SUBJECT =
      Set.of(
          Choice.Kind.VARIABLE,
          Choice.Kind.HUMAN,
          Choice.Kind.LABEL,
          Choice.Kind.OUTCOME,
          Choice.Kind.CONDITION);

  private final List<Field> form;
  private final Pickable pickable;
  private final Texts texts;
  private final Subscriptions subscriptions;

  /**
   * @param form all choices, as some depend on others
   * @param subscriptions closed when the controls are taken away
   */
  Controls(List<Field> form, Pickable pickable, Texts texts, Subscriptions subscriptions) {
    this.form = form;
    this.pickable = pickable;
    this.texts = texts;
    this.subscriptions = subscriptions;
  }

  Region of(Field field) {
    Choice choice = field.choice();
    return switch (choice.kind()) {
      case OUTCOME ->
          new OutcomeControl(
              field, pickable, subjects(Set.of(Source.values())), texts, subscriptions);
      case HUMAN -> pick(field, subjects(HUMAN), "findings.pick.human");
      case LABEL -> pick(field, subjects(Set.of(Source.LABEL)), "findings.pick.label");
      case VARIABLE -> pick(field, subjects(Set.of(Source.values())), "findings.pick.variable");
      case VARIABLES -> several(field, "findings.add", subjects(Set.of(Source.values())));
      case CATEGORY -> category(field);
      case CATEGORIES -> categories(field);
      case CONDITION -> pick(field, written(pickable.conditions()), "findings.pick.condition");
      case CONDITIONS -> several(field, "findings.condition.add", plain(pickable.conditions()));
      case WITHIN -> within(field);
      case MAPPING -> mapping(field);
      case GOLD -> pick(field, gold(), "findings.pick.gold");
      case RATER -> pick(field, plain(pickable.raters()), "findings.pick.rater");
      case RUN -> pick(field, plain(pickable.runs()), "findings.pick.run");
      case PLAN -> pick(field, plain(pickable.plans()), "findings.pick.plan");
      case ONE_OF -> pick(field, plain(choice.options()), "findings.pick.one");
      case WHOLE_NUMBER, NUMBER, TEXT -> number(field);
    };
  }

  private Region pick(Field field, List<Pick> all, String prompt) {
    PickBox box = new PickBox(field.choice().title(), texts.get(prompt));
    List<Pick> picks = withUsual(field.choice(), all);
    subscriptions.watch(field.valueProperty(), now -> box.offer(picks, field.holding()));
    tell(box, field);
    return box;
  }

  /** One of the answers of what the nearest choice before it names. */
  private Region category(Field field) {
    PickBox box = new PickBox(field.choice().title(), texts.get("findings.pick.answer"));
    Field subject = before(field, NAMES_SUBJECT);
    Runnable offer =
        () -> box.offer(withUsual(field.choice(), plain(answers(subject))), field.holding());
    subscriptions.watchAny(field.valueProperty(), offer);
    follow(subject, offer);
    tell(box, field);
    return box;
  }

  /** Several of those answers. */
  private Region categories(Field field) {
    SeveralControl several = new SeveralControl(field, "findings.add", texts, subscriptions);
    Field subject = before(field, NAMES_SUBJECT);
    Runnable offer = () -> several.offer(plain(answers(subject)));
    offer.run();
    follow(subject, offer);
    return several;
  }

  private Region several(Field field, String adding, List<Pick> picks) {
    SeveralControl several = new SeveralControl(field, adding, texts, subscriptions);
    several.offer(picks);
    return several;
  }

  private Region within(Field field) {
    PairsControl pairs = new PairsControl(field, texts, subscriptions);
    pairs.offer(
        new PairsControl.Offer(
            pickable.conditions(), name -> pickable.values().getOrDefault(name, List.of())));
    return pairs;
  }

  /** What each value of the nearest label before it stands for in the nearest question or tag. */
  private Region mapping(Field field) {
    PairsControl pairs = new PairsControl(field, texts, subscriptions);
    Field label = before(field, Set.of(Choice.Kind.LABEL));
    Field human = before(field, Set.of(Choice.Kind.HUMAN));
    Runnable offer =
        () -> pairs.offer(new PairsControl.Offer(answers(label), value -> answers(human)));
    offer.run();
    follow(label, offer);
    follow(human, offer);
    return pairs;
  }

  private void follow(@Nullable Field subject, Runnable offer) {
    if (subject != null) {
      subscriptions.watchAny(subject.valueProperty(), offer);
    }
  }

  /** What can be said of what a choice names; of everything where there is no such choice. */
  private List<String> answers(@Nullable Field subject) {
    boolean condition = subject != null && subject.choice().kind() == Choice.Kind.CONDITION;
    return pickable.subjects().stream()
        .filter(each -> !condition || each.source() == Source.CONDITION)
        .filter(each -> subject == null || each.isNamed(subject.holding()))
        .flatMap(each -> each.answers().stream())
        .distinct()
        .toList();
  }

  /** The nearest choice before this one that is of one of these kinds. */
  private @Nullable Field before(Field field, Set<Choice.Kind> kinds) {
    Field nearest = null;
    for (Field each : form) {
      if (each.equals(field)) {
        break;
      }
      nearest = kinds.contains(each.choice().kind()) ? each : nearest;
    }
    return nearest;
  }

  private static void tell(PickBox box, Field field) {
    box.valueProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null && !now.wire().equals(field.holding())) {
                field.valueProperty().set(now.wire());
              }
            });
  }

  /** Says which of them holds if nothing is said, or that nothing does. */
  private List<Pick> withUsual(Choice choice, List<Pick> all) {
    List<Pick> picks = new ArrayList<>();
    if (!choice.isRequired() && choice.fallback().isEmpty()) {
      picks.add(new Pick("", texts.get("findings.pick.none")));
    }
    for (Pick each : all) {
      boolean usual = each.wire().equals(choice.fallback());
      picks.add(usual ? new Pick(each.wire(), each.words(), texts.get("findings.usual")) : each);
    }
    return picks;
  }

  private List<Pick> subjects(Set<Source> sources) {
    return pickable.subjects().stream()
        .filter(subject -> sources.contains(subject.source()))
        .map(
            subject ->
                new Pick(
                    subject.wire(),
                    subject.title(),
                    texts.get("findings.source." + subject.source().wire())))
        .toList();
  }

  private static List<Pick> plain(List<String> names) {
    return names.stream().map(name -> new Pick(name, name)).toList();
  }

  /** Names where a list of them could stand. */
  private static List<Pick> written(List<String> names) {
    return names.stream().map(name -> new Pick(Names.write(name), name)).toList();
  }

  private List<Pick> gold() {
    return pickable.gold().stream().map(rule -> new Pick(rule, rule(rule))).toList();
  }

  private String rule(String wire) {
    return wire.startsWith("rater:")
        ? texts.get("findings.gold.rater", wire.substring("rater:".length()))
        : texts.get("findings.gold." + wire);
  }

  private Region number(Field field) {
    TextField text = new TextField();
    text.getStyleClass().add("find-field");
    text.setAccessibleText(field.choice().title());
    text.setPromptText(field.choice().isRequired() ? "" : field.choice().fallback());
    text.setMaxWidth(Double.MAX_VALUE);
    subscriptions.bindBoth(text.textProperty(), field.valueProperty());
    return text;
  }
}
