package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.QuestionId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Overlap;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work in a package, taken back, is the same as if it had been done in the project. */
class PackageRoundTripTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BOB = new RaterId("bob");

  @TempDir private Path folder;

  private Path project;
  private Path direct;
  private Path packages;

  /** A project given out to two, in which both have begun; and a copy of it. */
  @BeforeEach
  void assign() throws Exception {
    project = folder.resolve("study.examen");
    direct = folder.resolve("direct.examen");
    packages = Files.createDirectory(folder.resolve("packages"));
    try (Workbench workbench = Workbench.openOrCreate(project, surroundings(1))) {
      workbench.importFrom(
          TestProjects.request(TestProjects.SAMPLES.resolve("agentic-misalignment")),
          Progress.NONE);
      work(workbench, ANN, 11, 10);
      work(workbench, BOB, 12, 10);
      AssignReport report =
          workbench
              .plans()
              .assign(
                  new AssignRequest(
                      List.of("ann", "bob"),
                      new Overlap.Share(0.5),
                      1,
                      Set.of(),
                      List.of("model"),
                      5L,
                      packages,
                      false),
                  Progress.NONE);
      assertEquals(AssignReport.Fate.STORED, report.fate());
    }
    Files.copy(project, direct);
  }

  @Test
  void thePackageTakenBackGivesWhatWorkInTheProjectWouldHaveGiven() throws Exception {
    in(direct, 21, workbench -> work(workbench, ANN, 31, 40));
    Path anns = packages.resolve("study-ann.examen");
    in(anns, 21, workbench -> work(workbench, ANN, 31, 40));
    merge(project, anns);
    assertEquals(export(direct), export(project));
    merge(project, anns);
    assertEquals(export(direct), export(project), "twice is once");
  }

  @Test
  void othersMayWorkMeanwhileAndPackagesComeBackInAnyOrder() throws Exception {
    Path other = folder.resolve("other.examen");
    Files.copy(project, other);
    Path anns = packages.resolve("study-ann.examen");
    Path bobs = packages.resolve("study-bob.examen");
    in(anns, 21, workbench -> work(workbench, ANN, 31, 40));
    in(bobs, 22, workbench -> work(workbench, BOB, 32, 40));
    in(project, 23, workbench -> work(workbench, ANN, 33, 15));
    Files.copy(project, other, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    merge(project, anns);
    merge(project, bobs);
    merge(other, bobs);
    merge(other, anns);
    assertEquals(export(other), export(project));
  }

  @Test
  void aPackageMadeAnewFromTheProjectHoldsWhatCameBack() throws Exception {
    Path anns = packages.resolve("study-ann.examen");
    in(anns, 21, workbench -> work(workbench, ANN, 31, 40));
    merge(project, anns);
    Path again = Files.createDirectory(folder.resolve("again"));
    try (Workbench workbench = Workbench.open(project, surroundings(41))) {
      AssignReport report =
          workbench
              .plans()
              .assign(
                  new AssignRequest(List.of(), null, 0, Set.of(), null, null, again, false),
                  Progress.NONE);
      assertEquals(AssignReport.Fate.UNCHANGED, report.fate());
      try (Workbench made = Workbench.open(again.resolve("study-ann.examen"), surroundings(42))) {
        assertEquals(workbench.history(ANN), made.history(ANN));
        assertEquals(List.of(), made.lead().verify());
      }
    }
  }

  @Test
  void whatWasStoppedIsNamedAndTheSameCommandWritesTheRest() throws Exception {
    Path again = Files.createDirectory(folder.resolve("again"));
    AssignRequest request =
        new AssignRequest(List.of(), null, 0, Set.of(), null, null, again, false);
    try (Workbench workbench = Workbench.open(project, surroundings(41))) {
      Refusal refusal =
          assertThrows(
              Refusal.class,
              () -> workbench.lead().assign(request, (done, total, what) -> done == 0));
      assertEquals(
          "stopped; these packages are there and whole: study-ann.examen; the plan is stored: the"
              + " same command again writes the rest",
          refusal.why());
      assertEquals(List.of("study-ann.examen"), names(again));
      byte[] anns = Files.readAllBytes(again.resolve("study-ann.examen"));
      workbench.lead().assign(request, Progress.NONE);
      assertEquals(List.of("study-ann.examen", "study-bob.examen"), names(again));
      assertEquals(
          -1,
          java.util.Arrays.mismatch(anns, Files.readAllBytes(again.resolve("study-ann.examen"))));
      assertThrows(Refusal.class, () -> workbench.lead().assign(request, Progress.NONE));
    }
  }

  @Test
  void whatCannotBeWrittenIsNamedWithThoseThatAreThere() throws Exception {
    Path again = Files.createDirectory(folder.resolve("again"));
    AssignRequest request =
        new AssignRequest(List.of(), null, 0, Set.of(), null, null, again, false);
    Path inTheWay = again.resolve("study-bob.examen");
    Progress putsInTheWay =
        (done, total, what) -> {
          if (done == 1) {
            assertTrue(inTheWay.toFile().mkdir());
            assertTrue(inTheWay.resolve("x").toFile().mkdir());
          }
          return true;
        };
    try (Workbench workbench = Workbench.open(project, surroundings(41))) {
      Refusal refusal =
          assertThrows(Refusal.class, () -> workbench.lead().assign(request, putsInTheWay));
      assertTrue(refusal.why().startsWith("study-bob.examen was not written: "), refusal::why);
      assertTrue(refusal.why().contains("there and whole: study-ann.examen;"), refusal::why);
      assertEquals(List.of("study-ann.examen", "study-bob.examen"), names(again));
    }
  }

  private static List<String> names(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private interface Session {
    void in(Workbench workbench);
  }

  private static void in(Path file, long seed, Session session) {
    try (Workbench workbench = Workbench.open(file, surroundings(seed))) {
      session.in(workbench);
      assertEquals(List.of(), workbench.lead().verify());
    }
  }

  /** Random answers, undone and done again at times, on what is given to the rater. */
  private static void work(Workbench workbench, RaterId rater, long seed, int steps) {
    Random random = new Random(seed);
    List<TranscriptId> own = new ArrayList<>(workbench.plans().of(rater).assigned());
    if (own.isEmpty()) {
      workbench.transcripts().subList(0, 2).forEach(line -> own.add(line.id()));
    }
    own.sort(null);
    int done = 0;
    for (int i = 0; i < steps; i++) {
      String answer = List.of("yes", "cut-off", "incoherent").get(random.nextInt(3));
      TranscriptId id = own.get(random.nextInt(own.size()));
      Command command =
          switch (random.nextInt(6)) {
            case 0 -> new Command.Undo();
            case 1 -> new Command.Redo();
            case 2 -> new Command.Withdraw(id, new QuestionId("usable"));
            default -> new Command.Answer(id, new QuestionId("usable"), answer);
          };
      done += workbench.act(rater, command) instanceof Decision.Accepted ? 1 : 0;
    }
    assertTrue(done > steps / 3, "seed " + seed + ": " + done);
  }

  private static void merge(Path into, Path from) {
    try (Workbench workbench = Workbench.open(into, surroundings(99))) {
      MergeReport report = workbench.lead().merging().run(List.of(from), Progress.NONE);
      assertEquals(0, report.leftOut(), report::toString);
      assertTrue(report.files().stream().noneMatch(f -> f.isShort()), report::toString);
      assertEquals(List.of(), workbench.lead().verify());
    }
  }

  private static String export(Path file) {
    try (Workbench workbench = Workbench.open(file, surroundings(98))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbench.lead().export("jsonl", out);
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  /** The same ids and times each time for one seed. */
  private static Surroundings surroundings(long seed) {
    AtomicLong seconds = new AtomicLong(1_795_000_000L + seed * 1_000);
    InstantSource clock = () -> Instant.ofEpochSecond(seconds.getAndIncrement());
    Path here = Path.of("").toAbsolutePath();
    return new Surroundings(clock, new Random(seed), here, here.resolve("target/data"));
  }
}
