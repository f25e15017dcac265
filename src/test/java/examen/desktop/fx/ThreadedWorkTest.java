package examen.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Ui;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ThreadedWorkTest {
  private final List<Throwable> problems = new CopyOnWriteArrayList<>();
  private final ThreadedWork work = new ThreadedWork(problems::add);

  @BeforeEach
  void start() throws Exception {
    Ui.start();
  }

  @AfterEach
  void close() {
    work.close();
  }

  @Test
  void commandsRunInTheOrderOfTheirCallsAndAnswerOnTheScreensThread() throws Exception {
    List<Integer> order = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(50);
    for (int i = 0; i < 50; i++) {
      int number = i;
      work.command(
          () -> Platform.isFxApplicationThread() ? -1 : number,
          answer -> {
            order.add(Platform.isFxApplicationThread() ? answer : -2);
            done.countDown();
          });
    }
    assertTrue(done.await(20, TimeUnit.SECONDS));
    assertEquals(IntStream.range(0, 50).boxed().toList(), order);
  }

  @Test
  void theAnswerToAnOlderQuestionIsDropped() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    List<String> answers = new CopyOnWriteArrayList<>();
    Ui.fx(
        () -> {
          work.query("key", () -> wait(hold, "old"), answers::add);
          work.query(
              "key",
              () -> "new",
              answer -> {
                answers.add(answer);
                answered.countDown();
              });
          return 0;
        });
    assertTrue(answered.await(20, TimeUnit.SECONDS));
    hold.countDown();
    Ui.pulses(3);
    assertEquals(List.of("new"), answers);
  }

  @Test
  void aJobTellsHowFarItIsAndStopsWhenAsked() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Job job =
        work.job(
            self -> {
              self.tell(0.5, "half");
              started.countDown();
              while (!self.cancelled()) {
                Thread.onSpinWait();
              }
              return "stopped";
            },
            end -> ended.countDown());
    assertTrue(started.await(20, TimeUnit.SECONDS));
    assertEquals(0.5, Ui.fx(() -> job.shareProperty().get()));
    assertFalse(job.cancelled());
    job.cancel();
    assertTrue(ended.await(20, TimeUnit.SECONDS));
  }

  @Test
  void workThatThrowsIsAProblemAndNotAnAnswer() throws Exception {
    List<Object> answers = new CopyOnWriteArrayList<>();
    CountDownLatch after = new CountDownLatch(1);
    work.command(() -> List.of().getFirst(), answers::add);
    work.command(() -> 1, answer -> after.countDown());
    assertTrue(after.await(20, TimeUnit.SECONDS));
    assertEquals(List.of(), answers);
    assertInstanceOf(NoSuchElementException.class, problems.getFirst());
  }

  private static String wait(CountDownLatch latch, String answer) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answer;
  }
}
