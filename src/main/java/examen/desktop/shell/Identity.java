package examen.desktop.shell;

import examen.app.Raters;
import examen.desktop.welcome.WhoViewModel;
import examen.rating.Rater;
import java.util.function.Consumer;

/** Who rates: says it at the foot of the window, and takes another name or another person. */
final class Identity {
  private final Session session;
  private final ShellViewModel shell;
  private final Raters raters;
  private final WhoViewModel who;
  private Consumer<Rater> onName = rater -> {};
  private Consumer<Rater> onOther = rater -> {};

  Identity(Session session, ShellViewModel shell) {
    this.session = session;
    this.shell = shell;
    raters = session.workbench().raters();
    who = new WhoViewModel(raters::newId);
    shell.raterProperty().set(now().name());
    shell
        .whoProperty()
        .addListener(
            (property, before, asked) -> {
              if (asked) {
                ask();
              }
            });
  }

  WhoViewModel who() {
    return who;
  }

  /** Called when this user has said who they are, to keep it. */
  void setOnName(Consumer<Rater> kept) {
    onName = kept;
  }

  /** Called when another person goes on. */
  void setOnOther(Consumer<Rater> other) {
    onOther = other;
  }

  private Rater now() {
    return raters.of(session.rater());
  }

  private void ask() {
    Runnable left = () -> shell.whoProperty().set(false);
    who.ask(
        new WhoViewModel.Question(now(), raters.all(), raters.areFixed(), this::answered, left));
  }

  private void answered(Rater rater) {
    shell.whoProperty().set(false);
    if (!rater.id().equals(session.rater())) {
      onName.accept(rater);
      onOther.accept(rater);
    } else if (!rater.equals(now())) {
      session
          .work()
          .command(
              () -> {
                raters.introduce(rater);
                raters.rename(rater);
                return rater;
              },
              put -> {
                shell.raterProperty().set(put.name());
                onName.accept(put);
              });
    }
  }
}
