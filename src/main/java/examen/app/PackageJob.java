package examen.app;

import examen.rating.AssignmentPlan;
import examen.rating.Ledger;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.rating.Stamp;
import examen.rating.StepId;
import examen.store.ChangeLog;
import examen.store.Finding;
import examen.store.OwnSteps;
import examen.store.PlanTable;
import examen.store.ProjectFile;
import examen.store.ProjectOrigin;
import examen.store.ProjectSettings;
import examen.store.RaterTable;
import examen.store.StoreException;
import examen.store.Verification;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes work packages: for each rater a project of their own with what they are to read, and
 * nothing that they may not know. A package is there whole and checked, or not at all.
 */
final class PackageJob {
  /** Longer than a package is ever written without anything reaching the disk. */
  private static final Duration LEFT_AFTER = Duration.ofMinutes(10);

  private final ProjectFile project;
  private final Ledger ledger;
  private final Surroundings surroundings;

  /**
   * @param ledger what the project's log says
   */
  PackageJob(ProjectFile project, Ledger ledger, Surroundings surroundings) {
    this.project = project;
    this.ledger = ledger;
    this.surroundings = surroundings;
  }

  /**
   * Where the packages are to be.
   *
   * @param folder null where none are wanted
   * @throws Refusal if there is no such folder
   */
  Map<Rater, Path> places(@Nullable Path folder, Collection<Rater> raters) {
    if (folder == null) {
      return Map.of();
    }
    if (!Files.isDirectory(folder)) {
      throw new Refusal(folder + ": there is no such folder; make it first");
    }
    Map<Rater, Path> places = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (Rater rater : raters) {
      String name = fileName(rater.name());
      boolean taken = name.isEmpty() || !names.add(name.toLowerCase(java.util.Locale.ROOT));
      Path place = folder.resolve(stem() + "-" + (taken ? rater.id().value() : name) + ".examen");
      places.put(rater, place);
    }
    return places;
  }

  /**
   * Which of them were written before this was stopped or failed; they stay as they are.
   *
   * @param plan the one that held before and holds now; null if it is a new one
   * @throws Refusal if all are there, or one that is of something else: somebody may be at work in
   *     it
   */
  Set<Path> there(Map<Rater, Path> places, @Nullable AssignmentPlan plan) {
    Set<Path> there = new LinkedHashSet<>();
    for (Map.Entry<Rater, Path> each : places.entrySet()) {
      Path place = each.getValue();
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        there.add(place);
        if (plan == null || !isOf(place, each.getKey(), plan)) {
          throw isThere(place);
        }
      }
    }
    if (!there.isEmpty() && there.size() == places.size()) {
      throw isThere(there.iterator().next());
    }
    return there;
  }

  private static Refusal isThere(Path place) {
    return new Refusal(
        place.getFileName()
            + ": is there already, and somebody may have worked in it; merge it and move it away"
            + " first, or name another folder");
  }

  private boolean isOf(Path place, Rater rater, AssignmentPlan plan) {
    String from = project.reading(ProjectSettings::origin).id().toString();
    try (ProjectFile made = ProjectFile.openToRead(place, "it is only looked at")) {
      return made.reading(
          reading ->
              ProjectSettings.get(reading, Raters.PACKAGE_OF).equals(Optional.of(from))
                  && RaterTable.all(reading).stream()
                      .map(Rater::id)
                      .toList()
                      .equals(List.of(rater.id()))
                  && PlanTable.current(reading)
                      .map(AssignmentPlan::id)
                      .equals(Optional.of(plan.id())));
    } catch (StoreException none) {
      return false;
    }
  }

  private String stem() {
    String name = String.valueOf(project.path().getFileName());
    return name.endsWith(".examen") ? name.substring(0, name.length() - 7) : name;
  }

  /** What no system takes in a file's name is left out; empty where nothing is left. */
  private static String fileName(String name) {
    return name.strip().replaceAll("\\s+", "-").replaceAll("[^\\p{L}\\p{N}._-]", "");
  }

  /**
   * Writes the packages of these raters, but for those that are there.
   *
   * @throws Refusal if it was stopped, or one cannot be written; it names those that are there then
   */
  void write(AssignmentPlan plan, Map<Rater, Path> places, Set<Path> there, Progress progress) {
    removeLeftovers(places.values());
    Set<Path> done = new LinkedHashSet<>(there);
    for (Map.Entry<Rater, Path> each : places.entrySet()) {
      String name = String.valueOf(each.getValue().getFileName());
      if (done.contains(each.getValue())) {
        continue;
      }
      if (!progress.at(done.size(), places.size(), name)) {
        throw stopped("stopped", done);
      }
      try {
        write(plan, each.getKey(), each.getValue());
      } catch (Refusal | StoreException | UncheckedIOException e) {
        throw stopped(name + " was not written: " + e.getMessage(), done);
      }
      done.add(each.getValue());
    }
  }

  private static Refusal stopped(String why, Set<Path> done) {
    List<String> names = done.stream().map(path -> String.valueOf(path.getFileName())).toList();
    return new Refusal(
        why
            + (names.isEmpty()
                ? "; no package is there yet"
                : "; these packages are there and whole: " + String.join(", ", names))
            + "; the plan is stored: the same command again writes the rest");
  }

  /** What was begun by a program that was ended is of no use to anybody. */
  private void removeLeftovers(Collection<Path> places) {
    Instant before = surroundings.clock().instant().minus(LEFT_AFTER);
    for (Path place : places) {
      String begin = "." + place.getFileName() + ".";
      try (DirectoryStream<Path> left =
          Files.newDirectoryStream(
              place.resolveSibling(""),
              file -> String.valueOf(file.getFileName()).startsWith(begin))) {
        for (Path file : left) {
          if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
            Files.deleteIfExists(file);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void write(AssignmentPlan plan, Rater rater, Path place) {
    Path beside = place.resolveSibling("." + place.getFileName() + "." + surroundings.ids().next());
    try {
      fill(plan, rater, beside);
      Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deleteLeftover(beside);
    }
  }

  private void fill(AssignmentPlan plan, Rater rater, Path beside) {
    ProjectOrigin origin =
        new ProjectOrigin(
            surroundings.ids().next(),
            surroundings.clock().instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
            Version.PROGRAM);
    try (ProjectFile made = ProjectFile.create(beside, origin)) {
      OwnSteps own = OwnSteps.of(project, rater.id());
      new PackageContents(project, made, plan, rater).put(own, transcripts(plan, rater.id(), own));
      restate(
          made, new Stamp(new StepId(surroundings.ids().next()), origin.createdAt(), rater.id()));
      List<Finding> findings = Verification.of(made);
      if (!findings.isEmpty()) {
        throw new Refusal(
            "the package of "
                + rater.name()
                + " was not written, as it would not be whole ("
                + findings.getFirst().what()
                + "); look what is wrong with the project: examen verify");
      }
    }
  }

  private void restate(ProjectFile made, Stamp stamp) {
    if (!Restating.isNeedless(project)) {
      long known = project.reading(ChangeLog::lastClock);
      int version = Codebooks.inUse(project).version();
      Restating.in(project, ledger).inPackage(made, version, known, stamp);
    }
  }

  /** What is given to them, in their order, and what else they have worked on. */
  private static List<TranscriptId> transcripts(AssignmentPlan plan, RaterId rater, OwnSteps own) {
    Set<TranscriptId> all = new LinkedHashSet<>(plan.of(rater));
    all.addAll(own.transcripts());
    return List.copyOf(all);
  }

  private static void deleteLeftover(Path beside) {
    try {
      Files.deleteIfExists(beside);
      Files.deleteIfExists(beside.resolveSibling(beside.getFileName() + "-journal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
