package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.codebook.TagId;
import examen.desktop.Demo;
import examen.desktop.NoAnnotationActions;
import examen.desktop.NoHighlightActions;
import examen.desktop.NoQuestions;
import examen.desktop.Ui;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.desktop.inspector.AnnotationActions;
import examen.desktop.inspector.HighlightActions;
import examen.desktop.inspector.InspectorView;
import examen.desktop.inspector.InspectorViewModel;
import examen.desktop.inspector.QuestionsViewModel;
import examen.desktop.queue.QueueView;
import examen.desktop.queue.QueueViewModel;
import examen.rating.AnnotationId;
import examen.rating.Suggesting;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** Views that are closed are gone, though what they showed lives on. */
final class ReaderLeakTest {
  private final Texts texts = Texts.load();

  /** A view and how it is closed. */
  private record Opened(Node view, Runnable close) {}

  @Test
  void aReaderOpenedAndClosedFiftyTimesIsGone() throws Exception {
    Ui.start();
    ReaderViewModel model = new ReaderViewModel();
    ThreadedWork work = new ThreadedWork(problem -> {});
    Transcript transcript = Demo.transcript();
    Ui.fx(
        () -> {
          model.show(transcript);
          model.setCodebook(Demo.codebook());
          model.setHighlights(Demo.highlights(transcript));
          model.setAnnotations(Demo.annotations(transcript));
          return 0;
        });
    assertEquals(
        0,
        stillThere(
            () -> {
              ReaderView view = new ReaderView(model, work, texts);
              return new Opened(view, view::close);
            }));
    work.close();
  }

  @Test
  void aQueueOpenedAndClosedFiftyTimesIsGone() throws Exception {
    Ui.start();
    QueueViewModel model = new QueueViewModel(id -> {});
    Ui.fx(
        () -> {
          model.setRows(Demo.queue(Demo.transcript().id()));
          return 0;
        });
    assertEquals(
        0,
        stillThere(
            () -> {
              QueueView view = new QueueView(model, texts);
              return new Opened(view, view::close);
            }));
  }

  @Test
  void anInspectorOpenedAndClosedFiftyTimesIsGone() throws Exception {
    Ui.start();
    InspectorViewModel model = new InspectorViewModel(new Nothing());
    Ui.fx(
        () -> {
          model.setCodebook(Demo.codebook());
          model.setAnnotations(Demo.annotations(Demo.transcript()));
          return 0;
        });
    assertEquals(
        0,
        stillThere(
            () -> {
              InspectorView view = new InspectorView(model, texts);
              return new Opened(view, view::close);
            }));
  }

  private static long stillThere(Callable<Opened> opening) throws Exception {
    List<WeakReference<Node>> seen = new ArrayList<>();
    StackPane root = new StackPane();
    try (Ui ui = Ui.show(() -> root, 800, 600)) {
      for (int i = 0; i < 50; i++) {
        seen.add(openAndClose(root, opening));
      }
      assertEquals(root, ui.scene().getRoot());
      for (int i = 0; i < 40 && seen.stream().anyMatch(r -> r.get() != null); i++) {
        System.gc();
        Ui.pulses(2);
      }
    }
    return seen.stream().filter(r -> r.get() != null).count();
  }

  private static WeakReference<Node> openAndClose(StackPane root, Callable<Opened> opening)
      throws Exception {
    Opened opened = Ui.fx(opening);
    Ui.fx(() -> root.getChildren().setAll(List.of(opened.view())));
    Ui.pulses(1);
    Ui.fx(
        () -> {
          opened.close().run();
          root.getChildren().clear();
          return 0;
        });
    Ui.pulses(1);
    return new WeakReference<>(opened.view());
  }

  private static final class Nothing implements InspectorViewModel.Actions {
    private final QuestionsViewModel questions = NoQuestions.model();

    @Override
    public QuestionsViewModel questions() {
      return questions;
    }

    @Override
    public void showSuggestions(Suggesting when) {}

    @Override
    public void remove(AnnotationId annotation) {}

    @Override
    public void goTo(Anchor anchor) {}

    @Override
    public void put(TagId tag) {}

    @Override
    public HighlightActions highlight() {
      return new NoHighlightActions();
    }

    @Override
    public AnnotationActions annotation() {
      return new NoAnnotationActions();
    }
  }
}
