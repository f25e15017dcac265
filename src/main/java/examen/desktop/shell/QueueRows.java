package examen.desktop.shell;

import examen.app.Headway;
import examen.app.TranscriptLine;
import examen.desktop.queue.QueueRow;
import examen.transcript.Conditions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the rows of the queue. Titles of one study begin alike, so that a narrow list would show
 * the same words in every row: where the conditions say what was tried on which model, they come
 * first.
 */
final class QueueRows {
  private static final List<String> DETAILS =
      List.of(Conditions.GOAL, Conditions.URGENCY, Conditions.VARIANT);

  private QueueRows() {}

  static QueueRow of(TranscriptLine line, Headway headway) {
    Optional<String> scenario = line.conditions().get(Conditions.SCENARIO);
    Optional<String> model = line.conditions().get(Conditions.MODEL);
    boolean known = scenario.isPresent() && model.isPresent();
    String title = known ? scenario.get() + " · " + withoutProvider(model.get()) : line.title();
    Stream<String> rest = known ? Stream.of(which(line.title())) : model.stream();
    String detail =
        Stream.concat(rest, DETAILS.stream().flatMap(name -> line.conditions().get(name).stream()))
            .filter(value -> !value.startsWith("none"))
            .collect(Collectors.joining(" · "));
    return new QueueRow(line.id(), title, detail, headway.annotations(), state(headway));
  }

  static QueueRow with(QueueRow row, Headway headway) {
    return new QueueRow(row.id(), row.title(), row.detail(), headway.annotations(), state(headway));
  }

  /** The end of a title, which says which sample it is: the beginning says of what. */
  private static String which(String title) {
    int dot = title.lastIndexOf(" · ");
    return dot >= 0 ? title.substring(dot + 3) : title.substring(title.indexOf(' ') + 1);
  }

  private static String withoutProvider(String model) {
    return model.substring(model.lastIndexOf('/') + 1);
  }

  private static QueueRow.State state(Headway headway) {
    return switch (headway.state()) {
      case OPEN -> QueueRow.State.OPEN;
      case BEGUN -> QueueRow.State.BEGUN;
      case SUBMITTED -> QueueRow.State.SUBMITTED;
    };
  }
}
