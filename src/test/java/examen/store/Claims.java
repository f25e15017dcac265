package examen.store;

import examen.rating.StepId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds a project to what {@link BusyProject} has said of it. */
final class Claims {
  private final ProjectFile project;
  private final List<String> broken = new ArrayList<>();

  private Claims(ProjectFile project) {
    this.project = project;
  }

  /** What was said and is not so, and what is half there. */
  static List<String> broken(ProjectFile project, List<String> said) {
    Claims claims = new Claims(project);
    said.forEach(claims::check);
    claims.checkNothingIsHalf();
    return claims.broken;
  }

  /** The same for a project that nobody has open, with all that {@link Verification} finds. */
  static List<String> brokenIn(Path file, List<String> said) {
    try (ProjectFile project = ProjectFile.open(file)) {
      List<String> all = new ArrayList<>(broken(project, said));
      Verification.of(project).forEach(finding -> all.add(finding.toString()));
      return all;
    } catch (StoreException e) {
      return List.of("it does not open: " + e.getMessage());
    }
  }

  private void check(String line) {
    String what = line.substring(line.indexOf(' ') + 1);
    boolean holds =
        switch (line.substring(0, line.indexOf(' '))) {
          case "step" -> project.reading(reading -> ChangeLog.has(reading, StepId.of(what)));
          case "import" -> count(what) == BusyProject.FILES * BusyProject.RECORDS;
          default -> throw new IllegalArgumentException(line);
        };
    if (!holds) {
      broken.add("lost: " + line);
    }
  }

  private long count(String name) {
    return project.reading(
        reading ->
            reading
                .query("SELECT count(*) FROM transcript WHERE source LIKE '%' || ? || '-_.jsonl'")
                .text(name)
                .first(row -> row.integer(1))
                .orElseThrow());
  }

  /** Each file that was imported is there with all of its records. */
  private void checkNothingIsHalf() {
    broken.addAll(
        project.reading(
            reading ->
                reading
                    .query(
                        "SELECT source || ' ' || count(*) FROM transcript WHERE source LIKE"
                            + " '%.jsonl' GROUP BY source HAVING count(*) <> ?")
                    .integer(BusyProject.RECORDS)
                    .list(row -> "half: " + row.text(1))));
  }
}
