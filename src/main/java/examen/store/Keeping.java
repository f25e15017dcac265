package examen.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How long backups are kept: all of the last hour, the last of each hour of a day, the last of each
 * day of a month, and always the newest three.
 */
final class Keeping {
  static final int ALWAYS = 3;
  private static final Duration ALL = Duration.ofHours(1);
  private static final Duration HOURLY = Duration.ofDays(1);
  private static final Duration DAILY = Duration.ofDays(31);

  private Keeping() {}

  /**
   * Those that are not kept.
   *
   * @param newestFirst of later times too, where a clock was wrong: they count as of now
   */
  static List<Backup> surplus(List<Backup> newestFirst, Instant now) {
    List<Backup> surplus = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      Backup backup = newestFirst.get(i);
      boolean first = taken.add(slot(backup.at(), now, i));
      boolean old = backup.at().isBefore(now.minus(DAILY));
      if (i >= ALWAYS && (old || !first)) {
        surplus.add(backup);
      }
    }
    return surplus;
  }

  /** Of backups with one slot, the newest is kept. */
  private static String slot(Instant at, Instant now, int number) {
    if (!at.isBefore(now.minus(ALL))) {
      return "number " + number;
    }
    Duration unit = at.isBefore(now.minus(HOURLY)) ? Duration.ofDays(1) : Duration.ofHours(1);
    return unit + " " + Math.floorDiv(at.getEpochSecond(), unit.toSeconds());
  }
}
