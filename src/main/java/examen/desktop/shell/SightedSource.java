package examen.desktop.shell;

import examen.app.SourceRecord;
import examen.app.TranscriptSource;
import examen.app.Workbench;
import examen.desktop.source.SourceViewModel;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.util.Optional;

/** What sources say, as one rater may read it. */
record SightedSource(Workbench workbench, RaterId rater) implements SourceViewModel.Asks {
  @Override
  public Optional<TranscriptSource> source(TranscriptId transcript) {
    return workbench.source(transcript, rater);
  }

  @Override
  public SourceRecord record(TranscriptId transcript) {
    return workbench.record(transcript, rater);
  }
}
