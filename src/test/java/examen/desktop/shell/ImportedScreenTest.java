package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.ImportedHighlights.Shown;
import examen.app.JudgedHighlight;
import examen.app.TestProjects;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.reader.Layer;
import examen.highlight.Category;
import examen.highlight.FoundBy;
import examen.highlight.Highlight;
import examen.highlight.Recommender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What classifiers point at: nothing of it for the blind, and how it looks for those who see. */
class ImportedScreenTest {
  @TempDir private Path folder;

  private ReviewWindow window;
  private Path file;
  private Workbench workbench;
  private ReviewScreen screen;
  private Ui ui;

  @BeforeEach
  void open() throws Exception {
    window = ReviewWindow.ofSamples(folder, 1280, 900);
    workbench = window.workbench();
    file = workbench.path();
    screen = window.screen();
    ui = window.ui();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aBlindRaterSeesNothingOfItInAnyTranscript() throws Exception {
    int pointedAt = 0;
    for (TranscriptLine line : workbench.lead().transcripts()) {
      Shown there = TestProjects.imported(file, line.id());
      pointedAt += there.highlights().size() + there.loose().size();
      Ui.fx(
          () -> {
            model().queue().select(line.id());
            assertEquals(line.id(), model().reader().transcriptProperty().get().id());
            List<JudgedHighlight> judged = model().reader().marking().judged();
            assertTrue(judged.stream().noneMatch(ImportedScreenTest::isImported), line.title());
            assertTrue(
                model().reader().marking().layersProperty().get().keySet().stream()
                    .noneMatch(Layer.From.class::isInstance),
                line.title());
            assertEquals(
                workbench.highlights(TestProjects.whole(workbench, line.id()).orElseThrow()).size(),
                model().shell().undecidedProperty().get(),
                "the count gives nothing away");
            return 0;
          });
    }
    assertTrue(pointedAt > 10, "there is something to hide: " + pointedAt);
  }

  @Test
  void theyHaveALayerACardAndTheSameKeysAsOthersAndTheBlindCannotDecideOnOne() throws Exception {
    Shown shown = showImported();
    Set<Layer> layers =
        shown.highlights().stream()
            .map(h -> new Layer.From(((FoundBy.Classifier) h.foundBy()).run()))
            .collect(Collectors.toSet());
    assertEquals(2, layers.size(), "one judge, one that marks turns");
    assertTrue(
        Ui.fx(() -> model().reader().marking().layersProperty().get().keySet())
            .containsAll(layers));
    Ui.fx(
        () -> {
          model().reader().walking().firstMessage();
          return 0;
        });
    List<Highlight> visited = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ui.press(KeyCode.N);
      visited.add(Ui.fx(() -> model().reader().highlightProperty().get()).highlight());
    }
    assertTrue(visited.containsAll(shown.highlights()), "n comes to each");
    pictures("imported");
    Highlight at = shown.highlights().getFirst();
    Ui.fx(
        () -> {
          model().goTo(at.anchor());
          return 0;
        });
    ui.press(KeyCode.A);
    assertEquals(
        "there is no such highlight", Ui.fx(() -> model().shell().problemProperty().get()));
    ui.press(KeyCode.OPEN_BRACKET);
    assertFalse(
        Ui.fx(() -> model().reader().marksProperty().get().highlights()).stream()
            .anyMatch(h -> h.highlight().equals(at)),
        "its layer is hidden");
  }

  @Test
  void standBesideWhatRulesFindAndWhatDecisionsSuggest() throws Exception {
    Highlight imported = showImported().highlights().getFirst();
    Highlight suggested =
        new Highlight(
            "decisions@57+1f0c22a9",
            Recommender.idOf(Category.LEVERAGE),
            Category.LEVERAGE,
            imported.anchor(),
            imported.cue(),
            "likelihood 0.81 of 57 decisions: + leverage 0.64");
    Ui.fx(
        () -> {
          List<Highlight> all = new ArrayList<>();
          model().reader().marking().judged().forEach(judged -> all.add(judged.highlight()));
          all.add(suggested);
          model().reader().setHighlights(all);
          model().goTo(imported.anchor());
          return 0;
        });
    Ui.pulses(2);
    Map<Layer, Integer> layers = Ui.fx(() -> model().reader().marking().layersProperty().get());
    assertEquals(1, layers.get(new Layer.Suggested()));
    assertTrue(layers.keySet().stream().anyMatch(Layer.From.class::isInstance));
    pictures("suggested-and-imported");
  }

  /** As it is for one who has submitted. */
  private Shown showImported() throws Exception {
    for (TranscriptLine line : workbench.lead().transcripts()) {
      Shown shown = TestProjects.imported(file, line.id());
      if (shown.highlights().size() > 3 && !shown.loose().isEmpty()) {
        Ui.fx(
            () -> {
              model().queue().select(line.id());
              List<Highlight> all =
                  new ArrayList<>(
                      workbench.highlights(model().reader().transcriptProperty().get()));
              all.addAll(shown.highlights());
              model().reader().setHighlights(all);
              model().inspector().setLoose(shown.loose());
              return 0;
            });
        Ui.pulses(2);
        return shown;
      }
    }
    throw new AssertionError("no sample with several");
  }

  private void pictures(String name) throws Exception {
    ui.pictures(name, Theme.LIGHT, Theme.DARK);
  }

  private ReviewViewModel model() {
    return screen.model();
  }

  private static boolean isImported(JudgedHighlight judged) {
    return judged.highlight().foundBy() instanceof FoundBy.Classifier;
  }
}
