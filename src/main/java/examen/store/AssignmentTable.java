package examen.store;

import examen.rating.Assignment;
import examen.rating.PlanId;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.util.List;

/** Which transcripts plans give to whom, and in which order. */
final class AssignmentTable {
  private AssignmentTable() {}

  static void insert(Writing writing, PlanId plan, List<Assignment> assignments) {
    Query insert =
        writing.query(
            "INSERT INTO assignment (plan, transcript, rater, place) VALUES (?, ?, ?, ?)");
    for (Assignment assignment : assignments) {
      insert
          .text(plan.toString())
          .text(assignment.transcript().value())
          .text(assignment.rater().value())
          .integer(assignment.place())
          .addToBatch();
    }
    insert.runBatch();
  }

  static List<Assignment> of(Reading reading, PlanId plan) {
    return reading
        .query(
            "SELECT transcript, rater, place FROM assignment WHERE plan = ? ORDER BY rater, place")
        .text(plan.toString())
        .list(
            row ->
                Stored.value(
                    () ->
                        new Assignment(
                            new TranscriptId(row.text(1)),
                            new RaterId(row.text(2)),
                            Stored.number(row.integer(3)))));
  }
}
