package examen.desktop.shell;

import examen.app.Others;
import examen.app.Workbench;
import examen.desktop.others.OthersViewModel;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;

/** What others say of one transcript, as one rater may know it. */
record OthersAsked(Workbench workbench, RaterId rater, TranscriptId transcript)
    implements OthersViewModel.Asks {
  @Override
  public boolean isAllowed() {
    return workbench.reveals().isAllowed(transcript, rater);
  }

  @Override
  public boolean isShown() {
    return workbench.reveals().isShown(transcript, rater);
  }

  @Override
  public String record() {
    return workbench.reveals().show(transcript, rater) instanceof Decision.Refused(String reason)
        ? reason
        : "";
  }

  @Override
  public Others others() {
    return workbench.reveals().of(transcript, rater);
  }
}
