package examen.app;

import examen.rating.Rater;
import examen.rating.RaterId;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.store.RaterTable;
import examen.store.SharedSettings;
import examen.store.Writing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Who rates in a project. One who is new is written down there with the first step they do. */
public final class Raters {
  /** In a work package, the id of the project from which it comes. */
  static final String PACKAGE_OF = "package-of";

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH_OF_ID = 10;

  private final Workbench workbench;
  private final ProjectFile file;
  private final RandomGenerator random;
  private final Map<RaterId, Rater> introduced = new ConcurrentHashMap<>();
  private volatile Map<RaterId, Rater> known = Map.of();
  private volatile boolean fixed;

  Raters(Workbench workbench, ProjectFile file, RandomGenerator random) {
    this.workbench = workbench;
    this.file = file;
    this.random = random;
  }

  /** An id for somebody who has none: {@code r-} and ten letters or digits. */
  public RaterId newId() {
    String letters =
        random
            .ints(LENGTH_OF_ID, 0, LETTERS.length())
            .mapToObj(i -> LETTERS.substring(i, i + 1))
            .collect(Collectors.joining());
    return new RaterId("r-" + letters);
  }

  /** All whom the project knows, by name. */
  public List<Rater> all() {
    return List.copyOf(known.values());
  }

  /** A rater with their name; one who has none here is called by their id. */
  public Rater of(RaterId id) {
    Rater rater = introduced.getOrDefault(id, known.get(id));
    return rater == null ? Rater.unnamed(id) : rater;
  }

  /** Whether only those whom the project knows may rate in it. */
  public boolean areFixed() {
    return fixed;
  }

  /**
   * From now on nobody else may rate here.
   *
   * @throws Refusal if the project knows nobody yet
   */
  void fix() {
    if (all().isEmpty()) {
      throw new Refusal(
          name() + ": it knows no raters yet; add them first: examen raters --add NAME");
    }
    put("true");
  }

  /** From now on anybody may rate here. */
  void open() {
    put("false");
  }

  /**
   * Gives the one who rates another name.
   *
   * @throws Refusal if they may not rate here
   */
  public void rename(Rater rater) {
    refusal(rater.id())
        .ifPresent(
            why -> {
              throw new Refusal(why);
            });
    put(rater);
  }

  /** Writes somebody down now, or gives them another name. */
  void put(Rater rater) {
    workbench.checkThread();
    Instant now = workbench.now();
    file.runInTransaction(writing -> RaterTable.put(writing, rater, now));
    refresh();
  }

  /** Tells by which name to write somebody down when they do their first step. */
  public void introduce(Rater rater) {
    introduced.put(rater.id(), rater);
  }

  /**
   * Whom somebody means who gives this id or name. Who is not known yet gets an id: the name itself
   * where it can be one, so that it is the same rater in every copy of the project.
   *
   * @throws Refusal if two have the name, it cannot be a name, or the raters are fixed and this is
   *     none of them
   */
  public Rater meant(String idOrName) {
    List<Rater> called = called(idOrName);
    if (called.size() > 1) {
      throw new Refusal(
          name()
              + ": "
              + called.size()
              + " raters are called \""
              + idOrName
              + "\"; say which by id: "
              + called.stream().map(r -> r.id().value()).collect(Collectors.joining(", ")));
    }
    if (called.size() == 1) {
      return called.getFirst();
    }
    if (!Rater.isName(idOrName)) {
      throw new Refusal(
          "a rater's name has 1 to " + Rater.LONGEST_NAME + " characters in one line");
    }
    if (fixed) {
      throw new Refusal(stranger("\"" + idOrName + "\""));
    }
    return new Rater(RaterId.isId(idOrName) ? new RaterId(idOrName) : newId(), idOrName);
  }

  private List<Rater> called(String idOrName) {
    return known.values().stream()
        .filter(rater -> rater.id().value().equals(idOrName))
        .findFirst()
        .map(List::of)
        .orElseGet(() -> all().stream().filter(r -> r.name().equals(idOrName)).toList());
  }

  /**
   * As whom this person works here: themselves where the project knows their id or anybody may rate
   * here; else the one with their name, or the only one there is, as in a work package. Empty where
   * they have to say which of {@link #all} they are.
   */
  public Optional<Rater> here(Rater person) {
    Rater same = known.get(person.id());
    if (same != null) {
      return Optional.of(same);
    }
    List<Rater> namesakes = all().stream().filter(r -> r.name().equals(person.name())).toList();
    if (namesakes.size() == 1) {
      return Optional.of(namesakes.getFirst());
    }
    return fixed ? only() : Optional.of(person);
  }

  /** The only one who may rate here, as in a work package; empty where there are others or none. */
  public Optional<Rater> only() {
    return fixed && known.size() == 1 ? Optional.of(all().getFirst()) : Optional.empty();
  }

  /** Why this rater may do nothing here; empty if they may. */
  Optional<String> refusal(RaterId rater) {
    return fixed && !known.containsKey(rater)
        ? Optional.of(stranger("\"" + of(rater).name() + "\""))
        : Optional.empty();
  }

  private String stranger(String who) {
    return name()
        + ": "
        + who
        + " is none of its raters, and nobody else may rate here; choose one of: "
        + all().stream().map(Rater::name).collect(Collectors.joining(", "));
  }

  /** Whether this one is written down, by the name that they have now. */
  boolean isWritten(RaterId rater) {
    return of(rater).equals(known.get(rater));
  }

  /** Writes the one who did something down, unless they are. */
  void written(Writing writing, RaterId rater, Instant at) {
    if (!isWritten(rater)) {
      RaterTable.put(writing, of(rater), at);
    }
  }

  /** Takes in what is in the file. */
  void refresh() {
    Map<RaterId, Rater> now = new LinkedHashMap<>();
    file.reading(RaterTable::all).forEach(rater -> now.put(rater.id(), rater));
    known = now;
    fixed =
        file.reading(reading -> ProjectSettings.get(reading, SharedSettings.RATERS_FIXED))
            .map("true"::equals)
            .orElse(false);
  }

  private void put(String isFixed) {
    workbench.checkThread();
    Instant now = workbench.now();
    file.runInTransaction(
        writing -> SharedSettings.put(writing, SharedSettings.RATERS_FIXED, isFixed, now));
    refresh();
  }

  private String name() {
    return String.valueOf(file.path().getFileName());
  }
}
