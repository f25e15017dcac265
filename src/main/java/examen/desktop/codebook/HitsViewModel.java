package examen.desktop.codebook;

import examen.app.RuleTrial;
import examen.app.RuleTrial.Findings;
import examen.app.TrialHit;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the rule that is shown finds in the project. */
public final class HitsViewModel {
  private final ReadOnlyObjectWrapper<Findings> findings =
      new ReadOnlyObjectWrapper<>(Findings.NONE);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ALL);

  /** Which places are listed. */
  public enum Kind {
    ALL("all"),
    NEW("new"),
    LOST("lost");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }
  }

  public ReadOnlyObjectProperty<Findings> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  /** Whether more may be found. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** The places that are listed, at most {@link RuleTrial#MOST_KEPT}. */
  List<TrialHit> listed() {
    Findings now = findings.get();
    return switch (kind.get()) {
      case ALL -> now.hits();
      case NEW -> now.addedHits();
      case LOST -> now.lostHits();
    };
  }

  /** How many there are of this kind, listed or not. */
  int count(Kind of) {
    Findings now = findings.get();
    return switch (of) {
      case ALL -> now.found();
      case NEW -> now.added();
      case LOST -> now.lost();
    };
  }

  void begin() {
    findings.set(Findings.NONE);
    running.set(true);
  }

  void soFar(Findings found) {
    findings.set(found);
  }

  void end(Findings found) {
    findings.set(found);
    running.set(false);
  }

  void none() {
    end(Findings.NONE);
  }
}
