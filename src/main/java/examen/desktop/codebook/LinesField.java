package examen.desktop.codebook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A list of texts, one a line, with numbered lines; a line with a mistake is marked, and the place
 * of the mistake underlined. Lines do not wrap: JavaFX throws when right-to-left text does.
 */
final class LinesField extends Region {
  private static final double NUMBERS = 30;
  private static final double LINE = 17;
  private static final int MOST_LINES = 9;
  private static final int MOST_NUMBERS = 2000;
  private static final double TOP = 6;

  private final TextArea area = new TextArea();
  private final TextFlow numbers = new TextFlow();
  private final Region place = new Region();
  private final int fewestLines;
  private List<FieldMistake> mistakes = List.of();

  LinesField(String what, int fewestLines) {
    this.fewestLines = fewestLines;
    getStyleClass().add("lines-field");
    area.setWrapText(false);
    area.setAccessibleText(what);
    area.getStyleClass().add("lines-area");
    numbers.getStyleClass().add("lines-numbers");
    numbers.setManaged(false);
    numbers.setMouseTransparent(true);
    place.getStyleClass().add("mistake-place");
    place.setManaged(false);
    place.setMouseTransparent(true);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    area.textProperty().addListener((property, before, now) -> number());
    area.scrollTopProperty().addListener((property, before, now) -> requestLayout());
    area.scrollLeftProperty().addListener((property, before, now) -> requestLayout());
    area.focusedProperty()
        .addListener(
            (property, before, now) ->
                pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("within"), now));
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().addAll(area, numbers, place);
    number();
  }

  TextArea area() {
    return area;
  }

  /** Marks these mistakes, and no others. */
  void mark(List<FieldMistake> found) {
    mistakes = found;
    number();
  }

  /** Puts the caret where the first mistake is. */
  void goToMistake() {
    area.requestFocus();
    mistakes.stream()
        .filter(mistake -> mistake.line() >= 0)
        .findFirst()
        .ifPresent(mistake -> area.positionCaret(offset(mistake)));
  }

  private int offset(FieldMistake mistake) {
    int start = Lines.start(area.getText(), mistake.line());
    return Math.min(start + Math.max(0, mistake.offset()), area.getLength());
  }

  private int lines() {
    return (int) area.getText().chars().filter(unit -> unit == '\n').count() + 1;
  }

  private void number() {
    Set<Integer> wrong = new HashSet<>();
    mistakes.forEach(mistake -> wrong.add(mistake.line()));
    numbers.getChildren().clear();
    int lines = Math.min(lines(), MOST_NUMBERS);
    StringBuilder right = new StringBuilder();
    for (int line = 0; line < lines; line++) {
      if (wrong.contains(line)) {
        add(right, "line-number");
        add(right.append("! ").append(line + 1).append('\n'), "line-number-wrong");
      } else {
        right.append(line + 1).append('\n');
      }
    }
    add(right, "line-number");
    requestLayout();
  }

  private void add(StringBuilder words, String style) {
    if (!words.isEmpty()) {
      Text text = new Text(words.toString());
      text.getStyleClass().add(style);
      numbers.getChildren().add(text);
      words.setLength(0);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.clamp(lines(), fewestLines, MOST_LINES) * LINE + 2 * TOP + 4;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 120;
  }

  @Override
  protected void layoutChildren() {
    area.resizeRelocate(NUMBERS, 0, Math.max(0, getWidth() - NUMBERS), getHeight());
    Text one = new Text("1");
    one.setFont(area.getFont());
    numbers.setLineSpacing(lineHeight() - one.getLayoutBounds().getHeight());
    numbers.resizeRelocate(0, TOP + 1 - area.getScrollTop(), NUMBERS - 4, numbers.prefHeight(-1));
    placeMark();
  }

  /** Fields give each line a whole number of pixels, flows of text do not. */
  private double lineHeight() {
    if (lines() < 2 || !(area.getSkin() instanceof TextAreaSkin skin)) {
      return LINE;
    }
    int second = Lines.start(area.getText(), 1);
    double height =
        skin.getCharacterBounds(second).getMinY() - skin.getCharacterBounds(0).getMinY();
    return height > 0 ? height : LINE;
  }

  /** The place of the first mistake that has one. */
  private void placeMark() {
    FieldMistake first =
        mistakes.stream().filter(m -> m.line() >= 0 && m.offset() >= 0).findFirst().orElse(null);
    place.setVisible(first != null && area.getSkin() instanceof TextAreaSkin && getHeight() > 0);
    if (first != null && place.isVisible()) {
      area.applyCss();
      area.layout();
      int length = area.getLength();
      int at = Math.min(offset(first), Math.max(0, length - 1));
      Rectangle2D bounds = ((TextAreaSkin) area.getSkin()).getCharacterBounds(at);
      double left = offset(first) >= length && length > 0 ? bounds.getMaxX() : bounds.getMinX();
      place.resizeRelocate(NUMBERS + left, bounds.getMaxY() - 1, Math.max(7, bounds.getWidth()), 3);
    }
  }

  /** Tab goes to the next field, as no item has one. */
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
      Node from = area;
      from.requestFocusTraversal(
          event.isShiftDown()
              ? javafx.scene.TraversalDirection.PREVIOUS
              : javafx.scene.TraversalDirection.NEXT);
      event.consume();
    }
  }
}
