package examen.app;

import examen.store.Backups;
import examen.store.ProjectFile;
import examen.store.Verification;
import java.util.ArrayList;
import java.util.List;

/** Looks for what is wrong with a project. */
final class VerifyJob {
  private VerifyJob() {}

  static List<Finding> run(ProjectFile file, ProjectRules rules) {
    List<Finding> findings = new ArrayList<>();
    List<examen.store.Finding> found = Verification.of(file);
    String way = found.isEmpty() ? "" : ". " + Backups.advice(file.path());
    for (examen.store.Finding it : found) {
      String advice = it.whatToDo().contains("backup") ? it.whatToDo() + way : it.whatToDo();
      findings.add(new Finding(it.what(), it.where(), advice));
    }
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
