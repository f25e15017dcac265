package examen.desktop.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.HighlightTallies.Tally;
import examen.app.queue.Choice;
import examen.app.queue.Order;
import examen.app.queue.QueueFilter;
import examen.desktop.queue.QueueRow.State;
import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SieveTest {
  private static final Choice OPEN = new Choice(Choice.STATE, "open");
  private static final Choice SUBMITTED = new Choice(Choice.STATE, "submitted");
  private static final Choice TERN = Choice.condition("model", "tern");
  private static final Choice KITE = Choice.condition("model", "kite");
  private static final Choice LEVERAGE = new Choice(Choice.HIGHLIGHT, "leverage");

  private final List<QueueRow> rows =
      List.of(
          row(1, "beta", State.OPEN, "tern", 5, Set.of()),
          row(2, "alpha", State.SUBMITTED, "tern", 9, Set.of("blackmail")),
          row(3, "gamma", State.OPEN, "kite", 1, Set.of("blackmail", "leak")),
          row(4, "delta", State.BEGUN, "kite", 7, Set.of()));

  @Test
  void ofOneFieldAnyChoiceWillDoAndOfEachFieldOneMust() {
    assertEquals("1 3", through(QueueFilter.ALL.toggled(OPEN)));
    assertEquals("1 2 3", through(QueueFilter.ALL.toggled(OPEN).toggled(SUBMITTED)));
    assertEquals("1 2", through(QueueFilter.ALL.toggled(OPEN).toggled(SUBMITTED).toggled(TERN)));
    assertEquals("3", through(QueueFilter.ALL.toggled(new Choice(Choice.TAG, "leak"))));
    assertEquals("4", through(QueueFilter.ALL.withWords("KITE  delt")));
    assertEquals("", through(QueueFilter.ALL.toggled(new Choice("nonsense", "x"))));
  }

  @Test
  void whatIsToBeReadAgainIsFoundBesideTheOtherStates() {
    Choice again = new Choice(Choice.STATE, Choice.AGAIN);
    List<QueueRow> all = new ArrayList<>(rows);
    QueueRow row = rows.get(1);
    QueueRow.Facts facts = row.facts();
    all.set(
        1,
        new QueueRow(
            row.id(),
            row.title(),
            row.detail(),
            0,
            State.SUBMITTED,
            new QueueRow.Facts(
                facts.words(), facts.conditions(), 9, facts.tags(), List.of("new question"))));
    Sieve sieve = sieve(QueueFilter.ALL.toggled(again));
    assertEquals(List.of(all.get(1)), sieve.rows(all));
    assertEquals(1, sieve.counts(all).get(again));
    assertEquals(1, sieve.counts(all).get(SUBMITTED), "it is submitted as well");
    assertEquals(3, sieve(QueueFilter.ALL.toggled(again).toggled(OPEN)).rows(all).size());
    assertEquals(List.of(), sieve.rows(rows));
  }

  @Test
  void eachChoiceSaysHowManyThereWouldBeWithIt() {
    Map<Choice, Integer> counts = sieve(QueueFilter.ALL.toggled(OPEN).toggled(TERN)).counts(rows);
    assertEquals(1, counts.get(OPEN));
    assertEquals(1, counts.get(SUBMITTED), "of those by tern");
    assertEquals(1, counts.get(TERN), "of the open ones");
    assertEquals(1, counts.get(KITE), "of the open ones");
    assertEquals(0, counts.get(new Choice(Choice.TAG, "blackmail")));
  }

  @Test
  void rowsStandInTheOrderThatIsAskedForAndElseInThatOfImport() {
    assertEquals("2 1 4 3", through(order(Order.By.TITLE, "")));
    assertEquals("2 4 1 3", through(order(Order.By.LENGTH, "")));
    assertEquals("1 3 4 2", through(order(Order.By.STATE, "")));
    assertEquals("3 4 1 2", through(order(Order.By.CONDITION, "model")));
    assertEquals("3 1 2 4", through(order(Order.By.UNDECIDED, "")));
  }

  @Test
  void onlyWhatIsKnownOfHighlightsIsShown() {
    assertEquals("1 3", through(QueueFilter.ALL.toggled(LEVERAGE)));
    assertEquals(2, sieve(QueueFilter.ALL).counts(rows).get(LEVERAGE));
  }

  @Test
  void aHundredThousandTranscriptsAreFilteredInAMoment() {
    List<QueueRow> many = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      many.add(
          row(
              i,
              "scenario " + i % 977,
              State.OPEN,
              i % 3 == 0 ? "tern" : "kite",
              i % 90,
              Set.of()));
    }
    Sieve sieve = sieve(QueueFilter.ALL.withWords("scen 97").toggled(TERN));
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      long start = System.nanoTime();
      assertTrue(sieve.rows(many).size() > 500);
      best = Math.min(best, System.nanoTime() - start);
    }
    assertTrue(best < 400_000_000, "took " + best / 1_000_000 + " ms");
  }

  private static QueueFilter order(Order.By by, String condition) {
    return QueueFilter.ALL.withOrder(new Order(by, condition));
  }

  private Sieve sieve(QueueFilter filter) {
    return new Sieve(
        filter,
        null,
        Map.of(
            id(1), new Tally(Set.of("leverage"), 1),
            id(3), new Tally(Set.of("leverage", "concealment"), 4),
            id(2), new Tally(Set.of(), 0)));
  }

  private String through(QueueFilter filter) {
    return String.join(
        " ",
        sieve(filter).rows(rows).stream()
            .map(row -> Integer.toString(Integer.parseInt(row.id().value(), 16)))
            .toList());
  }

  private static QueueRow row(
      int number, String title, State state, String model, int messages, Set<String> tags) {
    Conditions conditions = Conditions.of(Map.of("model", model));
    return new QueueRow(
        id(number),
        title,
        "",
        0,
        state,
        new QueueRow.Facts(title + "\n" + model, conditions, messages, tags));
  }

  private static TranscriptId id(int number) {
    return new TranscriptId("%032x".formatted(number));
  }
}
