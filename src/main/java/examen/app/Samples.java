package examen.app;

import examen.rating.RaterId;
import examen.report.Report;
import examen.store.ProjectFile;
import examen.store.SamplingTable;
import examen.study.Chosen;
import examen.study.Sampling;
import examen.study.SamplingPlan;
import examen.study.Unanswerable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How transcripts were drawn for reading. Strata and order can tell what a classifier said, so a
 * rater is told of it only when nothing is withheld from them any more.
 */
public final class Samples {
  private final Workbench workbench;
  private final ProjectFile file;
  private final Findings findings;
  private final @Nullable RaterId rater;

  /**
   * @param rater null for one who may know everything
   */
  Samples(Workbench workbench, ProjectFile file, @Nullable RaterId rater) {
    this.workbench = workbench;
    this.file = file;
    this.findings = new Findings(workbench, file, rater);
    this.rater = rater;
  }

  /**
   * Draws, and stores what was drawn for good.
   *
   * @param said what was chosen, by the ids of the choices of {@link Sampling}
   * @param name by which the plan is known from now on
   * @throws Refusal if there is a plan of that name, or it cannot be drawn as it is asked for
   */
  public Report draw(Map<String, String> said, String name) {
    refuseTheBlind();
    refuseName(name);
    Sampling.Made made = made(said, name);
    file.runInTransaction(
        writing -> {
          refuseTaken(name, SamplingTable.names(writing));
          SamplingTable.insert(writing, made.plan());
        });
    return made.report();
  }

  /** What would be drawn; nothing is stored. */
  public Report look(Map<String, String> said) {
    refuseTheBlind();
    return made(said, "").report();
  }

  /** All plans in a line each, in the order in which they were drawn or came. */
  public List<SamplingPlan.Line> all() {
    refuseTheBlind();
    return file.reading(SamplingTable::lines);
  }

  /**
   * The plan of this name.
   *
   * @throws Refusal if there is none
   */
  public SamplingPlan of(String name) {
    refuseTheBlind();
    return file.reading(reading -> SamplingTable.of(reading, name))
        .orElseThrow(
            () -> new Refusal(nameOfFile() + ": there is no sampling plan \"" + name + "\""));
  }

  private Sampling.Made made(Map<String, String> said, String name) {
    try {
      Chosen chosen = new Chosen(new Sampling().choices(), said);
      return Sampling.made(findings.frame(), chosen, name, workbench.now());
    } catch (Unanswerable e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  private void refuseTheBlind() {
    workbench.checkThread();
    if (rater != null && !findings.seesAll()) {
      throw new Refusal(
          "something is still withheld from "
              + workbench.raters().of(rater).name()
              + ", and a sampling plan can tell it");
    }
  }

  private void refuseName(String name) {
    if (!SamplingPlan.isName(name)) {
      throw new Refusal("the name of a sampling plan is one line of 1 to 100 characters");
    }
    refuseTaken(name, file.reading(SamplingTable::names));
  }

  private void refuseTaken(String name, List<String> names) {
    if (names.contains(name)) {
      throw new Refusal(
          nameOfFile()
              + ": there is a sampling plan \""
              + name
              + "\" already, and none is ever changed; choose another name");
    }
  }

  private String nameOfFile() {
    return String.valueOf(file.path().getFileName());
  }
}
