package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Workbench;
import examen.app.queue.Choice;
import examen.app.queue.Order;
import examen.app.settings.Appearance;
import examen.desktop.Screens;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.fx.Texts;
import examen.desktop.queue.FilterLine;
import examen.desktop.queue.FilterViewModel;
import examen.desktop.queue.QueueRow;
import examen.desktop.reader.Block;
import examen.desktop.reader.FindViewModel;
import examen.desktop.reader.Place;
import examen.desktop.reader.Rows;
import examen.desktop.search.SearchViewModel;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding words and transcripts with keys alone, and how it looks. */
class SearchScreenTest {
  private static final RaterId ANN = ReviewWindow.ANN;

  @TempDir private Path folder;

  private ReviewWindow window;
  private Workbench workbench;
  private ReviewScreen screen;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    window = ReviewWindow.ofSamples(folder, 1000, 800);
    workbench = window.workbench();
    screen = window.screen();
    ui = window.ui();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void wordsAreFoundInTheTranscriptWithKeysAlone() throws Exception {
    openTranscriptWith("blackmail_");
    FindViewModel find = screen.model().searching().find();
    ui.press(KeyCode.CONTROL, KeyCode.F);
    assertTrue(find.openProperty().get());
    type("the");
    int all = find.findsProperty().get().hits().size();
    assertEquals(occurrences("the"), all);
    assertEquals(1, find.number());
    ui.press(KeyCode.ENTER);
    assertEquals(2, find.number());
    ui.press(KeyCode.F3);
    assertEquals(3, find.number());
    pictures("find-transcript");
    ui.press(KeyCode.SHIFT, KeyCode.ENTER);
    ui.press(KeyCode.SHIFT, KeyCode.F3);
    ui.press(KeyCode.SHIFT, KeyCode.F3);
    assertEquals(all, find.number(), "before the first comes the last");
    assertTrue(find.wrappedProperty().get());
    Place there = screen.model().reader().caretProperty().get();
    ui.press(KeyCode.ESCAPE);
    assertFalse(find.openProperty().get());
    assertEquals(0, find.findsProperty().get().hits().size());
    assertEquals(there, screen.model().reader().caretProperty().get());
    ui.press(KeyCode.S);
    assertEquals(
        1,
        screen.model().reader().selectionProperty().get().size(),
        "the keyboard is back in the transcript");
  }

  @Test
  void aBadPatternSaysWhereAndWhatIsLookedForStaysInTheNextTranscript() throws Exception {
    openTranscriptWith("blackmail_");
    FindViewModel find = screen.model().searching().find();
    ui.press(KeyCode.CONTROL, KeyCode.F);
    type("a(b");
    ui.press(KeyCode.TAB);
    ui.press(KeyCode.TAB);
    ui.press(KeyCode.TAB);
    ui.press(KeyCode.SPACE);
    var bad = assertNotNullOf(find.mistakeProperty().get());
    assertEquals(1, bad.at());
    pictures("find-mistake");
    ui.press(KeyCode.CONTROL, KeyCode.F);
    type("no such words");
    Ui.pulses(2);
    pictures("find-none");
    type("(I|you)");
    ui.press(KeyCode.ESCAPE);
    ui.press(KeyCode.F3);
    assertTrue(find.openProperty().get(), "F3 goes on where one was");
    Place before = screen.model().reader().caretProperty().get();
    assertTrue(find.number() > 0, before::toString);
    ui.press(KeyCode.RIGHT);
    assertTrue(find.openProperty().get());
    assertTrue(find.findsProperty().get().hits().size() > 0);
  }

  @Test
  void whatIsFoundBehindAFoldIsUnfolded() throws Exception {
    FindViewModel find = screen.model().searching().find();
    var row =
        screen.model().queue().rows().stream()
            .filter(r -> hasFold(r.id()))
            .findFirst()
            .orElseThrow();
    on(
        () -> {
          screen.model().queue().select(row.id());
          return 0;
        });
    var fold = fold();
    String text = partText(fold.message(), fold.part());
    String word = text.substring(fold.from(), Math.min(text.length(), fold.from() + 8));
    on(
        () -> {
          find.ask();
          find.wordsProperty().set(word);
          return 0;
        });
    for (int i = 0; i < 200 && !isBehind(fold); i++) {
      ui.press(KeyCode.F3);
    }
    assertTrue(isBehind(fold));
    assertFalse(screen.model().reader().rows().contains(fold));
  }

  @Test
  void theProjectIsSearchedAndTheResultMadeTheQueue() throws Exception {
    SearchViewModel search = screen.model().searching().search();
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    assertTrue(search.openProperty().get());
    Ui.pulses(2);
    pictures("search-empty");
    type("blackmail role:assistant");
    ui.press(KeyCode.ENTER);
    assertTrue(search.hits().size() > 3, "found " + search.hits().size());
    pictures("search-found");
    Ui.fx(
        () -> {
          Theme.DARK.apply(ui.scene());
          return 0;
        });
    pictures("search-found-dark");
    ui.press(KeyCode.DOWN);
    ui.press(KeyCode.DOWN);
    ui.press(KeyCode.UP);
    ui.press(KeyCode.ENTER);
    Anchor second = search.hits().get(1).anchor();
    assertEquals(second.transcript(), shownTranscript().id());
    assertEquals(Place.startOf(second), screen.model().reader().caretProperty().get());
    ui.press(KeyCode.F4);
    Anchor third = search.hits().get(2).anchor();
    assertEquals(Place.startOf(third), screen.model().reader().caretProperty().get());
    List<QueueRow> before = List.copyOf(screen.model().queue().shown());
    ui.press(KeyCode.CONTROL, KeyCode.J);
    assertEquals(
        Set.copyOf(search.transcripts()),
        Set.copyOf(screen.model().queue().shown().stream().map(QueueRow::id).toList()));
    assertTrue(screen.model().queue().shown().size() < before.size());
    pictures("search-queue");
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
    assertEquals(before.size(), screen.model().queue().shown().size());
    assertNull(screen.model().queue().withinProperty().get());
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    ui.press(KeyCode.ESCAPE);
    assertFalse(search.openProperty().get());
  }

  @Test
  void aQueryThatCannotBeUnderstoodSaysWhyAndWhere() throws Exception {
    SearchViewModel search = screen.model().searching().search();
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    type("leverage AND (blackmail OR");
    ui.press(KeyCode.ENTER);
    assertTrue(search.saidProperty().get() instanceof SearchViewModel.Said.Mistaken);
    pictures("search-mistake");
    type("nosuchwordanywhere");
    ui.press(KeyCode.ENTER);
    pictures("search-none");
    assertEquals(0, search.hits().size());
  }

  @Test
  void theQueueIsFilteredAndSortedWithKeysAlone() throws Exception {
    var queue = screen.model().queue();
    FilterViewModel filter = screen.model().searching().filter();
    int all = queue.shown().size();
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    assertTrue(filter.openProperty().get());
    Ui.pulses(2);
    pictures("filter");
    type("model aurora");
    Ui.pulses(2);
    var first = (FilterLine.Item) filter.lines().get(filter.chosenProperty().get());
    ui.press(KeyCode.ENTER);
    assertEquals(first.count(), Texts.number(queue.shown().size()));
    assertTrue(queue.shown().size() < all);
    type("number of messages");
    ui.press(KeyCode.ENTER);
    assertEquals(Order.By.LENGTH, queue.soughtProperty().get().order().by());
    List<Integer> lengths = queue.shown().stream().map(r -> r.facts().messages()).toList();
    assertEquals(lengths.stream().sorted((a, b) -> b - a).toList(), lengths);
    type("highlights leverage");
    ui.press(KeyCode.ENTER);
    assertTrue(
        queue.soughtProperty().get().choices().contains(new Choice(Choice.HIGHLIGHT, "leverage")));
    pictures("filter-chosen");
    on(
        () -> {
          filter.nameProperty().set("aurora and leverage");
          filter.keep();
          return 0;
        });
    assertEquals(1, workbench.filters(ANN).all().size());
    assertEquals(0, workbench.filters(new RaterId("bob")).all().size());
    ui.press(KeyCode.ESCAPE);
    assertFalse(filter.openProperty().get());
    Ui.pulses(2);
    pictures("queue-chips");
    int narrowed = queue.shown().size();
    assertTrue(narrowed > 0 && narrowed < all, "narrowed to " + narrowed);
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
    assertEquals(all, queue.shown().size());
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    type("aurora and leverage");
    ui.press(KeyCode.ENTER);
    assertEquals(narrowed, queue.shown().size(), "the kept filter");
    ui.press(KeyCode.CONTROL, KeyCode.DELETE);
    assertEquals(0, workbench.filters(ANN).all().size());
    ui.press(KeyCode.ESCAPE);
  }

  @Test
  void looksRightInOtherThemesAndWithLargeLetters() throws Exception {
    openTranscriptWith("blackmail_");
    ui.press(KeyCode.CONTROL, KeyCode.F);
    type("email");
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    type("leverage OR \"my primary goal\"");
    ui.press(KeyCode.ENTER);
    for (Theme theme : List.of(Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT)) {
      on(
          () -> {
            theme.apply(ui.scene());
            return 0;
          });
      pictures("search-both-" + theme.toString().toLowerCase(Locale.ROOT));
    }
    on(
        () -> {
          Theme.LIGHT.apply(ui.scene(), Appearance.DEFAULT.withFontPercent(200));
          return 0;
        });
    pictures("search-both-200");
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    pictures("filter-200");
    ui.press(KeyCode.ESCAPE);
  }

  private static <T> T assertNotNullOf(T value) {
    assertNotNull(value);
    return value;
  }

  private Transcript shownTranscript() {
    Transcript shown = screen.model().reader().transcriptProperty().get();
    assertNotNull(shown);
    return shown;
  }

  private void openTranscriptWith(String inSource) throws Exception {
    var line =
        workbench.lead().transcripts().stream()
            .filter(
                l ->
                    workbench
                        .transcript(l.id(), ANN)
                        .filter(t -> t.provenance().source().contains(inSource))
                        .isPresent())
            .findFirst()
            .orElseThrow();
    on(
        () -> {
          screen.model().queue().select(line.id());
          return 0;
        });
  }

  private int occurrences(String word) {
    int count = 0;
    for (var message : shownTranscript().messages()) {
      for (var part : message.parts()) {
        String text = part.text().toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
          count++;
        }
      }
    }
    return count;
  }

  private boolean hasFold(TranscriptId id) {
    Transcript transcript = workbench.transcript(id, ANN).orElseThrow();
    return transcript.branches().size() < 2
        && Rows.of(transcript, Rows.messages(transcript, null)).stream()
            .anyMatch(Block.Fold.class::isInstance);
  }

  private Block.Fold fold() {
    return screen.model().reader().rows().stream()
        .filter(Block.Fold.class::isInstance)
        .map(Block.Fold.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String partText(int message, int part) {
    return shownTranscript().part(message, part).orElseThrow().text();
  }

  private boolean isBehind(Block.Fold fold) {
    Place caret = screen.model().reader().caretProperty().get();
    return caret.message() == fold.message()
        && caret.part() == fold.part()
        && caret.offset() >= fold.from();
  }

  private static <T> T on(Callable<T> action) throws Exception {
    T done = Ui.fx(action);
    Ui.pulses(3);
    return done;
  }

  /** Types into the field that has the keyboard, in place of what it holds. */
  private void type(String words) throws Exception {
    Ui.fx(
        () -> {
          Node on = ui.scene().getFocusOwner();
          assertTrue(on instanceof TextField, "the keyboard is on " + on);
          ((TextField) on).clear();
          for (int i = 0; i < words.length(); i++) {
            String sign = words.substring(i, i + 1);
            Event.fireEvent(
                on,
                new KeyEvent(
                    KeyEvent.KEY_TYPED, sign, sign, KeyCode.UNDEFINED, false, false, false, false));
          }
          return 0;
        });
    Ui.pulses(2);
  }

  private void pictures(String name) throws Exception {
    Ui.pulses(3);
    Ui.fx(
        () -> {
          Screens.write(ui.scene().getRoot(), name);
          return 0;
        });
  }
}
