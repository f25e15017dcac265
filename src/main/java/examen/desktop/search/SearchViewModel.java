package examen.desktop.search;

import examen.app.Progress;
import examen.app.ProjectSearch;
import examen.app.SearchHit;
import examen.app.SearchResult;
import examen.app.search.BadQuery;
import examen.desktop.fx.Covering;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Job;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A query over the whole project, what it found, and the hit that is looked at. */
public final class SearchViewModel {
  private static final int NONE = -1;

  private final Means means;
  private final FxWork work;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();
  private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(NONE);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
  private Runnable onAsked = () -> {};
  private @Nullable Job job;
  private int turn;

  /**
   * What is done elsewhere.
   *
   * @param open goes to a place of any transcript
   * @param queue makes transcripts the queue
   * @param title what the window calls the transcript of a hit
   * @param covering of which transcripts no words are shown
   * @param leave puts the keyboard back into the transcript
   */
  public record Means(
      ProjectSearch search,
      Consumer<Anchor> open,
      Consumer<Queue> queue,
      Function<SearchHit, String> title,
      Covering covering,
      Runnable leave) {}

  /**
   * Transcripts to make the queue.
   *
   * @param query by which they were found
   */
  public record Queue(String query, List<TranscriptId> transcripts) {}

  /** What came of a query. */
  public sealed interface Said {
    String query();

    /** It could not be understood. */
    record Mistaken(String query, String why, int at) implements Said {}

    /** It found this, perhaps nothing. */
    record Found(String query, SearchResult result) implements Said {}
  }

  public SearchViewModel(Means means, FxWork work) {
    this.means = means;
    this.work = work;
  }

  /** Whether the panel is shown. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** What is typed, whether it was looked for already or not. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** What came of the latest query; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Said> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** The hits that were kept. */
  public ObservableList<SearchHit> hits() {
    return hits;
  }

  /** Index of the hit that is looked at; -1 where there is none. */
  public ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Whether the project is being searched. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How much was searched, 0 to 1; negative where that is not known. */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /** What the window calls the transcript of this hit. */
  String title(SearchHit hit) {
    return means.title().apply(hit);
  }

  /** Of which transcripts no words are shown. */
  Covering covering() {
    return means.covering();
  }

  void setOnAsked(Runnable action) {
    onAsked = action;
  }

  /** Shows the panel and puts the keyboard there. */
  public void ask() {
    open.set(true);
    onAsked.run();
  }

  /** Hides the panel; what was found is kept. */
  public void close() {
    open.set(false);
    means.leave().run();
  }

  /** Looks for what is typed, or opens the hit that is chosen where that was done already. */
  public void enter() {
    Said before = said.get();
    if (before == null || !before.query().equals(typed.get()) || running.get()) {
      search();
    } else {
      openChosen();
    }
  }

  /** Stops searching; what was found so far stays. */
  public void stop() {
    if (job != null) {
      job.cancel();
    }
  }

  /** Chooses another hit, so many further down. */
  public void move(int by) {
    if (!hits.isEmpty()) {
      chosen.set(Math.clamp(chosen.get() + by, 0, hits.size() - 1));
    }
  }

  /** Opens the place of this hit. */
  public void open(int index) {
    if (index >= 0 && index < hits.size()) {
      chosen.set(index);
      means.open().accept(hits.get(index).anchor());
    }
  }

  /** Opens the hit after the one that is looked at, or the one before it. */
  public void step(int by) {
    if (chosen.get() + by >= 0 && chosen.get() + by < hits.size()) {
      open(chosen.get() + by);
    }
  }

  /** The transcripts in which anything was found; empty where nothing was. */
  public List<TranscriptId> transcripts() {
    return said.get() instanceof Said.Found found ? found.result().transcripts() : List.of();
  }

  /** Makes all transcripts in which anything was found the queue. */
  public void makeQueue() {
    if (said.get() instanceof Said.Found(String query, SearchResult result)
        && !result.transcripts().isEmpty()) {
      means.queue().accept(new Queue(query, result.transcripts()));
    }
  }

  private void openChosen() {
    if (chosen.get() >= 0) {
      open(chosen.get());
      means.leave().run();
    }
  }

  private void search() {
    stop();
    int mine = ++turn;
    String query = typed.get();
    running.set(true);
    share.set(-1);
    job = work.job(under -> asked(query, under, mine), what -> end(what, mine), () -> failed(mine));
  }

  private Said asked(String query, Job under, int mine) {
    ProjectSearch search = means.search();
    try {
      return new Said.Found(query, search.find(search.understand(query), told(under, mine)));
    } catch (BadQuery bad) {
      return new Said.Mistaken(query, bad.why(), bad.at());
    }
  }

  private Progress told(Job under, int mine) {
    int[] percent = {0};
    return (done, total, what) -> {
      int now = total == 0 ? 0 : (int) (100 * done / total);
      if (now != percent[0]) {
        percent[0] = now;
        work.later(() -> tell(now / 100.0, mine));
      }
      return !under.cancelled();
    };
  }

  private void tell(double done, int mine) {
    if (mine == turn && running.get()) {
      share.set(done);
    }
  }

  private void end(Said what, int mine) {
    if (mine == turn) {
      running.set(false);
      chosen.set(NONE);
      hits.setAll(what instanceof Said.Found found ? found.result().hits() : List.of());
      chosen.set(hits.isEmpty() ? NONE : 0);
      said.set(what);
    }
  }

  private void failed(int mine) {
    if (mine == turn) {
      running.set(false);
    }
  }
}
