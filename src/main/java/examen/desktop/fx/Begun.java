package examen.desktop.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work that is begun before JavaFX is there: beside its start, which takes as long. */
public final class Begun<T> {
  private final CompletableFuture<T> answer;

  private Begun(CompletableFuture<T> answer) {
    this.answer = answer;
  }

  /** Begins the work on a thread of its own. */
  public static <T> Begun<T> of(Supplier<T> work) {
    return new Begun<>(CompletableFuture.supplyAsync(work));
  }

  /**
   * Waits for the answer; for use within other work.
   *
   * @throws CompletionException with what the work threw
   */
  public T await() {
    return answer.join();
  }

  /** Has the answer put away once it is there, as nobody waits for it any more. */
  public void putAway(Consumer<T> away) {
    var _ = answer.thenAccept(away);
  }
}
