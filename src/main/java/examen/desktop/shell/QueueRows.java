package examen.desktop.shell;

import examen.app.Headway;
import examen.app.TranscriptLine;
import examen.desktop.queue.QueueRow;
import examen.rating.Annotation;
import examen.transcript.Conditions;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  /**
   * @param own what the rater has said of it
   * @param again why it is to be read again
   */
  static QueueRow of(
      TranscriptLine line, Headway headway, List<Annotation> own, Collection<String> again) {
    Optional<String> scenario = line.conditions().get(Conditions.SCENARIO);
    Optional<String> model = line.conditions().get(Conditions.MODEL);
    boolean known = scenario.isPresent() && model.isPresent();
    String title = known ? scenario.get() + " · " + withoutProvider(model.get()) : line.title();
    Stream<String> rest = known ? Stream.of(which(line.title())) : model.stream();
    String detail =
        Stream.concat(rest, DETAILS.stream().flatMap(name -> line.conditions().get(name).stream()))
            .filter(value -> !value.startsWith("none"))
            .collect(Collectors.joining(" · "));
    String words =
        Stream.concat(Stream.of(title, line.title()), line.conditions().values().values().stream())
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    QueueRow.Facts facts =
        new QueueRow.Facts(
            words, line.conditions(), line.messages(), tags(own), List.copyOf(again));
    return new QueueRow(line.id(), title, detail, headway.annotations(), state(headway), facts);
  }

  /** The row of a transcript as it is now. */
  static QueueRow with(QueueRow row, Ratings now) {
    QueueRow.Facts facts = row.facts();
    Headway headway = now.headway();
    List<Annotation> own = now.own().annotations();
    return new QueueRow(
        row.id(),
        row.title(),
        row.detail(),
        headway.annotations(),
        state(headway),
        new QueueRow.Facts(
            facts.words(), facts.conditions(), facts.messages(), tags(own), now.again()));
  }

  private static Set<String> tags(List<Annotation> annotations) {
    return annotations.stream().map(a -> a.tag().value()).collect(Collectors.toSet());
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
