package examen.desktop.runs;

import examen.app.ClassifierRuns;
import examen.app.ClassifierRuns.Judged;
import examen.app.ClassifierRuns.Look;
import examen.app.ClassifierRuns.Run;
import examen.app.ClassifyReport;
import examen.app.ClassifyRequest;
import examen.app.Progress;
import examen.app.Refusal;
import examen.codebook.Codebook;
import examen.desktop.fx.Delay;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Job;
import examen.desktop.fx.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The classifier runs of a project, and a file that becomes one. Nothing is stored before the user
 * has seen what would be, and said so.
 */
public final class RunsViewModel {
  private final Means means;
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.CLOSED);
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty busy = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Job> running = new SimpleObjectProperty<>();
  private final ObservableList<Run> runs = FXCollections.observableArrayList();
  private final StringProperty refusal = new SimpleStringProperty("");
  private final FileViewModel file;
  private @Nullable MappingViewModel mapping;
  private @Nullable ClassifyReport report;

  /** Counts what was begun: an answer to something that was given up is not taken. */
  private int begun;

  /**
   * What is done elsewhere.
   *
   * @param delay before a file is looked at again under another name
   * @param stored told after something was stored
   */
  public record Means(
      FxWork work,
      ClassifierRuns runs,
      Codebook codebook,
      Delay delay,
      Runnable stored,
      Texts texts) {}

  private record Listing(List<Run> runs, String refusal) {}

  public RunsViewModel(Means means) {
    this.means = means;
    this.file = new FileViewModel(means, () -> step.get() == Step.LOOKED);
  }

  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step;
  }

  /** What went wrong, in one line; empty where nothing did. */
  public StringProperty problemProperty() {
    return problem;
  }

  /** What is being done, in words. */
  public StringProperty busyProperty() {
    return busy;
  }

  /** What is under way; null where nothing is. */
  public ReadOnlyObjectProperty<@Nullable Job> runningProperty() {
    return running;
  }

  public ObservableList<Run> runs() {
    return runs;
  }

  /** Why nothing can be changed here, in one line; empty if it can. */
  public StringProperty refusalProperty() {
    return refusal;
  }

  /** The file that was looked at. */
  public FileViewModel file() {
    return file;
  }

  /** What the values of the label stand for that is being edited; null where none is. */
  public @Nullable MappingViewModel mapping() {
    return mapping;
  }

  /** What was taken in last; null before that. */
  public @Nullable ClassifyReport report() {
    return report;
  }

  public boolean isOpen() {
    return step.get() != Step.CLOSED;
  }

  /** Lists the runs that there are. */
  public void open() {
    if (!isOpen()) {
      problem.set("");
      list();
    }
  }

  private void list() {
    mapping = null;
    start(
        new Work("runs.busy.list", Step.CLOSED),
        progress -> Optional.of(new Listing(means.runs().all(), refusalNow())),
        listing -> {
          runs.setAll(listing.runs());
          refusal.set(listing.refusal());
          step.set(Step.LISTED);
        });
  }

  private String refusalNow() {
    return means.runs().refusal().orElse("");
  }

  /** Looks at a file; nothing of it is stored. */
  public void look(Path path) {
    if (step.get() != Step.LISTED && step.get() != Step.KEPT) {
      return;
    }
    problem.set("");
    ClassifyRequest request =
        new ClassifyRequest(path.toAbsolutePath(), "", Map.of(), ClassifyRequest.Kind.TRIAL);
    start(
        new Work("runs.busy.look", step.get()),
        progress -> means.runs().look(request, progress),
        look -> {
          file.show(request, look);
          step.set(Step.LOOKED);
        });
  }

  /** Takes in what was looked at. */
  public void keep() {
    Look look = file.lookProperty().get();
    if (step.get() != Step.LOOKED || look == null || !file.canKeepProperty().get()) {
      return;
    }
    problem.set("");
    Map<String, Map<String, String>> chosen = new HashMap<>();
    file.mappings().forEach(each -> chosen.put(each.judged().name(), each.chosen()));
    ClassifyRequest request = file.request();
    start(
        new Work("runs.busy.keep", Step.LOOKED),
        progress -> means.runs().keep(request, chosen, progress),
        done -> {
          report = done;
          file.clear();
          step.set(Step.KEPT);
          means.stored().run();
        });
  }

  /** Lets the user say what the values of a label stand for that is there. */
  public void edit(Judged judged) {
    if (step.get() == Step.LISTED && refusal.get().isEmpty() && !judged.values().isEmpty()) {
      mapping = new MappingViewModel(judged, means.codebook(), means.texts());
      step.set(Step.MAPPING);
    }
  }

  /** Keeps what was said of it. */
  public void saveMapping() {
    MappingViewModel edited = mapping;
    if (step.get() != Step.MAPPING || edited == null) {
      return;
    }
    Map<String, String> chosen = edited.chosen();
    start(
        new Work("runs.busy.keep", Step.MAPPING),
        progress -> {
          means.runs().map(edited.judged().label(), chosen);
          return Optional.of(chosen);
        },
        done -> {
          means.stored().run();
          list();
        });
  }

  /** Stops what is under way; nothing of it is kept. */
  public void stop() {
    Job job = running.get();
    if (job != null) {
      job.cancel();
    }
  }

  /** Back to the runs that there are. */
  public void back() {
    switch (step.get()) {
      case LOOKED, MAPPING, KEPT -> {
        file.clear();
        problem.set("");
        list();
      }
      case CLOSED, BUSY, LISTED -> {}
    }
  }

  /** Puts all away; what is under way is stopped first. */
  public void close() {
    if (step.get() == Step.BUSY) {
      stop();
      return;
    }
    begun++;
    file.clear();
    mapping = null;
    report = null;
    problem.set("");
    step.set(Step.CLOSED);
    runs.clear();
  }

  /**
   * @param words the key of what is being done
   * @param back where one is if it comes to nothing
   */
  private record Work(String words, Step back) {}

  /** What came of work: something, or why nothing did. */
  private record Answer<T>(@Nullable T value, String refusal) {}

  private <T> void start(
      Work work, Function<Progress, Optional<T>> task, Consumer<? super T> then) {
    int mine = ++begun;
    busy.set(means.texts().get(work.words()));
    step.set(Step.BUSY);
    Job job =
        means
            .work()
            .job(
                started -> answer(task, FileViewModel.progress(started)),
                answer -> {
                  if (mine == begun) {
                    end(work, answer, then);
                  }
                },
                () -> {
                  if (mine == begun) {
                    end(work, new Answer<T>(null, ""), then);
                  }
                });
    // Unless it was over at once.
    running.set(mine == begun && step.get() == Step.BUSY ? job : null);
  }

  private <T> Answer<T> answer(Function<Progress, Optional<T>> task, Progress progress) {
    try {
      return task.apply(progress)
          .map(value -> new Answer<>(value, ""))
          .orElseGet(() -> new Answer<>(null, means.texts().get("runs.stopped")));
    } catch (Refusal e) {
      return new Answer<>(null, e.why());
    }
  }

  private <T> void end(Work work, Answer<T> answer, Consumer<? super T> then) {
    running.set(null);
    T value = answer.value();
    if (value != null) {
      then.accept(value);
      return;
    }
    if (!answer.refusal().isEmpty()) {
      problem.set(answer.refusal());
    }
    step.set(work.back());
  }
}
