package examen.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings that hold for a project in all its copies: who may rate, what raters see and when. Each
 * is kept with its place beside the log, so that the one set last holds wherever copies are merged.
 */
public final class SharedSettings {
  /** Whether only those may rate whom the project lists. */
  public static final String RATERS_FIXED = "raters-fixed";

  /** Whether a rater sees only what is given to them. */
  public static final String ONLY_ASSIGNED = "only-assigned";

  /** When raters may be shown what others say. */
  public static final String REVEALING = "revealing";

  /** When raters are shown what decisions teach. */
  public static final String SUGGESTIONS = "suggestions";

  private static final List<String> ALL =
      List.of(RATERS_FIXED, ONLY_ASSIGNED, REVEALING, SUGGESTIONS);
  private static final String PLACE = "set-at/";
  private static final String PLACE_FORM =
      "\\d{16} \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
  private static final String VALUE_FORM = "[a-z-]{1,40}";

  private SharedSettings() {}

  /**
   * @param place clock of the log, then the time; sorts as text
   */
  private record Set(String place, String value) {
    /** Of the log, and one more than that of the setting it replaced. */
    long clock() {
      return isWellFormed(this) && !place.isEmpty() ? Long.parseLong(place.substring(0, 16)) : 0;
    }

    boolean isAfter(Set other) {
      int byPlace = place.compareTo(other.place);
      return byPlace != 0 ? byPlace > 0 : value.compareTo(other.value) > 0;
    }
  }

  /** Sets one from now on. */
  public static void put(Writing writing, String key, String value, Instant at) {
    long before = of(writing, key).map(Set::clock).orElse(0L);
    long clock = Math.max(before, StepTable.lastClock(writing)) + 1;
    store(writing, key, new Set("%016d %s".formatted(clock, StoredTime.text(at)), value));
  }

  /** Puts one into a file that is made of parts of this one. */
  public static void copy(Reading from, Writing to, String key) {
    of(from, key).ifPresent(set -> store(to, key, set));
  }

  private static void store(Writing writing, String key, Set set) {
    ProjectSettings.put(writing, key, set.value());
    if (!set.place().isEmpty()) {
      ProjectSettings.put(writing, PLACE + key, set.place());
    }
  }

  /** What was set before places were kept comes before all others. */
  private static Optional<Set> of(Reading reading, String key) {
    return ProjectSettings.get(reading, key)
        .map(value -> new Set(ProjectSettings.get(reading, PLACE + key).orElse(""), value));
  }

  /**
   * Which another copy set later than this project did; a line each.
   *
   * @param taken told of each, with its value
   */
  static List<String> later(Reading ours, ForeignFile source, Taken taken) {
    List<String> lines = new ArrayList<>();
    for (String key : ALL) {
      Optional<Set> theirs =
          source.reading(reading -> of(reading, key)).filter(SharedSettings::isWellFormed);
      Optional<Set> here = of(ours, key);
      if (theirs.isPresent() && here.filter(set -> !theirs.get().isAfter(set)).isEmpty()) {
        taken.set(key, theirs.get().place(), theirs.get().value());
        if (here.filter(set -> set.value().equals(theirs.get().value())).isEmpty()) {
          lines.add(
              "the setting " + key + " is " + theirs.get().value() + " now, as it was set there");
        }
      }
    }
    return lines;
  }

  /** Takes one that another copy set later. */
  interface Taken {
    void set(String key, String place, String value);

    /** Writes it. */
    static Taken into(Writing writing) {
      return (key, place, value) -> store(writing, key, new Set(place, value));
    }
  }

  private static boolean isWellFormed(Set set) {
    return set.value().matches(VALUE_FORM)
        && (set.place().isEmpty() || set.place().matches(PLACE_FORM));
  }
}
