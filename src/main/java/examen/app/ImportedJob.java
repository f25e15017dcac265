package examen.app;

import examen.transcript.Transcript;
import java.util.Optional;

/** Goes over what classifiers point at in a project, for a researcher; not for a rater's eyes. */
public final class ImportedJob {
  private ImportedJob() {}

  /** Takes what classifiers point at in one transcript. */
  public interface Found {
    void in(Transcript transcript, ImportedHighlights.Shown shown);
  }

  /** Every transcript at which a classifier points, in the order of import. */
  public static void over(Lead lead, Found found) {
    for (TranscriptLine line : lead.workbench().transcripts()) {
      ImportedHighlights imported = lead.imported(line.id());
      if (imported instanceof ImportedHighlights.Shown shown
          && !(shown.highlights().isEmpty() && shown.loose().isEmpty())) {
        Optional<Transcript> transcript = lead.transcript(line.id());
        transcript.ifPresent(whole -> found.in(whole, shown));
      }
    }
  }
}
