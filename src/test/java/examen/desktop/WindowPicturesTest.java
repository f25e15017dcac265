package examen.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.SourceRecord;
import examen.app.TranscriptSource;
import examen.codebook.TagId;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.AnnotationActions;
import examen.desktop.inspector.HighlightActions;
import examen.desktop.inspector.InspectorView;
import examen.desktop.inspector.InspectorViewModel;
import examen.desktop.inspector.QuestionsViewModel;
import examen.desktop.queue.QueueRow;
import examen.desktop.queue.QueueView;
import examen.desktop.queue.QueueViewModel;
import examen.desktop.reader.ReaderView;
import examen.desktop.reader.ReaderViewModel;
import examen.desktop.shell.ReviewShell;
import examen.desktop.shell.ShellViewModel;
import examen.desktop.source.SourceView;
import examen.desktop.source.SourceViewModel;
import examen.rating.AnnotationId;
import examen.rating.Suggesting;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures of the whole window, in target/screens, for people to look at. */
final class WindowPicturesTest {
  private final Texts texts = Texts.load();

  @BeforeEach
  void start() throws Exception {
    Ui.start();
  }

  @Test
  void theWindowInBothThemes() throws Exception {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      picture(theme, "review", parts -> parts.load(Demo.transcript(), "Imre's affair is leverage"));
      picture(theme, "review-call", parts -> parts.load(Demo.transcript(), "I have read the four"));
      picture(
          theme, "review-result", parts -> parts.load(Demo.transcript(), "The mail has gone out"));
      picture(theme, "empty", parts -> parts.shell.emptyProperty().set(true));
      picture(
          theme,
          "problem",
          parts -> {
            parts.load(Demo.transcript(), "You have 4 unread");
            parts
                .shell
                .problemProperty()
                .set(
                    "runs/aurora-2/leaking/sample_003.json: the file ends in the middle of a record"
                        + " (line 212); nothing was taken from it");
          });
    }
  }

  @Test
  void longNames() throws Exception {
    String name = "extraordinarily-long-scenario-name-with-every-condition-spelled-out_".repeat(4);
    picture(
        Theme.LIGHT,
        "long-names",
        parts -> {
          Transcript transcript = Demo.of(name, Demo.transcript().messages());
          parts.load(transcript, "Imre's affair is leverage");
          List<QueueRow> rows = new ArrayList<>();
          for (QueueRow row : parts.queue.rows()) {
            rows.add(
                new QueueRow(
                    row.id(), name + row.title(), name, row.annotations() * 1234, row.state()));
          }
          parts.queue.setRows(rows);
        });
  }

  private interface Preparation {
    void prepare(Parts parts) throws Exception;
  }

  private void picture(Theme theme, String name, Preparation preparation) throws Exception {
    Parts parts = Ui.fx(() -> new Parts(texts));
    Scene scene =
        Ui.fx(
            () -> {
              Scene made = new Scene(parts.view, 1280, 800);
              theme.apply(made);
              parts.view.applyCss();
              parts.view.layout();
              preparation.prepare(parts);
              return made;
            });
    Ui.pulses(2);
    Ui.fx(
        () -> {
          for (int i = 0; i < 3; i++) {
            parts.view.applyCss();
            parts.view.layout();
          }
          Screens.write(scene.getRoot(), name + "-" + theme.wire());
          parts.view.close();
          return 0;
        });
    assertEquals(List.of(), Ui.uncaught());
  }

  /** A whole window. */
  private static final class Parts {
    final ShellViewModel shell = new ShellViewModel(new NoIntake());
    final QueueViewModel queue = new QueueViewModel(id -> {});
    final ReaderViewModel reader = new ReaderViewModel();
    final InspectorViewModel inspector = new InspectorViewModel(new NoActions());
    final ReviewShell view;

    Parts(Texts texts) {
      view =
          new ReviewShell(
              shell,
              new ReviewShell.Panels(
                  new QueueView(queue, texts),
                  new ReaderView(reader, new DirectWork(), texts),
                  new InspectorView(inspector, texts),
                  new SourceView(new SourceViewModel(new NoSource(), new DirectWork()), texts)),
              texts);
      inspector.highlightProperty().bind(reader.highlightProperty());
      inspector.atCaretProperty().bind(reader.annotationsAtCaretProperty());
      shell.raterProperty().set("ann");
    }

    void load(Transcript transcript, String at) {
      shell.emptyProperty().set(false);
      shell.savedProperty().set(LocalTime.of(10, 31, 7));
      shell.undecidedProperty().set(3);
      shell.undoProperty().set("tag blackmail/implied-threat");
      queue.setRows(Demo.queue(transcript.id()));
      queue.select(transcript.id());
      reader.setCodebook(Demo.codebook());
      inspector.setCodebook(Demo.codebook());
      reader.show(transcript);
      reader.setHighlights(Demo.highlights(transcript));
      reader.setAnnotations(Demo.annotations(transcript));
      inspector.setAnnotations(Demo.annotations(transcript));
      Anchor anchor = Demo.find(transcript, at);
      assertTrue(anchor.holdsIn(transcript));
      view.layout();
      reader.goTo(anchor);
    }
  }

  private static final class NoSource implements SourceViewModel.Asks {
    @Override
    public Optional<TranscriptSource> source(TranscriptId transcript) {
      return Optional.empty();
    }

    @Override
    public SourceRecord record(TranscriptId transcript) {
      return new SourceRecord.NotKept();
    }
  }

  private static final class NoIntake implements ShellViewModel.Intake {
    @Override
    public void open() {}

    @Override
    public void drop(List<Path> files) {}
  }

  private static final class NoActions implements InspectorViewModel.Actions {
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
