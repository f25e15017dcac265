package examen.app;

import examen.rating.Blinding.Sight;
import examen.store.ProjectFile;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Projects for tests: real files, a clock that ticks by itself, seeded ids. */
public final class TestProjects {
  public static final Path SAMPLES = Path.of("sample-transcripts").toAbsolutePath();

  private static final Path GOLDEN = Path.of("src/test/resources/golden/format");

  private TestProjects() {}

  /** How many transcripts the samples hold, by the golden files that people have read. */
  public static int sampleCount() {
    return inGoldens("  transcript ");
  }

  /** How many records of the samples are bad on purpose, by the same files. */
  public static int badSampleCount() {
    return inGoldens("  rejected \"");
  }

  private static int inGoldens(String beginning) {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      int count = 0;
      for (Path file : files.toList()) {
        count +=
            (int) Files.readAllLines(file).stream().filter(l -> l.startsWith(beginning)).count();
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Surroundings whose clock starts in November 2026 and moves on a second at each look. */
  public static Surroundings surroundings(Path data) {
    AtomicLong seconds = new AtomicLong(Instant.parse("2026-11-21T10:00:00Z").getEpochSecond());
    InstantSource clock = () -> Instant.ofEpochSecond(seconds.getAndIncrement());
    return new Surroundings(
        clock, RandomGenerator.of("L64X128MixRandom"), Path.of("").toAbsolutePath(), data);
  }

  /** A new project in {@code folder} with all sample transcripts. */
  public static Path withSamples(Path folder) {
    Path file = folder.resolve("samples.examen");
    try (Workbench workbench = Workbench.openOrCreate(file, surroundings(folder))) {
      workbench.importFrom(request(SAMPLES), Progress.NONE);
    }
    return file;
  }

  /** A transcript with all that is kept of it, as no rater sees it before they have submitted. */
  public static Optional<Transcript> whole(Workbench workbench, TranscriptId id) {
    return workbench.transcript(id);
  }

  /** What classifiers point at in a transcript, as one who has submitted is shown it. */
  public static ImportedHighlights.Shown imported(Path project, TranscriptId id) {
    try (ProjectFile file = ProjectFile.open(project)) {
      return switch (new ImportedQuery(file, Sight.SEEING).of(id)) {
        case ImportedHighlights.Shown shown -> shown;
        case ImportedHighlights.Hidden _ -> throw new AssertionError("hidden from one who sees");
      };
    }
  }

  public static ImportRequest request(Path... paths) {
    return new ImportRequest(List.of(paths), null, Map.of(), false);
  }
}
