package examen.desktop.shell;

import examen.app.TranscriptLine;
import examen.desktop.queue.QueueRow;
import examen.transcript.Conditions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the rows of the queue. */
final class QueueRows {
  private static final List<String> SHOWN =
      List.of(Conditions.MODEL, Conditions.GOAL, Conditions.URGENCY, Conditions.VARIANT);

  private QueueRows() {}

  static QueueRow of(TranscriptLine line, int annotations) {
    String detail =
        SHOWN.stream()
            .flatMap(name -> Stream.ofNullable(line.conditions().values().get(name)))
            .filter(value -> !value.equals("none"))
            .collect(Collectors.joining(" · "));
    return new QueueRow(line.id(), line.title(), detail, annotations, state(annotations));
  }

  static QueueRow with(QueueRow row, int annotations) {
    return new QueueRow(row.id(), row.title(), row.detail(), annotations, state(annotations));
  }

  private static QueueRow.State state(int annotations) {
    return annotations == 0 ? QueueRow.State.NEW : QueueRow.State.OPEN;
  }
}
