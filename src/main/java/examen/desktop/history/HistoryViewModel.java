package examen.desktop.history;

import examen.desktop.fx.FxWork;
import examen.desktop.fx.Local;
import examen.desktop.fx.Texts;
import examen.rating.Change;
import examen.rating.PastStep;
import examen.rating.StepId;
import examen.rating.Thing;
import examen.transcript.TranscriptId;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A rater's steps, of this and all earlier sessions, the latest first. */
public final class HistoryViewModel {
  private final Means means;
  private final BooleanProperty open;
  private final Texts texts;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();

  /**
   * What is asked and done elsewhere.
   *
   * @param steps the steps, the latest first; not asked on the screen's thread
   * @param title the title of a transcript
   * @param goBack goes to where a step was the latest; null for before the first
   */
  public record Means(
      FxWork work,
      Supplier<List<PastStep>> steps,
      Function<TranscriptId, String> title,
      Consumer<@Nullable StepId> goBack,
      ZoneId zone) {}

  /**
   * One step in the list.
   *
   * @param id null for the line that stands for the beginning
   * @param more time, transcript, and what became of it
   */
  public record Row(@Nullable StepId id, String what, String more, PastStep.State state) {}

  /**
   * @param open whether the list is shown
   */
  public HistoryViewModel(Means means, BooleanProperty open, Texts texts) {
    this.means = means;
    this.open = open;
    this.texts = texts;
    open.addListener(
        (property, before, now) -> {
          if (now) {
            fill();
          }
        });
  }

  public BooleanProperty openProperty() {
    return open;
  }

  /** The steps, the latest first; last a line for before all of them. */
  public ObservableList<Row> rows() {
    return rows;
  }

  /** Undoes, or does again, up to this step, and puts the list away. */
  public void goTo(Row row) {
    open.set(false);
    means.goBack().accept(row.id());
  }

  private void fill() {
    means.work().query("history", means.steps(), this::show);
  }

  private void show(List<PastStep> steps) {
    List<Row> all = new java.util.ArrayList<>(steps.stream().map(this::row).toList());
    if (!all.isEmpty()) {
      all.add(new Row(null, texts.get("history.beginning"), "", PastStep.State.DONE));
    }
    rows.setAll(all);
  }

  private Row row(PastStep past) {
    StringBuilder more =
        new StringBuilder(Local.exactMoment(past.step().at().atZone(means.zone())));
    past.step().changes().stream()
        .map(Change::thing)
        .map(Thing::transcript)
        .distinct()
        .limit(2)
        .forEach(id -> more.append(" · ").append(means.title().apply(id)));
    switch (past.state()) {
      case DONE -> {}
      case UNDONE -> more.append(" · ").append(texts.get("history.undone"));
      case FOR_GOOD -> more.append(" · ").append(texts.get("history.for-good"));
      case GONE -> more.append(" · ").append(texts.get("history.gone"));
    }
    return new Row(past.step().id(), past.step().what(), more.toString(), past.state());
  }
}
