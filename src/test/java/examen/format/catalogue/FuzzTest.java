package examen.format.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.ThreadMXBean;
import examen.app.ImportReport;
import examen.app.ImportRequest;
import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.format.FileSource;
import examen.format.Mutations;
import examen.format.Mutations.Mutant;
import examen.format.Source;
import examen.format.TranscriptFormat;
import examen.format.catalogue.FuzzSamples.Sample;
import examen.format.catalogue.SourceWalk.Found;
import examen.transcript.Provenance;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever becomes of a sample file, reading it does no harm: no exception, no hang, no more memory
 * than a file of its size may cost, no wrong place, no transcript text in a message. Inputs that
 * fail are kept in {@code target/fuzz}; {@code -Dexamen.fuzz.seed=N} tries others.
 */
class FuzzTest {
  private static final Path FAILED = Path.of("target/fuzz");
  private static final int EVERY_NTH_IS_IMPORTED = 25;
  private static final int EVERY_NTH_IS_WALKED = 8;
  private static final int MOST_FAILURES = 25;
  private static final long LONGEST_SECONDS = 5;
  private static final long HANG_SECONDS = 120;
  private static final long MOST_ALLOCATED = 1L << 30;
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path temporary;

  @Test
  void noChangeOfASampleDoesHarm() throws Exception {
    run(500, Long.getLong("examen.fuzz.seed", 20261121L));
  }

  @Test
  @Tag("nightly")
  void noneOfManyChangesDoesHarm() throws Exception {
    run(10_000, Long.getLong("examen.fuzz.seed", 20261122L));
  }

  private void run(int rounds, long seed) throws Exception {
    System.out.println("FuzzTest: " + rounds + " changes, seed " + seed);
    Path folder = temporary.toRealPath();
    FuzzSamples samples = new FuzzSamples(Files.createDirectory(folder.resolve("samples")));
    Rounds all = new Rounds(samples, folder, seed, seals(samples));
    List<String> failures = new ArrayList<>();
    try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
      for (int round = 0; round < rounds && failures.size() < MOST_FAILURES; round++) {
        List<String> complaints = await(worker, all, round);
        if (!complaints.isEmpty()) {
          failures.add(all.keep(round, complaints));
        }
      }
    }
    System.out.println("FuzzTest: " + all.summary());
    assertEquals(List.of(), failures, "seed " + seed + "; inputs are in " + FAILED);
    assertTrue(all.accepted > rounds / 10, "most changes must leave something to read");
  }

  private static List<String> await(ExecutorService worker, Rounds all, int round)
      throws Exception {
    Future<List<String>> result = worker.submit(() -> all.complaints(round));
    try {
      return result.get(HANG_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      StringWriter trace = new StringWriter();
      Objects.requireNonNullElse(e.getCause(), e).printStackTrace(new PrintWriter(trace));
      return List.of(trace.toString());
    } catch (TimeoutException e) {
      StringBuilder where = new StringBuilder("it hangs at");
      Thread.getAllStackTraces().values().stream()
          .filter(stack -> Arrays.toString(stack).contains("Rounds"))
          .forEach(stack -> where.append('\n').append(Arrays.toString(stack)));
      all.keep(round, List.of(where.toString()));
      throw new AssertionError(where.toString());
    }
  }

  private static Set<String> seals(FuzzSamples samples) {
    List<Transcript> transcripts = new ArrayList<>();
    for (Found.Recognised sample : samples.read()) {
      transcripts.addAll(FuzzReading.of(sample.format(), sample.source()).transcripts());
    }
    assertTrue(transcripts.toString().contains(FuzzSamples.SECRET));
    Set<String> seals = FuzzOracle.seals(transcripts);
    assertTrue(seals.size() > 3, "samples have seals");
    return seals;
  }

  /** One change after the other, each of its own seed, so that any can be done again alone. */
  private static final class Rounds {
    private final FuzzSamples samples;
    private final Path folder;
    private final long seed;
    private final Set<String> seals;
    private Sample sample;
    private Mutant mutant;
    private int accepted;
    private long mostAllocated;
    private long longest;

    Rounds(FuzzSamples samples, Path folder, long seed, Set<String> seals) {
      this.samples = samples;
      this.folder = folder;
      this.seed = seed;
      this.seals = seals;
      this.sample = samples.any(new Random(seed));
      this.mutant = new Mutant(new byte[0], "", false);
    }

    List<String> complaints(int round) throws IOException {
      Random random = new Random(seed * 1_000_003 + round);
      sample = samples.at(round, random);
      mutant =
          new Mutations(random).of(sample.bytes(), sample.members(), samples.any(random).bytes());
      FuzzOracle oracle = new FuzzOracle(mutant.isStructured() ? seals : Set.of());
      sample.write(mutant.bytes());
      try {
        found(oracle, random);
        forced(oracle, random);
        if (round % EVERY_NTH_IS_IMPORTED == 0) {
          imported(oracle, random, folder.resolve("round" + round));
        }
      } finally {
        sample.write(sample.bytes());
      }
      return oracle.complaints().stream().distinct().limit(10).toList();
    }

    /** As the walk finds it, and where it goes with others, with those. */
    private void found(FuzzOracle oracle, Random random) throws IOException {
      boolean isInFolder = random.nextInt(EVERY_NTH_IS_WALKED) == 0;
      int here = 0;
      boolean isCompanion = false;
      try (SourceWalk walk =
          new SourceWalk(List.of(isInFolder ? sample.folder() : sample.file()))) {
        String name = isInFolder ? sample.name() : sample.file().getFileName().toString();
        for (Found found : walk.all()) {
          if (!found.name().equals(name) && !found.name().startsWith(name + "/")) {
            continue;
          }
          here++;
          switch (found) {
            case Found.Recognised recognised -> twice(oracle, recognised);
            case Found.Companion _ -> isCompanion = true;
            case Found.Refused(String _, Source _, String reason) -> oracle.line(reason);
          }
        }
      }
      oracle.expect(here > 0, "the walk says nothing of it");
      if (isCompanion) {
        for (Found.Recognised user : samples.users(sample, random)) {
          twice(oracle, user);
        }
      }
    }

    private void forced(FuzzOracle oracle, Random random) throws IOException {
      TranscriptFormat format = Formats.ALL.get(random.nextInt(Formats.ALL.size()));
      Source source = FileSource.of(sample.folder(), sample.file());
      oracle.reading(measured(oracle, format, source));
    }

    private void twice(FuzzOracle oracle, Found.Recognised found) {
      FuzzReading once = measured(oracle, found.format(), found.source());
      oracle.reading(once);
      oracle.expect(
          once.equals(FuzzReading.of(found.format(), found.source())), "not the same twice");
      flagged(oracle, once);
      accepted += once.transcripts().isEmpty() ? 0 : 1;
    }

    private FuzzReading measured(FuzzOracle oracle, TranscriptFormat format, Source source) {
      long allocated = THREAD.getCurrentThreadAllocatedBytes();
      long began = THREAD.getCurrentThreadCpuTime();
      FuzzReading reading;
      try {
        reading = FuzzReading.of(format, source);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("as " + format.id(), e);
      }
      long seconds = THREAD.getCurrentThreadCpuTime() - began;
      long memory = THREAD.getCurrentThreadAllocatedBytes() - allocated;
      longest = Math.max(longest, seconds);
      mostAllocated = Math.max(mostAllocated, memory);
      oracle.expect(
          seconds < TimeUnit.SECONDS.toNanos(LONGEST_SECONDS),
          format.id() + " takes " + TimeUnit.NANOSECONDS.toMillis(seconds) + " ms");
      oracle.expect(memory < MOST_ALLOCATED, format.id() + " allocates " + memory + " bytes");
      return reading;
    }

    /** A replaced half of a pair is said; other replacement characters were there before. */
    private void flagged(FuzzOracle oracle, FuzzReading reading) {
      String input = new String(mutant.bytes(), StandardCharsets.UTF_8);
      boolean hadSome =
          !mutant.isStructured() || input.contains("\uFFFD") || input.contains("\\ufffd");
      if (!hadSome && reading.transcripts().stream().anyMatch(Rounds::isReplaced)) {
        oracle.expect(
            reading.said().stream().anyMatch(line -> line.contains("surrogate")),
            "half a pair was replaced and nothing said");
      }
    }

    private static boolean isReplaced(Transcript transcript) {
      return transcript.messages().stream()
          .flatMap(message -> message.parts().stream())
          .anyMatch(part -> part.text().indexOf('\uFFFD') >= 0);
    }

    /** Into a project of its own, from which it comes back as it was read. */
    private void imported(FuzzOracle oracle, Random random, Path into) throws IOException {
      Files.createDirectory(into);
      String format =
          random.nextInt(4) == 0 ? Formats.ALL.get(random.nextInt(Formats.ALL.size())).id() : null;
      ImportRequest request = new ImportRequest(List.of(sample.file()), format, Map.of(), false);
      Map<TranscriptId, Transcript> expected = new LinkedHashMap<>();
      int found = 0;
      if (format == null) {
        try (SourceWalk walk = new SourceWalk(request.paths())) {
          for (Found each : walk.all()) {
            FuzzReading reading = expected(each);
            reading.transcripts().forEach(t -> expected.putIfAbsent(t.id(), t));
            found += reading.found();
          }
        }
      }
      try (Workbench workbench =
          Workbench.openOrCreate(into.resolve("p.examen"), TestProjects.surroundings(into))) {
        ImportReport report = workbench.importFrom(request, Progress.NONE);
        report.files().forEach(file -> account(oracle, file));
        oracle.expect(
            format != null || found == report.found(),
            "read " + found + ", the report has " + report.found());
        stored(oracle, workbench, expected.values(), report.changed() > 0);
        oracle.expect(
            workbench.lead().transcripts().size() == report.imported(),
            "not as many as were imported");
        oracle.expect(
            workbench.lead().verify().isEmpty(), "found wrong: " + workbench.lead().verify());
        exported(oracle, workbench);
      }
    }

    private static FuzzReading expected(Found found) {
      FuzzReading refused = new FuzzReading(List.of(), List.of(), List.of(), List.of(), 1);
      FuzzReading reading =
          switch (found) {
            case Found.Recognised(TranscriptFormat format, Source source, _) ->
                FuzzReading.of(format, source);
            case Found.Companion _ -> FuzzReading.NOTHING;
            case Found.Refused _ -> refused;
          };
      boolean isSilent = reading.equals(FuzzReading.NOTHING) && found instanceof Found.Recognised;
      return isSilent ? refused : reading;
    }

    private static void account(FuzzOracle oracle, ImportReport.FileReport file) {
      file.rejections().forEach(remark -> oracle.line(remark.text()));
      file.warnings().forEach(remark -> oracle.line(remark.text()));
      oracle.expect(
          file.companion() || file.found() + file.warned() > 0,
          "nothing is said of " + file.source());
    }

    private static void stored(
        FuzzOracle oracle, Workbench workbench, Iterable<Transcript> expected, boolean changed) {
      for (Transcript transcript : expected) {
        Transcript stored = TestProjects.whole(workbench, transcript.id()).orElse(null);
        if (stored == null && changed) {
          continue; // It may be the sample that stayed out.
        }
        oracle.expect(
            stored != null && withoutSample(transcript).equals(withoutSample(stored)),
            "stored otherwise than read");
        if (stored != null) {
          workbench
              .highlights(stored)
              .forEach(
                  highlight ->
                      oracle.expect(
                          highlight.anchor().holdsIn(stored), "a highlight is not its slice"));
        }
      }
    }

    /** The name in the source is kept beside the transcript, not in it. */
    private static Transcript withoutSample(Transcript t) {
      Provenance provenance = t.provenance().withSample("");
      return new Transcript(
          t.id(), t.title(), provenance, t.conditions(), t.metadata(), t.messages(), t.branches());
    }

    private static void exported(FuzzOracle oracle, Workbench workbench) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbench.lead().export("jsonl", out);
      Set<String> ids = new HashSet<>();
      for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
        JsonNode record = MAPPER.readTree(line);
        ids.add(record.path("id").asText());
      }
      workbench
          .lead()
          .transcripts()
          .forEach(t -> oracle.expect(ids.contains(t.id().value()), "not in the export"));
    }

    /** Keeps the input, and gives what to say of it. */
    String keep(int round, List<String> complaints) throws IOException {
      Path kept = Files.createDirectories(FAILED.resolve(seed + "-" + round));
      Path file = kept.resolve(sample.folder().getFileName() + "/" + sample.name());
      Files.createDirectories(file.getParent());
      Files.write(file, mutant.bytes());
      String text =
          "round "
              + round
              + ", "
              + sample.name()
              + ", "
              + mutant.what()
              + "\n"
              + String.join("\n", complaints);
      Files.writeString(kept.resolve("complaints.txt"), text);
      return text.length() > 1500 ? text.substring(0, 1500) : text;
    }

    String summary() {
      return accepted
          + " readings gave transcripts; at most "
          + (mostAllocated >> 20)
          + " MiB allocated, "
          + TimeUnit.NANOSECONDS.toMillis(longest)
          + " ms";
    }
  }
}
