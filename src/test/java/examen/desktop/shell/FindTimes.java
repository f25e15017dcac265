package examen.desktop.shell;

import examen.desktop.Ui;
import examen.desktop.queue.QueueViewModel;
import examen.desktop.reader.FindViewModel;
import examen.desktop.reader.Place;
import examen.desktop.search.SearchViewModel;
import examen.desktop.shell.Frames.Cost;
import examen.desktop.shell.Frames.Costs;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.scene.Scene;

/** How long it takes to find words: in the queue, in the transcript that is shown, in all texts. */
final class FindTimes {
  private final Scene scene;
  private final ReviewViewModel model;

  FindTimes(Scene scene, ReviewViewModel model) {
    this.scene = scene;
    this.model = model;
  }

  /** From a word in the queue's field to the rows with it; by turns with the empty field. */
  Costs queue(int times) throws Exception {
    QueueViewModel queue = model.queue();
    IntegerBinding shown = Bindings.size(queue.shown());
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String words = i % 2 == 0 ? "model-" + i % 10 : "";
      int before = queue.shown().size();
      all.add(
          Frames.of(
              scene,
              () -> queue.filterProperty().set(words),
              shown,
              () -> queue.shown().size() != before));
    }
    return new Costs(all);
  }

  /** From a word to its first hit in the transcript that is shown. */
  Costs transcript(int times) throws Exception {
    FindViewModel find = model.searching().find();
    Ui.fx(
        () -> {
          find.ask();
          return 0;
        });
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String words = List.of("valve", "pressure", "eastern intake", "noon").get(i % 4);
      Ui.fx(
          () -> {
            model.reader().goTo(new Place(0, 0, 0));
            return 0;
          });
      all.add(
          Frames.of(
              scene,
              () -> find.wordsProperty().set(words),
              find.findsProperty(),
              () -> !find.findsProperty().get().hits().isEmpty()));
    }
    Ui.fx(
        () -> {
          find.close();
          return 0;
        });
    return new Costs(all);
  }

  /** From a phrase to all that is kept of its hits in the project. */
  Costs project(int times) throws Exception {
    SearchViewModel search = model.searching().search();
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String words = List.of("\"eastern intake\"", "valve", "pressure").get(i % 3);
      all.add(
          Frames.of(
              scene,
              () -> {
                search.typedProperty().set(words);
                search.enter();
              },
              search.saidProperty(),
              () -> !search.runningProperty().get()));
    }
    return new Costs(all);
  }
}
