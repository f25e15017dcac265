package examen.app;

import examen.store.ProjectFile;
import examen.store.TranscriptTable;

/** Notices what other programs store in a project that is open here. */
public final class OtherPrograms {
  /** What there is to be shown. */
  public enum News {
    NONE,
    /** Steps of raters, but no transcripts. */
    STEPS,
    TRANSCRIPTS
  }

  private final Workbench workbench;
  private final ProjectFile file;
  private String last = "";
  private long transcripts = -1;

  public OtherPrograms(Workbench workbench) {
    this.workbench = workbench;
    this.file = workbench.file();
  }

  /**
   * What was stored since the last look that this program does not know of; the first look only
   * remembers. Quick where nothing was stored.
   */
  public synchronized News look() {
    workbench.checkThread();
    String now = file.lastChange();
    if (now.equals(last)) {
      return News.NONE;
    }
    last = now;
    boolean steps = workbench.refresh();
    long before = transcripts;
    transcripts = file.reading(TranscriptTable::count);
    if (before < 0) {
      return News.NONE;
    }
    if (transcripts != before) {
      return News.TRANSCRIPTS;
    }
    return steps ? News.STEPS : News.NONE;
  }
}
