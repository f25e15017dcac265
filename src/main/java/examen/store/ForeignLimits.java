package examen.store;

import java.time.Duration;

/**
 * What may be spent on a file of unknown origin.
 *
 * @param fileBytes the largest that is copied
 * @param valueBytes the largest value, or row, that is read
 * @param oneLook the longest that the checks, and each reading after them, may take
 */
public record ForeignLimits(long fileBytes, int valueBytes, Duration oneLook) {
  /** Wide enough for every project that Examen makes. */
  public static final ForeignLimits USUAL =
      new ForeignLimits(64L << 30, 100 << 20, Duration.ofMinutes(2));
}
