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
import examen.store.ProjectFile;
import examen.store.ProjectOrigin;
import examen.store.Verification;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes work packages: for each rater a project of their own with what they are to read, and
 * nothing that they may not know. A package is there whole and checked, or not at all.
 */
final class PackageJob {
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
   * @throws Refusal if there is no such folder, or one is there already: somebody may be at work in
   *     it
   */
  Map<Rater, Path> places(Path folder, Collection<Rater> raters) {
    if (!Files.isDirectory(folder)) {
      throw new Refusal(folder + ": there is no such folder; make it first");
    }
    Map<Rater, Path> places = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (Rater rater : raters) {
      String name = fileName(rater.name());
      boolean taken = name.isEmpty() || !names.add(name.toLowerCase(java.util.Locale.ROOT));
      Path place = folder.resolve(stem() + "-" + (taken ? rater.id().value() : name) + ".examen");
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        throw new Refusal(
            place.getFileName()
                + ": is there already, and somebody may have worked in it; merge it and move it"
                + " away first, or name another folder");
      }
      places.put(rater, place);
    }
    return places;
  }

  private String stem() {
    String name = String.valueOf(project.path().getFileName());
    return name.endsWith(".examen") ? name.substring(0, name.length() - 7) : name;
  }

  /** What no system takes in a file's name is left out; empty where nothing is left. */
  private static String fileName(String name) {
    return name.strip().replaceAll("\\s+", "-").replaceAll("[^\\p{L}\\p{N}._-]", "");
  }

  /** Writes the packages of these raters. */
  void write(AssignmentPlan plan, Map<Rater, Path> places, Progress progress) {
    for (Map.Entry<Rater, Path> each : places.entrySet()) {
      write(plan, each.getKey(), each.getValue());
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
      restate(made, new Stamp(new StepId(surroundings.ids().next()), origin.createdAt(), rater.id()));
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
