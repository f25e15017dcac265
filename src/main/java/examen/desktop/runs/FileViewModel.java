package examen.desktop.runs;

import examen.app.ClassifierRuns.Look;
import examen.app.ClassifyRequest;
import examen.app.Progress;
import examen.app.Refusal;
import examen.desktop.fx.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A file of labels that was looked at, and how its run is to be called. Under another name it is
 * looked at again, as other labels are there already then.
 */
public final class FileViewModel {
  private final RunsViewModel.Means means;
  private final BooleanSupplier isShown;
  private final ObjectProperty<@Nullable Look> look = new SimpleObjectProperty<>();
  private final ObservableList<MappingViewModel> mappings = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty version = new SimpleStringProperty("");
  private final StringProperty mistake = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper canKeep = new ReadOnlyBooleanWrapper();
  private @Nullable ClassifyRequest request;
  private boolean isShowing;
  private int turn;

  /** What came of another look. */
  private record Again(@Nullable Look look, String refusal) {}

  /**
   * @param isShown whether the user sees it now
   */
  FileViewModel(RunsViewModel.Means means, BooleanSupplier isShown) {
    this.means = means;
    this.isShown = isShown;
    name.addListener((property, before, now) -> renamed());
    version.addListener((property, before, now) -> renamed());
  }

  /** What it would bring; null where no file was looked at. */
  public ReadOnlyObjectProperty<@Nullable Look> lookProperty() {
    return look;
  }

  /** What its values stand for, by what was judged. */
  public ObservableList<MappingViewModel> mappings() {
    return mappings;
  }

  /** Of the run. */
  public StringProperty nameProperty() {
    return name;
  }

  /** Of the classifier; may be empty. */
  public StringProperty versionProperty() {
    return version;
  }

  /** What is wrong with the name or the version, in one line; empty where nothing is. */
  public StringProperty mistakeProperty() {
    return mistake;
  }

  /** Whether there is anything new in it, under this name. */
  public ReadOnlyBooleanProperty canKeepProperty() {
    return canKeep.getReadOnlyProperty();
  }

  /** Its name without its folders. */
  public String fileName() {
    return request == null ? "" : String.valueOf(request.file().getFileName());
  }

  void show(ClassifyRequest looked, Look found) {
    clear();
    request = looked;
    isShowing = true;
    name.set(looked.name());
    version.set("");
    isShowing = false;
    take(found);
  }

  void clear() {
    turn++;
    means.delay().close();
    request = null;
    look.set(null);
    mappings.clear();
    mistake.set("");
    canKeep.set(false);
  }

  /** As it is to be taken in. */
  ClassifyRequest request() {
    ClassifyRequest of = request;
    if (of == null) {
      throw new IllegalStateException("no file was looked at");
    }
    return new ClassifyRequest(
        of.file(), name.get().strip(), version.get().strip(), Map.of(), ClassifyRequest.Kind.KEEP);
  }

  private void renamed() {
    if (!isShowing && request != null && isShown.getAsBoolean()) {
      canKeep.set(false);
      turn++;
      means.delay().then(this::again);
    }
  }

  private void again() {
    if (request == null) {
      return;
    }
    if (name.get().isBlank()) {
      mistake.set(means.texts().get("runs.name.missing"));
      return;
    }
    int mine = ++turn;
    ClassifyRequest asked = request();
    var _ =
        means
            .work()
            .job(
                job -> looked(asked, job),
                now -> {
                  if (mine == turn) {
                    took(now);
                  }
                });
  }

  private Again looked(ClassifyRequest asked, Job job) {
    try {
      Optional<Look> found = means.runs().look(asked, progress(job));
      return new Again(found.orElse(null), "");
    } catch (Refusal e) {
      return new Again(null, e.why());
    }
  }

  private void took(Again now) {
    mistake.set(now.refusal());
    if (now.look() != null) {
      take(now.look());
    }
  }

  /** What was chosen stays chosen: the labels are the same under another name. */
  private void take(Look found) {
    List<MappingViewModel> before = List.copyOf(mappings);
    List<MappingViewModel> now =
        found.judged().stream()
            .map(judged -> new MappingViewModel(judged, means.codebook(), means.texts()))
            .toList();
    if (before.size() == now.size()) {
      for (int i = 0; i < now.size(); i++) {
        now.get(i).take(before.get(i));
      }
    }
    mappings.setAll(now);
    look.set(found);
    canKeep.set(found.report().imported() > 0);
  }

  static Progress progress(Job job) {
    return (done, all, what) -> {
      job.tell(all == 0 ? -1 : (double) done / all, what);
      return !job.cancelled();
    };
  }
}
