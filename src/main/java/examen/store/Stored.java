package examen.store;

import examen.transcript.Span;
import java.util.function.Supplier;

/** Makes values of the core from what stands in the file; what the core does not take is damage. */
final class Stored {
  private Stored() {}

  static <T> T value(Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      // Not with the exception's words: they may quote the text.
      throw damaged("a value is outside its range");
    }
  }

  static Span span(int start, int end) {
    return value(() -> new Span(start, end));
  }

  /** An index or count. */
  static int number(long value) {
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw damaged("a number is outside its range");
    }
    return (int) value;
  }

  static StoreException damaged(String how) {
    return new StoreException("the project file is damaged: " + how);
  }
}
