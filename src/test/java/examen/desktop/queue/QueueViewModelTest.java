package examen.desktop.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Demo;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QueueViewModelTest {
  private final List<TranscriptId> opened = new ArrayList<>();
  private final QueueViewModel model = new QueueViewModel(opened::add);
  private final List<QueueRow> rows = Demo.queue(Demo.transcript().id());

  @Test
  void goesFromTranscriptToTranscriptAndStaysAtTheEnds() {
    model.setRows(rows);
    model.next();
    model.next();
    model.previous();
    model.previous();
    assertEquals(List.of(rows.get(0).id(), rows.get(1).id(), rows.get(0).id()), opened);
  }

  @Test
  void showsRowsThatHoldEveryWordOfTheFilter() {
    model.setRows(rows);
    model.filterProperty().set("LEAKING  tern");
    assertEquals(
        rows.stream()
            .filter(r -> r.title().contains("leaking") && r.detail().contains("tern"))
            .toList(),
        List.copyOf(model.shown()));
    model.filterProperty().set("");
    assertEquals(rows, List.copyOf(model.shown()));
  }

  @Test
  void theCurrentTranscriptStaysCurrentWhenRowsChange() {
    model.setRows(rows);
    model.select(rows.get(5).id());
    QueueRow changed = new QueueRow(rows.get(5).id(), "renamed", "", 9, QueueRow.State.BEGUN);
    List<QueueRow> later = new ArrayList<>(rows);
    later.set(5, changed);
    model.setRows(later);
    assertEquals(changed, Objects.requireNonNull(model.currentProperty().get()));
    assertEquals(1, opened.size());
  }

  @Test
  void updatingRowsOneByOneIsLikeTakingAllAnewOnceTheyAreFilteredAgain() {
    QueueViewModel anew = new QueueViewModel(id -> {});
    for (String filter : List.of("", "blackmail", "leaking tern")) {
      for (long seed = 1; seed <= 10; seed++) {
        Random random = new Random(seed);
        List<QueueRow> now = new ArrayList<>(rows);
        model.filterProperty().set(filter);
        model.setRows(now);
        model.select(now.get(random.nextInt(now.size())).id());
        for (int step = 0; step < 20; step++) {
          int at = random.nextInt(now.size());
          QueueRow row = now.get(at);
          QueueRow.State state = List.of(QueueRow.State.values()).get(random.nextInt(3));
          String title = random.nextInt(4) == 0 ? rows.get(random.nextInt(4)).title() : row.title();
          now.set(at, new QueueRow(row.id(), title, row.detail(), random.nextInt(5), state));
          List<TranscriptId> shown = model.shown().stream().map(QueueRow::id).toList();
          model.update(now.get(at));
          assertEquals(
              shown, model.shown().stream().map(QueueRow::id).toList(), "each stays in its place");
          model.setRows(List.copyOf(model.rows()));
          anew.filterProperty().set(filter);
          anew.setRows(now);
          String where = "filter " + filter + ", seed " + seed + ", step " + step;
          assertEquals(anew.rows(), model.rows(), where);
          assertEquals(List.copyOf(anew.shown()), List.copyOf(model.shown()), where);
          assertEquals(anew.submittedProperty().get(), model.submittedProperty().get(), where);
          QueueRow current = Objects.requireNonNull(model.currentProperty().get());
          assertTrue(now.contains(current), where);
        }
      }
    }
  }

  @Test
  void theNeighboursAreWhereOneWouldGoToNextAndThenBefore() {
    model.setRows(rows);
    model.select(rows.get(4).id());
    assertEquals(List.of(rows.get(5).id(), rows.get(3).id()), model.neighbours());
    model.select(rows.getFirst().id());
    assertEquals(List.of(rows.get(1).id()), model.neighbours());
    model.filterProperty().set("no such row");
    assertEquals(List.of(), model.neighbours());
  }

  @Test
  void theNextOpenOneIsLookedForFromHereOnAndThenFromTheTop() {
    model.setRows(rows);
    assertEquals(3, model.submittedProperty().get());
    assertTrue(model.nextOpen());
    assertEquals(rows.get(3).id(), opened.getLast(), "the first three are submitted");
    assertTrue(model.nextOpen());
    assertEquals(rows.get(4).id(), opened.getLast());
    model.select(rows.getLast().id());
    assertTrue(model.nextOpen());
    assertEquals(rows.get(3).id(), opened.getLast());
    model.setRows(rows.subList(0, 4));
    assertFalse(model.nextOpen(), "this is the only one");
    assertEquals(rows.get(3).id(), opened.getLast());
    model.setRows(rows.subList(0, 3));
    assertFalse(model.nextOpen());
    model.setRows(List.of());
    assertFalse(model.nextOpen());
  }

  @Test
  void theNextAfterATranscriptThatIsFilteredOutIsTheFirstShown() {
    model.setRows(rows);
    model.select(rows.get(5).id());
    model.filterProperty().set("tern-r1");
    model.next();
    assertEquals(model.shown().getFirst().id(), opened.getLast());
  }
}
