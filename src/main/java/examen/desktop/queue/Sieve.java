package examen.desktop.queue;

import examen.app.HighlightTallies.Tally;
import examen.app.queue.Choice;
import examen.app.queue.Order;
import examen.app.queue.QueueFilter;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets through the rows that a filter asks for. Changes nothing; may be used on any thread.
 *
 * @param within the only transcripts that may be shown; null for all
 * @param tallies what is known of highlights; of transcripts that are not in it nothing is known
 */
record Sieve(
    QueueFilter filter, @Nullable Set<TranscriptId> within, Map<TranscriptId, Tally> tallies) {

  /** Transcripts without this condition. */
  static final String MISSING = "";

  /** The rows that are let through, in the order that is asked for. */
  List<QueueRow> rows(List<QueueRow> all) {
    List<String> words = words();
    Map<String, Set<String>> wanted = wanted();
    List<QueueRow> through = new ArrayList<>();
    for (QueueRow row : all) {
      if (isWithin(row) && has(row, words) && failed(row, wanted).isEmpty()) {
        through.add(row);
      }
    }
    if (filter.order().by() != Order.By.IMPORT) {
      through.sort(order());
    }
    return through;
  }

  /**
   * How many rows each choice has among those that everything else that is asked for lets through.
   */
  Map<Choice, Integer> counts(List<QueueRow> all) {
    List<String> words = words();
    Map<String, Set<String>> wanted = wanted();
    Map<Choice, Integer> counts = new HashMap<>();
    for (QueueRow row : all) {
      if (isWithin(row) && has(row, words)) {
        Set<String> failed = failed(row, wanted);
        if (failed.size() <= 1) {
          for (Choice choice : choices(row)) {
            boolean isCounted = failed.isEmpty() || failed.contains(choice.field());
            counts.merge(choice, isCounted ? 1 : 0, Integer::sum);
          }
        }
      }
    }
    return counts;
  }

  private boolean isWithin(QueueRow row) {
    return within == null || within.contains(row.id());
  }

  private List<String> words() {
    String words = filter.words().toLowerCase(Locale.ROOT).strip();
    return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
  }

  private static boolean has(QueueRow row, List<String> words) {
    if (words.isEmpty()) {
      return true;
    }
    String known = row.facts().words();
    String text =
        known.isEmpty() ? (row.title() + " " + row.detail()).toLowerCase(Locale.ROOT) : known;
    return words.stream().allMatch(text::contains);
  }

  private Map<String, Set<String>> wanted() {
    return filter.choices().stream()
        .collect(
            Collectors.groupingBy(
                Choice::field, Collectors.mapping(Choice::value, Collectors.toSet())));
  }

  /** The fields of which the row has nothing that is chosen. */
  private Set<String> failed(QueueRow row, Map<String, Set<String>> wanted) {
    Set<String> failed = new HashSet<>();
    wanted.forEach(
        (field, values) -> {
          if (!has(row, field, values)) {
            failed.add(field);
          }
        });
    return failed;
  }

  private boolean has(QueueRow row, String field, Set<String> values) {
    return switch (field) {
      case Choice.STATE ->
          values.contains(row.state().wire())
              || (row.isToReadAgain() && values.contains(Choice.AGAIN));
      case Choice.TAG -> row.facts().tags().stream().anyMatch(values::contains);
      case Choice.HIGHLIGHT -> categories(row).stream().anyMatch(values::contains);
      default ->
          field.startsWith(Choice.CONDITION)
              && values.contains(condition(row, field.substring(Choice.CONDITION.length())));
    };
  }

  private static List<Choice> own(QueueRow row) {
    List<Choice> own = new ArrayList<>();
    own.add(new Choice(Choice.STATE, row.state().wire()));
    if (row.isToReadAgain()) {
      own.add(new Choice(Choice.STATE, Choice.AGAIN));
    }
    row.facts().tags().forEach(tag -> own.add(new Choice(Choice.TAG, tag)));
    row.facts().conditions().values().forEach((n, v) -> own.add(Choice.condition(n, v)));
    return own;
  }

  private List<Choice> choices(QueueRow row) {
    List<Choice> all = own(row);
    categories(row).forEach(category -> all.add(new Choice(Choice.HIGHLIGHT, category)));
    return all;
  }

  private Set<String> categories(QueueRow row) {
    Tally tally = tallies.get(row.id());
    return tally == null ? Set.of() : tally.categories();
  }

  private int undecided(QueueRow row) {
    Tally tally = tallies.get(row.id());
    return tally == null ? -1 : tally.undecided();
  }

  private static String condition(QueueRow row, String name) {
    return row.facts().conditions().get(name).orElse(MISSING);
  }

  private Comparator<QueueRow> order() {
    return switch (filter.order().by()) {
      case IMPORT -> (_, _) -> 0;
      case TITLE -> Comparator.comparing(QueueRow::title, String.CASE_INSENSITIVE_ORDER);
      case STATE -> Comparator.comparing(QueueRow::state);
      case LENGTH -> Comparator.comparingInt((QueueRow row) -> row.facts().messages()).reversed();
      case UNDECIDED -> Comparator.comparingInt(this::undecided).reversed();
      case CONDITION -> Comparator.comparing(row -> condition(row, filter.order().condition()));
    };
  }
}
