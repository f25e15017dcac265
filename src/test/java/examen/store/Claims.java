package examen.store;

import examen.rating.StepId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds a project to what {@link BusyProject} has said of it. */
final class Claims {
  private static final int BACKUPS_LOOKED_AT = 2;

  private final ProjectFile project;
  private final OtherCopies others;
  private final List<String> broken = new ArrayList<>();

  private Claims(ProjectFile project) {
    this.project = project;
    this.others = new OtherCopies(project.path().resolve("../..").normalize());
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
      Claims claims = new Claims(project);
      said.forEach(claims::check);
      claims.checkNothingIsHalf();
      claims.checkBackups();
      List<String> all = claims.broken;
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
          case "merge" -> there(what) == others.steps(what).size();
          case "backup" ->
              Backups.of(project.path()).stream()
                  .anyMatch(b -> b.file().endsWith(Path.of(what).getFileName()));
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

  /** How many of a copy's steps are there. */
  private long there(String copy) {
    return project.reading(
        reading ->
            others.steps(copy).stream()
                .filter(id -> ChangeLog.has(reading, StepId.of(id)))
                .count());
  }

  private void checkBackups() {
    for (Backup backup : Backups.of(project.path()).stream().limit(BACKUPS_LOOKED_AT).toList()) {
      try (ProjectFile copy = ProjectFile.open(backup.file())) {
        Verification.of(copy).forEach(finding -> broken.add("backup: " + finding));
      } catch (StoreException e) {
        broken.add("backup does not open: " + e.getMessage());
      }
    }
  }

  /** Each file that was imported is there with all of its records, each copy with all its steps. */
  private void checkNothingIsHalf() {
    for (String copy : others.names()) {
      long there = there(copy);
      long all = others.steps(copy).size();
      // Ten steps were there before there were copies.
      if (there != BusyProject.STEPS_BEFORE && there != all) {
        broken.add("half: " + there + " of " + all + " steps of a copy");
      }
    }
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
