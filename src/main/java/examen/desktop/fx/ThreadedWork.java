package examen.desktop.fx;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Work on threads of its own: one for commands, few for questions, one for each long job. */
public final class ThreadedWork implements FxWork {
  private final ExecutorService commands =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("command").factory());
  private final ExecutorService queries =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().name("query-", 0).daemon().factory());
  private final ExecutorService jobs =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("job-", 0).factory());
  private final Map<Object, Integer> asked = new HashMap<>();
  private final Consumer<Throwable> onProblem;

  /**
   * @param onProblem called on the JavaFX thread with what work threw
   */
  public ThreadedWork(Consumer<Throwable> onProblem) {
    this.onProblem = onProblem;
  }

  @Override
  public <T> void command(Supplier<T> work, Consumer<? super T> then) {
    start(commands, work, then, () -> {});
  }

  /** Called on the JavaFX thread, as {@code asked} is read and written there alone. */
  @Override
  public <T> void query(Object key, Supplier<T> work, Consumer<? super T> then) {
    int mine = asked.merge(key, 1, Integer::sum);
    start(
        queries,
        work,
        answer -> {
          if (asked.getOrDefault(key, 0) == mine) {
            then.accept(answer);
          }
        },
        () -> {});
  }

  @Override
  public <T> Job job(Function<? super Job, T> work, Consumer<? super T> then, Runnable otherwise) {
    Job job = new Job(this::later);
    start(jobs, () -> work.apply(job), then, otherwise);
    return job;
  }

  @Override
  public void later(Runnable action) {
    Platform.runLater(action);
  }

  @Override
  public void refuseOnScreen() {
    if (Platform.isFxApplicationThread()) {
      throw new IllegalStateException("this would hold up the screen");
    }
  }

  @Override
  public void close() {
    commands.close();
    jobs.close();
    queries.shutdownNow();
  }

  private <T> void start(
      ExecutorService on, Supplier<T> work, Consumer<? super T> then, Runnable otherwise) {
    var _ =
        CompletableFuture.supplyAsync(work, on)
            .whenComplete((answer, failure) -> later(() -> end(answer, failure, then, otherwise)));
  }

  private <T> void end(
      T answer, @Nullable Throwable failure, Consumer<? super T> then, Runnable otherwise) {
    if (failure == null) {
      then.accept(answer);
    } else {
      onProblem.accept(cause(failure));
      otherwise.run();
    }
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
