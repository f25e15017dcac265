package examen.desktop.reader;

import examen.desktop.fx.VisibleText;
import examen.desktop.fx.VisibleText.Run;
import examen.desktop.reader.Block.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Shows Markdown and the colours of terminals as what they mean, by the looks of the very same
 * characters: offsets are those of the source.
 */
public final class Rendering {
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
  private final Runnable renew;

  /** What was found out of the latest part, as its rows are asked for one after the other. */
  private @Nullable String text;

  private MarkdownText markdown = new MarkdownText("");
  private TerminalText terminal = new TerminalText("");

  /**
   * @param renew has all rows made anew
   */
  Rendering(Runnable renew) {
    this.renew = renew;
  }

  /** Whether it is done; at first it is not. */
  public ReadOnlyBooleanProperty onProperty() {
    return on.getReadOnlyProperty();
  }

  /** Does it, or shows all plain again. */
  public void toggle() {
    on.set(!on.get());
    renew.run();
  }

  /**
   * What to draw for a piece of a part's text.
   *
   * @param whole the text of the part
   * @param shown the piece, as far as it is drawn
   */
  List<Run> runs(String whole, Block.Words words, String shown) {
    if (!on.get()) {
      return VisibleText.of(shown);
    }
    look(whole);
    int[] bits = new int[shown.length()];
    if (isProse(words.look())) {
      markdown.mark(words.from(), bits);
    }
    terminal.mark(words.from(), bits);
    return runs(shown, bits);
  }

  @SuppressWarnings("ReferenceEquality")
  private void look(String whole) {
    if (text != whole) {
      text = whole;
      markdown = new MarkdownText(whole);
      terminal = new TerminalText(whole);
    }
  }

  private static boolean isProse(Look look) {
    return switch (look) {
      case PROSE, REASONING, BODY -> true;
      case RESULT, CALL_TEXT, VALUE, CODE_VALUE, SUBJECT -> false;
    };
  }

  private static List<Run> runs(String piece, int[] bits) {
    List<Run> runs = new ArrayList<>();
    int at = 0;
    for (Run run : VisibleText.of(piece)) {
      int start = 0;
      for (int i = 1; i <= run.text().length(); i++) {
        if (i == run.text().length() || bits[at + i] != bits[at + i - 1]) {
          runs.add(
              new Run(run.text().substring(start, i), run.mark(), Style.classes(bits[at + start])));
          start = i;
        }
      }
      at += run.text().length();
    }
    return runs;
  }
}
