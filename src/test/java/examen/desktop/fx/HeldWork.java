package examen.desktop.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work done at once, but for jobs: these wait until the test lets them run, as if they took long.
 */
public final class HeldWork implements FxWork {
  private final DirectWork direct = new DirectWork();
  private final List<Held> held = new ArrayList<>();
  private final List<Runnable> told = new ArrayList<>();
  private boolean collecting;

  private record Held(Runnable run, Runnable fail) {}

  @Override
  public <T> void command(Supplier<T> work, Consumer<? super T> then) {
    direct.command(work, then);
  }

  @Override
  public <T> void query(Object key, Supplier<T> work, Consumer<? super T> then) {
    direct.query(key, work, then);
  }

  @Override
  public <T> Job job(Function<? super Job, T> work, Consumer<? super T> then, Runnable otherwise) {
    Job job = new Job(this::later);
    held.add(
        new Held(
            () -> {
              collecting = true;
              T answer = work.apply(job);
              collecting = false;
              told.add(() -> then.accept(answer));
            },
            otherwise));
    return job;
  }

  /** Does the work of the oldest job, and keeps what it tells and its answer for later. */
  public void run() {
    held.removeFirst().run().run();
  }

  /** Ends the oldest job as if it had thrown. */
  public void fail() {
    held.removeFirst().fail().run();
  }

  /** How many things a job has told that were not taken yet, its answer included. */
  public int told() {
    return told.size();
  }

  /** Lets the screen hear the next of them. */
  public void hear() {
    told.removeFirst().run();
  }

  /** Lets the screen hear all. */
  public void hearAll() {
    while (!told.isEmpty()) {
      hear();
    }
  }

  public int waiting() {
    return held.size();
  }

  @Override
  public void later(Runnable action) {
    if (collecting) {
      told.add(action);
    } else {
      action.run();
    }
  }

  @Override
  public void refuseOnScreen() {}

  @Override
  public void close() {}
}
