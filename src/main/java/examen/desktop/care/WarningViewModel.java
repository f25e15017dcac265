package examen.desktop.care;

import examen.codebook.Codebook;
import examen.codebook.Warning;
import examen.desktop.fx.Covering;
import examen.transcript.Conditions;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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
  private final Function<TranscriptId, Optional<Conditions>> conditions;
  private final Covering everywhere = new Covering(this::covers);
  private final Set<TranscriptId> asked = new HashSet<>();
  private final ReadOnlyBooleanWrapper covering = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<Warning>> warnings =
      new ReadOnlyObjectWrapper<>(List.of());
  private BooleanSupplier wanted = () -> true;
  private @Nullable TranscriptId open;

  /**
   * @param conditions under which a transcript is that is not open; empty where that is not known
   */
  public WarningViewModel(
      Codebook codebook, Function<TranscriptId, Optional<Conditions>> conditions) {
    this.codebook = codebook;
    this.conditions = conditions;
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
    everywhere.change();
  }

  /** Which transcripts are covered wherever words of them would be shown, open or not. */
  public Covering everywhere() {
    return everywhere;
  }

  /** One of which nothing is known is covered where the codebook warns of anything. */
  private boolean covers(TranscriptId transcript) {
    return wanted.getAsBoolean()
        && !codebook.warnings().isEmpty()
        && !asked.contains(transcript)
        && conditions
            .apply(transcript)
            .map(known -> !codebook.warningsFor(known.values()).isEmpty())
            .orElse(true);
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
