package examen.desktop.findings;

import examen.app.Progress;
import examen.app.Refusal;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Job;
import examen.desktop.fx.Texts;
import examen.desktop.fx.TimeLeft;
import examen.report.Report;
import examen.study.Frame;
import examen.study.Study;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** An analysis that is chosen, filled in and made; what came of it stays until the next is made. */
public final class FindingsViewModel {
  private final Asks asks;
  private final List<Study> studies;
  private final Tools tools;
  private final Forms forms = new Forms();
  private final ObjectProperty<Study> study;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNREAD);
  private final ReadOnlyObjectWrapper<Pickable> pickable =
      new ReadOnlyObjectWrapper<>(Pickable.NOTHING);
  private final ReadOnlyObjectWrapper<@Nullable Made> made = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Job> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final Map<String, Made> results = new HashMap<>();
  private @Nullable Gathered gathered;
  private int turn;
  private int reading;

  /** What is asked of the project; each off the screen's thread. */
  public interface Asks {
    /** What analyses are made of. */
    Frame frame();

    /**
     * @return empty if it was asked to stop
     * @throws Refusal if it cannot be made as it is asked for
     */
    Optional<Report> of(Frame frame, String study, Map<String, String> said, Progress progress);
  }

  /**
   * What is done elsewhere.
   *
   * @param open makes transcripts the queue and goes there
   * @param back goes back to reading
   * @param nanos a clock that only measures
   */
  public record Tools(
      FxWork work, Texts texts, Consumer<Behind> open, Runnable back, LongSupplier nanos) {
    public Tools(FxWork work, Texts texts, Consumer<Behind> open, Runnable back) {
      this(work, texts, open, back, System::nanoTime);
    }
  }

  /** What is known of the project. */
  public enum State {
    UNREAD,
    /** It is read for the first time. */
    READING,
    /** There is no transcript in it. */
    EMPTY,
    READY
  }

  /**
   * What came of an analysis.
   *
   * @param at how many changes there had been when it was read what it is made of
   * @param said what was chosen, by the ids of choices
   */
  public record Made(Report report, int at, Map<String, String> said) {
    public Made {
      said = Map.copyOf(said);
    }
  }

  private record Gathered(Frame frame, Pickable pickable, int at) {}

  private record Answer(
      Gathered gathered, Map<String, String> said, @Nullable Report report, String refusal) {}

  public FindingsViewModel(Asks asks, List<Study> studies, Tools tools) {
    this.asks = asks;
    this.studies = List.copyOf(studies);
    this.tools = tools;
    study = new SimpleObjectProperty<>(studies.getFirst());
    study.addListener((property, before, now) -> chosen(now));
  }

  public List<Study> studies() {
    return studies;
  }

  /** The analysis that is chosen. */
  public ObjectProperty<Study> studyProperty() {
    return study;
  }

  /** The choices of the analysis that is chosen, as they were last made. */
  public List<Field> form() {
    return forms.of(study.get());
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What can be picked. */
  public ReadOnlyObjectProperty<Pickable> pickableProperty() {
    return pickable.getReadOnlyProperty();
  }

  /** What came of this analysis when it was last made; null before that. */
  public ReadOnlyObjectProperty<@Nullable Made> madeProperty() {
    return made.getReadOnlyProperty();
  }

  /** The analysis that is being made; null where none is. */
  public ReadOnlyObjectProperty<@Nullable Job> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How long that goes on, in words; empty where that is not known. */
  public ReadOnlyStringProperty leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** Whether the latest one was stopped. */
  public ReadOnlyBooleanProperty stoppedProperty() {
    return stopped.getReadOnlyProperty();
  }

  /** Why it could not be made, where that is no single choice's fault; empty where it could. */
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** How many changes there were since the project was opened. */
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** How many changes there were since what is shown was read; 0 where nothing is shown. */
  public int since() {
    Made shown = made.get();
    return shown == null ? 0 : changes.get() - shown.at();
  }

  /** Something was stored in the project, here or elsewhere. */
  public void changed() {
    changes.set(changes.get() + 1);
  }

  /** The workspace is shown: reads what can be picked, unless nothing has changed. */
  public void open() {
    Gathered there = gathered;
    if (there == null || there.at() != changes.get()) {
      read();
    }
  }

  /** Reads what can be picked. */
  public void read() {
    int mine = ++reading;
    int at = changes.get();
    if (gathered == null) {
      state.set(State.READING);
    }
    tools.work().job(job -> gather(at), now -> took(now, mine), () -> failedToRead(mine));
  }

  private Gathered gather(int at) {
    Frame frame = asks.frame();
    return new Gathered(frame, Pickable.of(frame), at);
  }

  private void took(Gathered now, int mine) {
    if (mine == reading) {
      take(now);
    }
  }

  private void take(Gathered now) {
    gathered = now;
    pickable.set(now.pickable());
    state.set(now.pickable().transcripts() == 0 ? State.EMPTY : State.READY);
  }

  private void failedToRead(int mine) {
    if (mine == reading && gathered == null) {
      state.set(State.UNREAD);
    }
  }

  private void chosen(Study now) {
    give();
    refusal.set("");
    stopped.set(false);
    made.set(results.get(now.id()));
  }

  /** Makes the analysis, unless something is seen to be wrong with the choices. */
  public void make() {
    refusal.set("");
    stopped.set(false);
    boolean right = true;
    for (Field field : form()) {
      right &= field.check(tools.texts());
    }
    if (right && state.get() != State.EMPTY) {
      run();
    }
  }

  private void run() {
    give();
    int mine = turn;
    int at = changes.get();
    Study asked = study.get();
    Map<String, String> said = new TreeMap<>();
    form().forEach(field -> said.put(field.choice().id(), field.valueProperty().get().strip()));
    Gathered there = gathered != null && gathered.at() == at ? gathered : null;
    running.set(
        tools
            .work()
            .job(
                job -> answer(job, there == null ? gather(at) : there, asked, said),
                answer -> end(answer, asked, mine),
                () -> give(mine)));
    Job job = running.get();
    if (mine != turn) {
      // It was over at once.
      running.set(null);
    } else if (job != null) {
      follow(job, mine);
    }
  }

  private void follow(Job job, int mine) {
    Remaining remaining = new Remaining(tools.nanos().getAsLong());
    job.shareProperty()
        .addListener(
            (property, before, share) -> {
              if (mine == turn) {
                double seconds = remaining.seconds(share.doubleValue(), tools.nanos().getAsLong());
                left.set(seconds < 0 ? "" : TimeLeft.of(seconds, tools.texts()));
              }
            });
  }

  private Answer answer(Job job, Gathered from, Study asked, Map<String, String> said) {
    Progress progress =
        (done, all, what) -> {
          job.tell(all == 0 ? -1 : (double) done / all, what);
          return !job.cancelled();
        };
    try {
      return new Answer(
          from, said, asks.of(from.frame(), asked.id(), said, progress).orElse(null), "");
    } catch (Refusal e) {
      return new Answer(from, said, null, e.why());
    }
  }

  private void end(Answer answer, Study asked, int mine) {
    if (mine != turn) {
      return;
    }
    give();
    reading++;
    take(answer.gathered());
    Report report = answer.report();
    if (report != null) {
      Made now = new Made(report, answer.gathered().at(), answer.said());
      results.put(asked.id(), now);
      made.set(now);
    } else {
      refuse(answer.refusal());
    }
  }

  private void refuse(String why) {
    Optional<Field> at = Blame.of(why, form());
    at.ifPresent(field -> field.setMistake(Blame.words(why, field.choice())));
    refusal.set(at.isPresent() ? "" : why);
  }

  /** Stops what is being made; what was made before stays. */
  public void cancel() {
    if (running.get() != null) {
      give();
      stopped.set(true);
    }
  }

  /** Waits no longer for what is being made. */
  private void give() {
    Job job = running.get();
    turn++;
    left.set("");
    running.set(null);
    if (job != null) {
      job.cancel();
    }
  }

  private void give(int mine) {
    if (mine == turn) {
      give();
    }
  }

  /** Opens the transcripts behind a number, if there are any. */
  void open(String words, List<String> transcripts) {
    if (!transcripts.isEmpty()) {
      tools.open().accept(Behind.of(words, transcripts));
    }
  }

  /** Goes back to reading. */
  void back() {
    tools.back().run();
  }
}
