package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.desktop.settings.SettingsViewModel;
import examen.rating.RaterId;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that a window shows is gone when it is closed, though what it showed lives on. */
class ScreenLeakTest {
  private static final int TIMES = 20;

  /** Bars, panels, covers and sheets; the three large panels have tests of their own. */
  private static final Set<String> VIEWS =
      Set.of(
          "FindBar",
          "GoToBar",
          "SearchPanel",
          "FilterView",
          "WarningView",
          "PaletteView",
          "KeySheetView",
          "HistoryView",
          "SettingsView",
          "TagPaletteView",
          "ImportView",
          "TourView",
          "RunsView",
          "EverythingView",
          "Sheets");

  @TempDir private Path folder;

  private final DirectWork work = new DirectWork();
  private final Texts texts = Texts.load();

  /** A view by the name of its class. */
  private record Seen(String name, WeakReference<Node> view) {}

  @Test
  @Tag("nightly")
  void aWindowOpenedUsedAndClosedTwentyTimesIsGoneWithAllItsSheets() throws Exception {
    Ui.start();
    StackPane root = new StackPane();
    List<Seen> seen = new ArrayList<>();
    try (Workbench workbench =
            Workbench.open(TestProjects.withSamples(folder), TestProjects.surroundings(folder));
        Ui ui = Ui.show(() -> root, 1000, 800)) {
      SettingsViewModel settings = Ui.fx(() -> SettingsViewModel.ofOneWindow(work));
      ReviewViewModel model =
          Ui.fx(
              () ->
                  new ReviewViewModel(
                      workbench, new RaterId("ann"), work, texts, () -> LocalTime.of(10, 31)));
      for (int i = 0; i < TIMES; i++) {
        openAndClose(root, model, settings, seen);
      }
      assertEquals(root, ui.scene().getRoot());
      for (int i = 0; i < 60 && !alive(seen).isEmpty(); i++) {
        System.gc();
        Ui.pulses(2);
      }
    }
    assertEquals(
        VIEWS, new TreeSet<>(seen.stream().map(Seen::name).toList()), "all of them were there");
    assertTrue(seen.size() >= VIEWS.size() * TIMES);
    assertEquals(Map.of(), counted(alive(seen)));
    assertEquals(List.of(), Ui.uncaught());
  }

  private void openAndClose(
      StackPane root, ReviewViewModel model, SettingsViewModel settings, List<Seen> seen)
      throws Exception {
    ReviewScreen screen = Ui.fx(() -> new ReviewScreen(model, settings, work, texts));
    Ui.fx(
        () -> {
          root.getChildren().setAll(List.of(screen.root()));
          screen.start();
          return 0;
        });
    Ui.pulses(1);
    for (String action :
        List.of("find", "find-project", "goto", "filter-queue", "palette", "tags", "key-sheet")) {
      Ui.fx(
          () -> {
            screen.sheets().offers().actions().stream()
                .filter(each -> each.id().equals(action))
                .forEach(each -> each.run().run());
            return 0;
          });
    }
    Ui.fx(
        () -> {
          model.shell().historyProperty().set(true);
          model.queue().next();
          return 0;
        });
    Ui.pulses(1);
    Ui.fx(
        () -> {
          collect(screen.root(), seen);
          model.searching().find().close();
          model.searching().search().close();
          model.searching().filter().close();
          model.tags().close();
          model.shell().historyProperty().set(false);
          screen.close();
          root.getChildren().clear();
          return 0;
        });
    Ui.pulses(1);
  }

  private static void collect(Node node, List<Seen> seen) {
    String name = node.getClass().getSimpleName();
    if (VIEWS.contains(name)) {
      seen.add(new Seen(name, new WeakReference<>(node)));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, seen));
    }
  }

  private static Map<String, Long> counted(List<String> names) {
    return names.stream()
        .collect(Collectors.groupingBy(n -> n, TreeMap::new, Collectors.counting()));
  }

  private static List<String> alive(List<Seen> seen) {
    return seen.stream().filter(each -> each.view().get() != null).map(Seen::name).toList();
  }
}
