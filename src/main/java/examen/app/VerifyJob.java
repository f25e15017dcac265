package examen.app;

import examen.store.ProjectFile;
import examen.store.Verification;
import java.util.ArrayList;
import java.util.List;

/** Looks for what is wrong with a project. */
final class VerifyJob {
  private VerifyJob() {}

  static List<Finding> run(ProjectFile file, ProjectRules rules) {
    List<Finding> findings = new ArrayList<>();
    Verification.of(file)
        .forEach(it -> findings.add(new Finding(it.what(), it.where(), it.whatToDo())));
    rules
        .problem()
        .ifPresent(
            why ->
                findings.add(
                    new Finding(
                        "the project's own rules cannot be used: " + why,
                        "the project's settings",
                        "give it other rules: examen rules --set")));
    return findings;
  }
}
