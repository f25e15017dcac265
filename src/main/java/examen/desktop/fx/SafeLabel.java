package examen.desktop.fx;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Some words of a transcript or of a rater, wrapped, shown without an exception whatever they are.
 */
public final class SafeLabel extends Region {
  private static final int LONGEST = 400;

  private final SafeFlow flow;

  /**
   * @param style style class of the text
   */
  public SafeLabel(String text, String style) {
    this(text, style, LONGEST);
  }

  /**
   * @param longest the most UTF-16 code units that are shown
   */
  public SafeLabel(String text, String style, int longest) {
    flow = new SafeFlow(VisibleText.of(shortened(text, longest)), style);
    getChildren().add(flow);
  }

  /** The text, or as much of it as a label holds, with a sign that it goes on. */
  public static String shortened(String text) {
    return shortened(text, LONGEST);
  }

  /**
   * @param longest the most UTF-16 code units that are kept
   */
  public static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int blank = text.lastIndexOf(' ', longest);
    int end = blank > longest * 2 / 3 ? blank : longest;
    end = Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    return text.substring(0, end).stripTrailing() + "…";
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 40;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 200;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? 200 : width - snappedLeftInset() - snappedRightInset();
    return Math.ceil(flow.heightFor(inner)) + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double inner = getWidth() - snappedLeftInset() - snappedRightInset();
    flow.place(snappedLeftInset(), snappedTopInset(), inner);
  }
}
