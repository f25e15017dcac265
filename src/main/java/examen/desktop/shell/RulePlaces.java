package examen.desktop.shell;

import examen.app.Workbench;
import examen.desktop.codebook.CodebookViewModel;
import examen.desktop.fx.Covering;
import examen.desktop.fx.FxWork;
import examen.desktop.queue.QueueViewModel;
import examen.desktop.reader.ReaderViewModel;
import examen.highlight.Highlight;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Codebook workspace has done in the Review workspace. */
final class RulePlaces implements CodebookViewModel.Outside {
  private final Workbench workbench;
  private final FxWork work;
  private final Panels panels;
  private @Nullable Anchor goal;

  /** Where it is done. */
  record Panels(
      QueueViewModel queue, ReaderViewModel reader, ShellViewModel shell, Covering covering) {}

  RulePlaces(Workbench workbench, FxWork work, Panels panels) {
    this.workbench = workbench;
    this.work = work;
    this.panels = panels;
  }

  @Override
  public void open(Anchor place) {
    back();
    Transcript there = panels.reader().transcriptProperty().get();
    if (there != null && there.id().equals(place.transcript())) {
      panels.reader().goTo(place);
    } else {
      goal = place;
      panels.queue().select(place.transcript());
    }
  }

  @Override
  public Covering covering() {
    return panels.covering();
  }

  /** Goes to the place for which this transcript was opened, if it was. */
  void arrived(@Nullable Transcript transcript) {
    Anchor place = goal;
    goal = null;
    if (place != null && transcript != null && place.holdsIn(transcript)) {
      panels.reader().goTo(place);
    }
  }

  @Override
  public void changed() {
    Transcript there = panels.reader().transcriptProperty().get();
    if (there != null) {
      work.query("highlights", () -> workbench.highlights(there), found -> found(there, found));
    }
  }

  /** Takes what other rules find in the transcript, if it is still the one that is shown. */
  private void found(Transcript in, List<Highlight> highlights) {
    if (in.equals(panels.reader().transcriptProperty().get())) {
      panels.reader().setHighlights(highlights);
    }
  }

  @Override
  public void back() {
    panels.shell().workspaceProperty().set(Workspace.REVIEW);
  }
}
