package examen.stats;

/**
 * There is no such number, or no such interval.
 *
 * @param reason in a few words without a full stop, such as "no variation"
 */
public record Undefined(String reason) implements Result, Bounds {
  public Undefined {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("what is undefined has a reason");
    }
  }
}
