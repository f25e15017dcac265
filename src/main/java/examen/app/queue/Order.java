package examen.app.queue;

import java.util.Optional;

/**
 * The order of transcripts in the queue.
 *
 * @param condition the name of the condition where it goes by that; else empty
 */
public record Order(By by, String condition) {
  public static final Order IMPORT = new Order(By.IMPORT, "");

  /** By what transcripts are put in order; where that is the same, by import. */
  public enum By {
    IMPORT("import"),
    TITLE("title"),
    STATE("state"),
    /** The longest first. */
    LENGTH("length"),
    /** Those with most undecided highlights first. */
    UNDECIDED("undecided"),
    CONDITION("condition");

    private final String wire;

    By(String wire) {
      this.wire = wire;
    }

    /** The name in files and in the keys of texts. */
    public String wire() {
      return wire;
    }

    public static Optional<By> ofWire(String wire) {
      for (By by : values()) {
        if (by.wire.equals(wire)) {
          return Optional.of(by);
        }
      }
      return Optional.empty();
    }
  }
}
