package examen.desktop.care;

import examen.codebook.Codebook;
import examen.codebook.Warning;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the codebook warns of in the transcript that is open. Its text stays covered until the
 * reader asks for it, once for each transcript while the window is open.
 */
public final class WarningViewModel {
  private final Codebook codebook;
  private final Set<TranscriptId> asked = new HashSet<>();
  private final ReadOnlyBooleanWrapper covering = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<Warning>> warnings =
      new ReadOnlyObjectWrapper<>(List.of());
  private BooleanSupplier wanted = () -> true;
  private @Nullable TranscriptId open;

  public WarningViewModel(Codebook codebook) {
    this.codebook = codebook;
  }

  /**
   * @param covers whether this reader wants texts to be covered at all
   */
  public void setWanted(BooleanSupplier covers) {
    wanted = covers;
    look();
  }

  /** Another transcript is open, or none. */
  public void show(@Nullable Transcript transcript) {
    open = transcript == null ? null : transcript.id();
    warnings.set(
        transcript == null ? List.of() : codebook.warningsFor(transcript.conditions().values()));
    look();
  }

  /** Shows the text that is covered. */
  public void uncover() {
    if (open != null) {
      asked.add(open);
      look();
    }
  }

  /** Looks again whether the text is to be covered. */
  public void look() {
    covering.set(
        open != null
            && !warnings.get().isEmpty()
            && !asked.contains(open)
            && wanted.getAsBoolean());
  }

  /** Whether the text is covered now. */
  public ReadOnlyBooleanProperty coveringProperty() {
    return covering.getReadOnlyProperty();
  }

  /** What the codebook warns of here; empty if nothing. */
  public ReadOnlyObjectProperty<List<Warning>> warningsProperty() {
    return warnings.getReadOnlyProperty();
  }
}
