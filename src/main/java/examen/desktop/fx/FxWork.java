package examen.desktop.fx;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How view models have work done without holding up the screen. Every {@code then} runs on the
 * JavaFX thread. Work that throws goes to the one place for problems instead.
 */
public interface FxWork extends AutoCloseable {
  /** Work that changes something: one after the other, in the order of the calls. */
  <T> void command(Supplier<T> work, Consumer<? super T> then);

  /**
   * Work that asks something: an answer is dropped when a newer question with the same key was
   * asked meanwhile.
   */
  <T> void query(Object key, Supplier<T> work, Consumer<? super T> then);

  /**
   * Long work that tells how far it is and may be cancelled; after a cancel {@code then} is still
   * called.
   */
  default <T> Job job(Function<? super Job, T> work, Consumer<? super T> then) {
    return job(work, then, () -> {});
  }

  /**
   * The same, for one who must know that it came to nothing.
   *
   * @param otherwise called in place of {@code then} when the work threw, after the one place for
   *     problems was told
   */
  <T> Job job(Function<? super Job, T> work, Consumer<? super T> then, Runnable otherwise);

  /** Does something on the JavaFX thread, after what is going on there now. */
  void later(Runnable action);

  /**
   * For work that must not hold up the screen.
   *
   * @throws IllegalStateException on the JavaFX thread
   */
  void refuseOnScreen();

  /** Lets what was ordered end and takes no more. */
  @Override
  void close();
}
