package examen.desktop.fx;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Work done at once, on the caller's thread: for tests of view models. */
public final class DirectWork implements FxWork {
  @Override
  public <T> void command(Supplier<T> work, Consumer<? super T> then) {
    then.accept(work.get());
  }

  @Override
  public <T> void query(Object key, Supplier<T> work, Consumer<? super T> then) {
    then.accept(work.get());
  }

  @Override
  public <T> Job job(Function<? super Job, T> work, Consumer<? super T> then, Runnable otherwise) {
    Job job = new Job(this::later);
    boolean done = false;
    try {
      T answer = work.apply(job);
      done = true;
      then.accept(answer);
    } finally {
      if (!done) {
        otherwise.run();
      }
    }
    return job;
  }

  @Override
  public void later(Runnable action) {
    action.run();
  }

  /** Here all work is done at once, on whichever thread asks for it. */
  @Override
  public void refuseOnScreen() {}

  @Override
  public void close() {}
}
