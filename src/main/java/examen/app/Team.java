package examen.app;

import examen.rating.Rater;
import examen.rating.Revealing;

/** What one who leads a project settles for those who rate in it. */
public final class Team {
  private final Workbench workbench;

  Team(Workbench workbench) {
    this.workbench = workbench;
  }

  /** Writes somebody down now, or gives them another name. */
  public void put(Rater rater) {
    workbench.raters().put(rater);
  }

  /**
   * From now on nobody else may rate here.
   *
   * @throws Refusal if the project knows nobody yet
   */
  public void fixRaters() {
    workbench.raters().fix();
  }

  /** From now on anybody may rate here. */
  public void openRaters() {
    workbench.raters().open();
  }

  /** From now on raters to whom something is given see that and nothing else. */
  public void showOnlyAssigned() {
    workbench.plans().showOnlyAssigned();
  }

  /** From now on raters may also look at what is not given to them. */
  public void showOthers() {
    workbench.plans().showOthers();
  }

  /** Has the project allow reveals at another time from now on; what was shown was shown. */
  public void allow(Revealing when) {
    workbench.reveals().allow(when);
  }
}
