package examen.desktop.findings;

import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.event.EventHandler;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Makes what is shown of a number something that opens the transcripts behind it.
 *
 * @param open told which number it is, and the ids of its transcripts
 */
record Opener(Texts texts, BiConsumer<String, List<String>> open) {
  /**
   * Lets a click, Enter or the space bar open the transcripts; where there are none it only says
   * what it is.
   *
   * @param words which number it is
   */
  void on(Region place, String words, List<String> transcripts) {
    String said = VisibleText.inOneLine(words);
    place.setAccessibleText(said);
    place.setAccessibleRole(transcripts.isEmpty() ? AccessibleRole.TEXT : AccessibleRole.BUTTON);
    String more = transcripts.isEmpty() ? "" : texts.count("findings.open", transcripts.size());
    explain(place, more.isEmpty() ? said : said + "\n" + more);
    place.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> place.requestFocus());
    if (!transcripts.isEmpty()) {
      place.getStyleClass().add("opens");
      place.setAccessibleHelp(more);
      place.addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
              open.accept(words, transcripts);
              event.consume();
            }
          });
      place.addEventHandler(
          KeyEvent.KEY_PRESSED,
          event -> {
            boolean asked = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
            if (asked && !event.isShortcutDown()) {
              open.accept(words, transcripts);
              event.consume();
            }
          });
    }
  }

  /** Only when it is first pointed at: of thousands of places few ever are. */
  private static void explain(Region place, String words) {
    place.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            place.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            Tooltip tip = new Tooltip(words);
            tip.setWrapText(true);
            tip.setMaxWidth(460);
            Tooltip.install(place, tip);
          }
        });
  }
}
