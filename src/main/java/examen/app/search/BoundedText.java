package examen.app.search;

import java.util.function.BooleanSupplier;

/**
 * A text that lets itself be looked at only so often: a pattern that takes linear time for one
 * place may, for many places, still go over one text again and again.
 */
final class BoundedText implements CharSequence {
  /** Looks between two questions whether to go on. */
  private static final int PACE = 1 << 16;

  private final CharSequence text;
  private final Effort effort;

  BoundedText(CharSequence text, Effort effort) {
    this.text = text;
    this.effort = effort;
  }

  /** How often one may still look, over all texts. Not thread-safe. */
  static final class Effort {
    private final BooleanSupplier stopped;
    private long left;

    /**
     * @param most how many looks there are
     * @param stopped asked now and then
     */
    Effort(long most, BooleanSupplier stopped) {
      this.left = most;
      this.stopped = stopped;
    }

    private void look() {
      left--;
      if (left < 0 || (left % PACE == 0 && stopped.getAsBoolean())) {
        throw new Spent();
      }
    }
  }

  /** There is no more looking. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {
      super("too many looks at a text", null, false, false);
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    effort.look();
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedText(text.subSequence(start, end), effort);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
