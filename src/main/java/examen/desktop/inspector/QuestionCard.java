package examen.desktop.inspector;

import examen.codebook.Answer;
import examen.codebook.QuestionId;
import examen.desktop.fx.Fold;
import examen.desktop.fx.Icon;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Texts;
import examen.rating.AnswerSheet.Item;
import examen.rating.AnswerSheet.Standing;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One question with what the rater has said to it. Its answers are offered while the keyboard is on
 * it, as digits mean something else where one reads.
 */
final class QuestionCard extends VBox {
  /** In UTF-16 code units. */
  private static final int LONGEST = 10_000;

  private static final int WHILE_CLOSED = 240;

  private final QuestionsViewModel model;
  private final Texts texts;
  private final HBox title = new HBox(9);
  private final VBox said = new VBox(4);
  private final VBox answers = new VBox(1);
  private final VBox help = new VBox();
  private final Fold answersFold = new Fold(answers);
  private final Fold helpFold = new Fold(help);
  private Item item;
  private boolean refused;

  QuestionCard(Item item, QuestionsViewModel model, Texts texts) {
    super(5);
    this.item = item;
    this.model = model;
    this.texts = texts;
    getStyleClass().add("question-card");
    said.getStyleClass().add("question-said");
    help.getStyleClass().add("question-help");
    setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    getChildren().addAll(title, helpFold, answersFold, said);
    if (!item.question().help().isBlank()) {
      help.getChildren().add(new SafeLabel(item.question().help().strip(), "card-text", LONGEST));
    }
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> takeKeyboard());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  QuestionId question() {
    return item.question().id();
  }

  /** Whether the question is asked, and can be answered. */
  boolean isAsked() {
    return item.standing() != Standing.NOT_ASKED;
  }

  /**
   * @param submittingRefused whether submitting was refused because of it
   */
  void show(Item shown, boolean submittingRefused) {
    item = shown;
    refused = submittingRefused;
    setFocusTraversable(isAsked());
    show();
  }

  /** Offers the answers while the keyboard is here; another window in front changes nothing. */
  void keyboardMoved() {
    show();
    if (!isHere()) {
      helpFold.close();
    }
  }

  private void show() {
    boolean offers = isHere() && isAsked() && !model.isSubmitted();
    getStyleClass().removeAll("current", "refused", "not-asked");
    if (isHere()) {
      getStyleClass().add("current");
    }
    if (refused) {
      getStyleClass().add("refused");
    }
    if (!isAsked()) {
      getStyleClass().add("not-asked");
    }
    showTitle(offers);
    answers.getChildren().setAll(rows());
    if (offers) {
      answersFold.open();
    } else {
      answersFold.close();
    }
    List<Node> lines = said(offers);
    said.getChildren().setAll(lines);
    said.setManaged(!lines.isEmpty());
    setAccessibleText(item.question().text());
    setAccessibleHelp(item.answer().map(Answer::text).orElse(""));
  }

  private void showTitle(boolean offers) {
    Region mark = new Region();
    mark.getStyleClass().addAll("question-mark", mark(item.standing()));
    SafeLabel text =
        new SafeLabel(
            item.question().text().strip(), "question-text", offers ? LONGEST : WHILE_CLOSED);
    HBox.setHgrow(text, Priority.ALWAYS);
    title.getChildren().setAll(mark, text);
    if (!item.question().help().isBlank()) {
      title.getChildren().add(helpButton());
    }
  }

  private Button helpButton() {
    Button button = new Button("?");
    button.getStyleClass().setAll("help-button");
    button.setFocusTraversable(false);
    button.setAccessibleText(texts.get("question.help"));
    button.setTooltip(new Tooltip(texts.get("question.help.key")));
    button.setOnAction(event -> toggleHelp());
    return button;
  }

  private List<AnswerRow> rows() {
    List<AnswerRow> rows = new ArrayList<>();
    for (Answer answer : item.question().answers()) {
      int index = rows.size();
      rows.add(
          new AnswerRow(
              answer.text(),
              index,
              answer.id().equals(item.given()),
              () -> model.answer(question(), index)));
    }
    return rows;
  }

  /** What was said, and what is still to be done about it. */
  private List<Node> said(boolean offered) {
    List<Node> lines = new ArrayList<>();
    if (!isAsked()) {
      lines.add(new SafeLabel(texts.get("question.not-asked", given()), "question-note"));
      return lines;
    }
    if (!offered) {
      item.answer().ifPresent(a -> lines.add(new SafeLabel(a.text(), "answer-given")));
    }
    if (item.given() != null && item.answer().isEmpty()) {
      lines.add(new SafeLabel(texts.get("question.unknown", item.given()), "question-note"));
    }
    if (refused && item.standing() == Standing.OPEN) {
      lines.add(alert(texts.get("question.missing")));
    }
    item.answer().filter(Answer::needsEvidence).ifPresent(a -> lines.add(evidence(a)));
    return lines;
  }

  private Node evidence(Answer answer) {
    if (item.standing() == Standing.UNPROVED) {
      String wanted = EvidenceText.of(answer.evidence(), model.codebook(), texts);
      return refused
          ? alert(texts.get("question.unproved", wanted))
          : new SafeLabel(wanted, "question-wanted");
    }
    Button shown = new Button(texts.count("question.shown", item.evidence().size()));
    shown.getStyleClass().setAll("question-evidence");
    shown.setFocusTraversable(false);
    shown.setTooltip(new Tooltip(texts.get("question.shown.go")));
    shown.setOnAction(event -> model.goToEvidence(item));
    return shown;
  }

  private static HBox alert(String text) {
    SafeLabel words = new SafeLabel(text, "question-alert");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(7, Icon.ALERT.node(14), words);
    line.getStyleClass().add("question-refusal");
    return line;
  }

  private String given() {
    return item.answer().map(Answer::text).orElse(String.valueOf(item.given()));
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    boolean letter = code.isLetterKey() || code.isDigitKey();
    if (letter && !event.isShiftDown()) {
      model.answer(question(), AnswerKeys.index(code));
    } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
      model.withdraw(question());
    } else if (code == KeyCode.F1) {
      toggleHelp();
    } else if (!letter) {
      return;
    }
    event.consume();
  }

  private void toggleHelp() {
    takeKeyboard();
    if (helpFold.isOpen()) {
      helpFold.close();
    } else if (!help.getChildren().isEmpty()) {
      helpFold.open();
    }
  }

  private void takeKeyboard() {
    if (isAsked()) {
      requestFocus();
    }
  }

  private boolean isHere() {
    return getScene() != null && equals(getScene().getFocusOwner());
  }

  private static String mark(Standing standing) {
    return switch (standing) {
      case NOT_ASKED -> "not-asked";
      case OPEN -> "open";
      case UNPROVED -> "unproved";
      case ANSWERED -> "answered";
    };
  }
}
