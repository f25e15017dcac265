package examen.cli;

import examen.app.AssignReport;
import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Overlap;
import examen.rating.PlanTerms;
import java.io.PrintStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** What a plan gives to whom, as a table: a column for each rater. */
final class AssignTable {
  private static final int NAMES = 24;
  private static final int COLUMN = 12;

  private final PrintStream out;
  private final AssignReport report;

  AssignTable(PrintStream out, AssignReport report) {
    this.out = out;
    this.report = report;
  }

  void print() {
    AssignmentPlan plan = report.plan();
    out.println(
        "plan "
            + plan.number()
            + ": "
            + report.transcripts()
            + " transcripts, "
            + overlap(plan.terms().overlap())
            + ", seed "
            + plan.terms().seed());
    if (plan.terms().reach() == PlanTerms.Reach.ONLY_GIVEN) {
      long given = plan.assignments().stream().map(Assignment::transcript).distinct().count();
      out.println("only what was drawn or given before is given: " + given + " transcripts");
    }
    out.println(fate());
    out.println();
    line("", share -> Plain.of(share.rater().name(), COLUMN - 2));
    count("transcripts", AssignReport.Share::transcripts);
    count("  read by all", AssignReport.Share::calibration);
    count("  begun", AssignReport.Share::begun);
    plan.terms().by().forEach(this::condition);
    meetings();
    packages();
  }

  private String fate() {
    return switch (report.fate()) {
      case STORED -> "stored";
      case UNCHANGED -> "nothing changed: the plan that there was holds";
      case DRY_RUN -> "looked at only: nothing was stored";
    };
  }

  private static String overlap(Overlap overlap) {
    return switch (overlap) {
      case Overlap.Each(int readers) -> "each read by " + readers;
      case Overlap.Share(double share) -> "each read by one, " + share + " of them by two";
    };
  }

  private void condition(String name) {
    out.println(Plain.of(name, NAMES + COLUMN));
    SortedMap<String, Integer> values = new TreeMap<>();
    report.shares().forEach(share -> values.putAll(share.values().getOrDefault(name, values)));
    for (String value : List.copyOf(values.keySet())) {
      count(
          "  " + (value.isEmpty() ? "(none)" : value),
          share -> share.values().getOrDefault(name, values).getOrDefault(value, 0));
    }
  }

  private void meetings() {
    if (report.meetings().isEmpty()) {
      return;
    }
    out.println();
    out.println("read by both");
    for (AssignReport.Meeting meeting : report.meetings()) {
      String both = meeting.first().name() + " and " + meeting.second().name();
      out.println(padded("  " + both) + right(Integer.toString(meeting.transcripts())));
    }
  }

  private void packages() {
    for (AssignReport.Share share : report.shares()) {
      if (share.workPackage() != null) {
        out.println("package  " + Plain.of(share.workPackage().toString()));
      }
    }
  }

  private void count(String name, ToIntFunction<AssignReport.Share> value) {
    line(name, share -> Integer.toString(value.applyAsInt(share)));
  }

  private void line(String name, java.util.function.Function<AssignReport.Share, String> value) {
    StringBuilder line = new StringBuilder(padded(name));
    report.shares().forEach(share -> line.append(right(value.apply(share))));
    out.println(line.toString().stripTrailing());
  }

  private static String padded(String name) {
    String plain = Plain.of(name, NAMES);
    return plain + " ".repeat(NAMES - plain.codePointCount(0, plain.length()));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, COLUMN - text.codePointCount(0, text.length()))) + text;
  }
}
