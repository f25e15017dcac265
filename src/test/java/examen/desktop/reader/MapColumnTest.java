package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.reader.MapColumn.Stroke;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MapColumnTest {
  @Test
  void aLaterMarkCoversAnEarlierOne() {
    MapColumn column = new MapColumn(20);
    column.put(4, "red");
    column.put(5.6, "blue");
    assertEquals(List.of(new Stroke(4, 2, "red"), new Stroke(6, 3, "blue")), column.strokes());
  }

  @Test
  void whatIsBeyondTheEndsIsMarkedAtThem() {
    MapColumn column = new MapColumn(10);
    column.put(-5, "red");
    column.put(400, "blue");
    assertEquals(List.of(new Stroke(0, 3, "red"), new Stroke(7, 3, "blue")), column.strokes());
  }

  @Test
  void thereAreNeverMoreStrokesThanPixels() {
    MapColumn column = new MapColumn(100);
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      column.put(random.nextDouble() * 100, "c" + random.nextInt(5));
    }
    assertTrue(column.strokes().size() <= 100);
    assertEquals(100, column.strokes().stream().mapToInt(Stroke::height).sum());
  }

  @Test
  void aColumnWithoutRoomTakesMarks() {
    MapColumn column = new MapColumn(0);
    column.put(0, "red");
    assertEquals(1, column.strokes().size());
  }
}
