package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.codebook.TagId;
import examen.desktop.Ui;
import examen.desktop.codebook.CodebookViewModel;
import examen.desktop.search.SearchViewModel;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Conditions;
import examen.transcript.Part;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No word of a text that is covered is anywhere in the window, seen or read aloud. */
class CoveredTextTest {
  private static final RaterId ANN = new RaterId("ann");

  /** What a rater may look for. */
  private static final String KNOWN = "zanzibar";

  /** What stands after it in the covered text and nowhere else. */
  private static final String CANARY = "quokka";

  @TempDir private Path folder;

  private Workbench workbench;
  private ReviewWindow window;
  private ReviewScreen screen;
  private TranscriptId warned;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    workbench =
        Workbench.openOrCreate(folder.resolve("covered.examen"), TestProjects.surroundings(folder));
    workbench.importFrom(TestProjects.request(planted()), Progress.NONE);
    warned = transcript("murder");
    annotate();
    window = ReviewWindow.of(workbench, 1000, 900);
    screen = window.screen();
    ui = window.ui();
    run(() -> screen.model().queue().select(transcript("blackmail")));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void hitsInACoveredTextShowTheirPlaceAndNoWordOfIt() throws Exception {
    search();
    assertEquals(List.of(), canaries());
    String hit = read(row(".search-list"));
    assertTrue(hit.contains("covered") && hit.contains("murder"), hit);
    run(() -> screen.model().queue().select(warned));
    assertEquals(List.of(), canaries());
    run(screen.model().warning()::uncover);
    assertTrue(read(row(".search-list")).contains(CANARY), "asked for, the words are there");
    run(() -> screen.model().queue().select(transcript("blackmail")));
    assertTrue(read(row(".search-list")).contains(CANARY), "and stay there");
  }

  @Test
  void whoWantsNothingCoveredSeesTheWordsOfHits() throws Exception {
    run(() -> screen.model().warning().setWanted(() -> false));
    search();
    assertTrue(read(row(".search-list")).contains(CANARY));
  }

  @Test
  void nothingInTheReviewShowsACoveredText() throws Exception {
    run(() -> screen.model().queue().select(warned));
    assertEquals(List.of(), canaries());
    run(() -> screen.model().reader().walking().nextAnnotation());
    assertEquals(List.of(), canaries());
    run(() -> screen.model().reader().walking().nextHighlight());
    assertEquals(List.of(), canaries());
    run(() -> screen.model().source().toggle());
    assertEquals(List.of(), canaries());
    ui.press(KeyCode.CONTROL, KeyCode.F);
    run(() -> screen.model().searching().find().wordsProperty().set(KNOWN));
    ui.press(KeyCode.ENTER);
    assertEquals(List.of(), canaries());
    ui.press(KeyCode.ESCAPE);
    run(() -> screen.model().shell().historyProperty().set(true));
    assertEquals(List.of(), canaries());
    run(() -> screen.model().shell().historyProperty().set(false));
    run(screen.model().warning()::uncover);
    run(() -> screen.model().reader().walking().nextAnnotation());
    assertFalse(canaries().isEmpty(), "the walk sees what is shown");
    run(() -> screen.model().source().toggle());
    assertTrue(
        canaries().stream().anyMatch(where -> where.contains("card-quote")),
        () -> "the inspector quotes again: " + safely());
  }

  @Test
  void whatNeedsTheTextIsRefusedInThePaletteToo() throws Exception {
    run(() -> screen.model().queue().select(warned));
    var actions = screen.sheets().offers().actions();
    for (String id : List.of("copy", "add-places", "select-sentence", "fold-all")) {
      String why =
          actions.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow().refusal().get();
      assertEquals("The text is covered.", why, id);
    }
  }

  @Test
  void aRuleThatIsTriedShowsNoWordOfACoveredText() throws Exception {
    CodebookViewModel codebook = screen.model().codebook();
    run(() -> screen.model().shell().workspaceProperty().set(Workspace.CODEBOOK));
    ui.press(KeyCode.CONTROL, KeyCode.N);
    run(() -> codebook.editor().cuesProperty().set(KNOWN));
    for (int i = 0; i < 300 && codebook.editor().hits().findingsProperty().get().found() == 0; ) {
      Ui.pulses(2);
      i++;
    }
    assertTrue(Ui.fx(() -> codebook.editor().hits().findingsProperty().get().found()) > 0);
    Ui.pulses(3);
    assertEquals(List.of(), canaries());
    assertTrue(read(row(".hit-list")).contains("covered"));
    String before = Ui.fx(() -> codebook.editor().findsProperty().get());
    run(
        () -> {
          var list = (javafx.scene.control.ListView<?>) ui.scene().lookup(".hit-list");
          list.requestFocus();
          list.getSelectionModel().select(0);
        });
    ui.press(KeyCode.F);
    assertEquals(before, Ui.fx(() -> codebook.editor().findsProperty().get()));
    assertEquals(List.of(), canaries());
  }

  /** The sample transcripts of one model, with strange words in those that are warned of. */
  private Path planted() throws IOException {
    Path from = TestProjects.SAMPLES.resolve("agentic-misalignment");
    Path to = folder.resolve("planted");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(file).toString();
        if (name.contains("aurora") || name.contains("tern-r1") || name.startsWith("prompts")) {
          Path copy = to.resolve(name);
          Files.createDirectories(copy.getParent());
          boolean plant = name.contains("murder") && !name.endsWith("metadata.json");
          String text = Files.readString(file);
          Files.writeString(
              copy, plant ? text.replace(" the ", " " + KNOWN + " " + CANARY + " ") : text);
        }
      }
    }
    return to;
  }

  private void annotate() {
    Transcript transcript = TestProjects.whole(workbench, warned).orElseThrow();
    for (int message = 0; message < transcript.messages().size(); message++) {
      List<Part> parts = transcript.messages().get(message).parts();
      for (int part = 0; part < parts.size(); part++) {
        int at = parts.get(part).text().indexOf(CANARY);
        if (at >= 0) {
          Anchor anchor = Anchor.at(transcript, message, part, new Span(at, at + CANARY.length()));
          Command put =
              new Command.PutTag(
                  workbench.newAnnotationId(), new TagId("leverage"), List.of(anchor), "");
          assertInstanceOf(Decision.Accepted.class, workbench.act(ANN, put));
        }
      }
    }
    assertTrue(workbench.annotations(warned, ANN).size() > 1);
  }

  private TranscriptId transcript(String scenario) {
    return workbench.lead().transcripts().stream()
        .filter(line -> line.conditions().get(Conditions.SCENARIO).orElse("").equals(scenario))
        .map(TranscriptLine::id)
        .findFirst()
        .orElseThrow();
  }

  private void search() throws Exception {
    SearchViewModel search = screen.model().searching().search();
    ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    run(() -> search.typedProperty().set(KNOWN));
    ui.press(KeyCode.ENTER);
    assertTrue(Ui.fx(() -> search.hits().size()) > 3);
    Ui.pulses(2);
  }

  private Node row(String list) throws Exception {
    return Ui.fx(
        () ->
            ui.scene().getRoot().lookup(list).lookupAll(".list-cell").stream()
                .filter(cell -> cell instanceof Labeled)
                .filter(cell -> said(cell).contains("murder"))
                .findFirst()
                .orElseThrow());
  }

  private static String read(Node cell) throws Exception {
    return Ui.fx(() -> said(cell));
  }

  private static String said(Node node) {
    return String.valueOf(node.getAccessibleText());
  }

  private static void run(Runnable action) throws Exception {
    Ui.fx(
        () -> {
          action.run();
          return 0;
        });
    Ui.pulses(2);
  }

  private List<String> canaries() throws Exception {
    return Ui.fx(this::safely);
  }

  /** Where the canary is in what is shown or said, by the style classes of the nodes. */
  private List<String> safely() {
    Set<String> found = new TreeSet<>();
    walk(ui.scene().getRoot(), found);
    if (String.valueOf(((Stage) ui.scene().getWindow()).getTitle()).contains(CANARY)) {
      found.add("title");
    }
    return List.copyOf(found);
  }

  private static void walk(Node node, Set<String> found) {
    if (!node.isVisible()) {
      return;
    }
    texts(node)
        .filter(text -> text.contains(CANARY))
        .forEach(text -> found.add(node.getClass().getSimpleName() + node.getStyleClass()));
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, found));
    }
  }

  private static Stream<String> texts(Node node) {
    Stream<Object> said =
        Stream.of(
            String.valueOf(node.getAccessibleText()),
            String.valueOf(node.getAccessibleHelp()),
            String.valueOf(node.getAccessibleRoleDescription()),
            String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)),
            String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.HELP)),
            node instanceof Control it && it.getTooltip() != null ? it.getTooltip().getText() : "",
            node instanceof Labeled it ? String.valueOf(it.getText()) : "",
            node instanceof TextInputControl it ? String.valueOf(it.getText()) : "",
            node instanceof Text it ? it.getText() : "");
    return said.map(String::valueOf);
  }
}
