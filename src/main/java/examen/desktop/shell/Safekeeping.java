package examen.desktop.shell;

import examen.app.BackupJob;
import examen.app.OtherPrograms;
import examen.desktop.fx.Texts;
import java.util.function.Supplier;

/**
 * Keeps an open project safe by backups, and the window in step with what other programs store in
 * it. Each is asked off the screen's thread.
 */
public final class Safekeeping {
  /** After so many looks in a row that failed, no more are taken: each was told. */
  private static final int MOST_FAILURES = 3;

  private final Session session;
  private final ShellViewModel shell;
  private final Texts texts;
  private final Runnable showStored;
  private final OtherPrograms others;
  private final BackupJob backups;
  private String synced = "";
  private boolean looking;
  private boolean backingUp;
  private int failures;

  /**
   * @param showStored shows what was stored by others
   */
  Safekeeping(Session session, ShellViewModel shell, Texts texts, Runnable showStored) {
    this.session = session;
    this.shell = shell;
    this.texts = texts;
    this.showStored = showStored;
    others = new OtherPrograms(session.workbench());
    backups = new BackupJob(session.workbench());
  }

  /** To be called once, when the project is shown. */
  public void begin() {
    String service = backups.syncedBy();
    synced = service.isEmpty() ? "" : texts.get("shell.synced", service);
    tell(session.workbench().readOnly().orElse(""));
    backUp(backups::atOpening);
    look();
  }

  /** To be called every second or two. */
  public void look() {
    if (looking || failures >= MOST_FAILURES) {
      return;
    }
    looking = true;
    session
        .work()
        .job(
            job -> seen(),
            this::show,
            () -> {
              looking = false;
              failures++;
            });
  }

  private record Seen(OtherPrograms.News news, boolean backupIsDue, String readOnly) {}

  private Seen seen() {
    OtherPrograms.News news = others.look();
    return new Seen(news, backups.isDue(), session.workbench().readOnly().orElse(""));
  }

  private void show(Seen seen) {
    looking = false;
    failures = 0;
    tell(seen.readOnly());
    if (seen.news() != OtherPrograms.News.NONE) {
      showStored.run();
    }
    if (seen.backupIsDue()) {
      backUp(backups::make);
    }
  }

  private void tell(String readOnly) {
    String notice = readOnly.isEmpty() ? synced : texts.get("shell.read-only", readOnly);
    shell.noticeProperty().set(notice);
  }

  /** One at a time. */
  private <T> void backUp(Supplier<T> backup) {
    if (backingUp) {
      return;
    }
    backingUp = true;
    session.work().job(job -> backup.get(), made -> backingUp = false, () -> backingUp = false);
  }
}
