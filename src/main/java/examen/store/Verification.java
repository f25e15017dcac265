package examen.store;

import examen.study.SamplingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that a project file is whole and says what was put into it: the database itself, its
 * tables, the chain of hashes over the log, each quote against its place, the index of words
 * against the texts, and the views against the fold of the log. It reads the whole file; nobody
 * should be rating meanwhile.
 *
 * <p>The chain shows accidents and careless edits. Someone who can write the file can also make its
 * hashes anew, and steps cut off the end leave no trace: for that, compare {@link ChangeLog#heads}
 * with those of an earlier day.
 */
public final class Verification {
  private static final String BACKUP = "go back to a backup and keep this file";
  private static final int LISTED = 100;

  private final ProjectFile project;
  private final List<Finding> findings = new ArrayList<>();

  private Verification(ProjectFile project) {
    this.project = project;
  }

  /** What is wrong with the file; empty if nothing is. */
  public static List<Finding> of(ProjectFile project) {
    Verification verification = new Verification(project);
    verification.run();
    return List.copyOf(verification.findings);
  }

  private void run() {
    check("the database", this::checkDatabase);
    check("the tables", this::checkSchema);
    check("the values", found -> new ValueCheck(project, BACKUP).run(found));
    check("the seals", found -> new SealCheck(project, BACKUP).run(found));
    check("the sampling plans", this::checkSamplingPlans);
    LogCheck log = new LogCheck();
    check(
        "the log",
        found -> {
          checkArrivals(found);
          project.reading(
              reading -> {
                LeftOut.each(reading, log::leftOut);
                return true;
              });
          ChangeLog.eachRowInOrder(project, log::take);
          log.findings().forEach(found);
        });
    check("the quotes", found -> new QuoteCheck(project).run(log.anchors(), found));
    check("the citations", found -> new QuoteCheck(project).runOnCitations(found));
    check("the index of words", this::checkIndex);
    if (log.findings().isEmpty()) {
      check("the views", found -> new ViewCheck(log.ledger()).run(project, found));
    }
  }

  /** One check that cannot be made must not keep the others from being made. */
  private void check(String name, Consumer<Consumer<Finding>> check) {
    List<Finding> found = new ArrayList<>();
    try {
      check.accept(found::add);
    } catch (StoreException e) {
      String why = e.getMessage();
      found.add(
          new Finding(
              "could not be checked: " + (why == null ? "no reason given" : why), name, BACKUP));
    }
    findings.addAll(found.subList(0, Math.min(found.size(), LISTED)));
    if (found.size() > LISTED) {
      findings.add(new Finding((found.size() - LISTED) + " more of this kind", name, BACKUP));
    }
  }

  private void checkDatabase(Consumer<Finding> found) {
    project
        .reading(reading -> PageCheck.findings(reading.session(), "integrity_check"))
        .forEach(
            line ->
                found.accept(
                    new Finding("SQLite finds the database damaged", oneLine(line), BACKUP)));
    project
        .reading(
            reading ->
                reading
                    .query("PRAGMA foreign_key_check")
                    .list(row -> row.text(1) + " row " + row.integerIfAny(2) + ", " + row.text(3)))
        .forEach(
            where ->
                found.accept(
                    new Finding("a row refers to one that is not there", oneLine(where), BACKUP)));
  }

  /** Steps are numbered as they come, and none is ever deleted. */
  private void checkArrivals(Consumer<Finding> found) {
    project.reading(Verification::gaps).forEach(found);
  }

  private static List<Finding> gaps(Reading reading) {
    List<Finding> gaps = new ArrayList<>();
    long[] before = {0};
    reading
        .query("SELECT seq, id FROM step ORDER BY seq")
        .each(
            row -> {
              if (row.integer(1) != before[0] + 1) {
                gaps.add(gap(row.integer(1), row.text(2), before[0]));
              }
              before[0] = row.integer(1);
            });
    return gaps;
  }

  private static Finding gap(long seq, String id, long before) {
    return new Finding(
        "the step before it is missing: this is number " + seq + " after " + before,
        "step " + seq + ", " + id,
        BACKUP);
  }

  private void checkSamplingPlans(Consumer<Finding> found) {
    for (String name : project.reading(SamplingTable::names)) {
      project
          .reading(reading -> SamplingTable.anyhow(reading, name))
          .flatMap(SamplingPlan::flaw)
          .ifPresent(
              flaw ->
                  found.accept(
                      new Finding(
                          flaw, SealedThing.of(SealKind.SAMPLING_PLAN, name).inWords(), BACKUP)));
    }
  }

  private void checkIndex(Consumer<Finding> found) {
    if (project.readOnly().isPresent()) {
      return; // To compare it SQLite wants to write.
    }
    if (!project.inTransaction(SearchIndex::isTrue)) {
      found.accept(
          new Finding(
              "the index of words is not that of the texts",
              "the index of words",
              "do not rely on searching; go back to a backup and keep this file"));
    }
  }

  private void checkSchema(Consumer<Finding> found) {
    Schema expected = Schema.expected(Migrations.ALL);
    Schema actual = project.reading(reading -> Schema.of(reading.session()));
    for (String breach : actual.breachesOf(expected)) {
      found.accept(new Finding("not as Examen makes it: " + oneLine(breach), "the tables", BACKUP));
    }
    actual.additionsTo(expected).stream()
        .filter(addition -> !addition.startsWith("trigger "))
        .forEach(
            addition ->
                found.accept(
                    new Finding(
                        "not made by Examen: " + oneLine(addition),
                        "the tables",
                        "remove it with the program that made it, or leave it: Examen does not use"
                            + " it")));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}|\\p{Cf}|[\\u2028\\u2029]", "?");
  }
}
