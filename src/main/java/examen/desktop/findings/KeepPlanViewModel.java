package examen.desktop.findings;

import examen.app.Refusal;
import examen.desktop.findings.FindingsViewModel.Made;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Keeps the sample that is shown as a plan, under a name that the user gives it. */
public final class KeepPlanViewModel {
  private final FindingsViewModel findings;
  private final FxWork work;
  private final Keeper keeper;
  private final Texts texts;
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /** Stores plans; asked off the screen's thread. */
  public interface Keeper {
    /**
     * Draws as was said, and stores what was drawn for good.
     *
     * @param said what was chosen, by the ids of choices
     * @throws Refusal if it cannot be stored under this name
     */
    void keep(Map<String, String> said, String name);
  }

  /**
   * @param sampling the id of the analysis that draws samples
   */
  public KeepPlanViewModel(
      FindingsViewModel findings, String sampling, FxWork work, Keeper keeper, Texts texts) {
    this.findings = findings;
    this.work = work;
    this.keeper = keeper;
    this.texts = texts;
    findings
        .madeProperty()
        .addListener(
            (property, before, now) -> {
              kept.set("");
              mistake.set("");
              offered.set(now != null && findings.studyProperty().get().id().equals(sampling));
            });
    name.addListener((property, before, now) -> mistake.set(""));
  }

  /** Whether a sample is shown. */
  public ReadOnlyBooleanProperty offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  public StringProperty nameProperty() {
    return name;
  }

  /** What is wrong, in one line; empty where nothing is. */
  public ReadOnlyStringProperty mistakeProperty() {
    return mistake.getReadOnlyProperty();
  }

  /** That it was kept, and as what; empty before that. */
  public ReadOnlyStringProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** Whether it is being stored. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Keeps what is shown: nothing else, so not where something was stored since it was drawn. */
  public void keep() {
    Made shown = findings.madeProperty().get();
    if (shown == null || !offered.get() || busy.get()) {
      return;
    }
    String wanted = name.get().strip();
    if (wanted.isEmpty()) {
      mistake.set(texts.get("findings.plan.name.missing"));
    } else if (findings.since() > 0) {
      mistake.set(texts.get("findings.plan.stale"));
    } else {
      store(shown, wanted);
    }
  }

  private void store(Made shown, String wanted) {
    busy.set(true);
    var _ =
        work.job(
            job -> refusal(shown.said(), wanted),
            refusal -> {
              busy.set(false);
              ended(shown, wanted, refusal);
            },
            () -> busy.set(false));
  }

  private String refusal(Map<String, String> said, String wanted) {
    try {
      keeper.keep(said, wanted);
      return "";
    } catch (Refusal e) {
      return e.why();
    }
  }

  private void ended(Made shown, String wanted, String refusal) {
    mistake.set(Blame.sentence(refusal));
    if (refusal.isEmpty()) {
      name.set("");
      if (shown.equals(findings.madeProperty().get())) {
        kept.set(texts.get("findings.plan.kept", wanted));
      }
      // So that analyses offer it.
      findings.read();
    }
  }
}
