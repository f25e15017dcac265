package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.QuestionId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who rates in a project. */
class RatersTest {
  @TempDir private Path folder;

  private Workbench workbench;
  private Raters raters;
  private TranscriptId first;

  @BeforeEach
  void open() {
    workbench =
        Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
    workbench.importFrom(
        TestProjects.request(TestProjects.SAMPLES.resolve("sharegpt")), Progress.NONE);
    raters = workbench.raters();
    first = workbench.transcripts().getFirst().id();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void whoIsNewIsWrittenDownWithTheirFirstStepAndNotBefore() {
    Rater ann = new Rater(raters.newId(), "Ann Miller");
    assertTrue(ann.id().value().matches("r-[a-z0-9]{10}"), ann::toString);
    raters.introduce(ann);
    assertEquals(List.of(), stored());
    assertEquals(ann, raters.of(ann.id()));
    assertTrue(act(ann.id()) instanceof Decision.Accepted);
    assertEquals(List.of(ann), stored());
    raters.put(new Rater(ann.id(), "Ann Smith"));
    assertEquals(List.of("Ann Smith"), stored().stream().map(Rater::name).toList());
  }

  @Test
  void aNameOrAnIdThatIsKnownMeansThatRater() {
    Rater ann = new Rater(new RaterId("r-0000000001"), "Ann Miller");
    raters.put(ann);
    assertEquals(ann, raters.meant("Ann Miller"));
    assertEquals(ann, raters.meant("r-0000000001"));
    assertEquals(new Rater(new RaterId("bob"), "bob"), raters.meant("bob"));
    Rater carla = raters.meant("Carla Ruiz");
    assertTrue(carla.id().value().startsWith("r-"), carla::toString);
    raters.put(new Rater(new RaterId("r-0000000002"), "Ann Miller"));
    assertEquals(
        "p.examen: 2 raters are called \"Ann Miller\"; say which by id: r-0000000001, r-0000000002",
        refusal(() -> raters.meant("Ann Miller")));
    assertThrows(Refusal.class, () -> raters.meant("two\nlines"));
  }

  @Test
  void whereRatersAreFixedNobodyElseRates() {
    assertThrows(Refusal.class, () -> raters.fix());
    raters.put(new Rater(new RaterId("ann"), "ann"));
    raters.put(new Rater(new RaterId("bob"), "bob"));
    raters.fix();
    assertTrue(raters.areFixed());
    String why =
        "p.examen: \"mallory\" is none of its raters, and nobody else may rate here; choose one"
            + " of: ann, bob";
    assertEquals(why, refusal(() -> raters.meant("mallory")));
    assertEquals(new Decision.Refused(why), act(new RaterId("mallory")));
    assertTrue(act(new RaterId("ann")) instanceof Decision.Accepted);
    assertEquals(Optional.empty(), raters.here(new Rater(raters.newId(), "mallory")));
    assertEquals(Optional.empty(), raters.only());
    raters.open();
    assertTrue(act(new RaterId("mallory")) instanceof Decision.Accepted);
  }

  @Test
  void aPersonIsTheirIdHereElseTheirNameElseThemselves() {
    Rater ann = new Rater(new RaterId("r-0000000001"), "Ann Miller");
    raters.put(ann);
    assertEquals(Optional.of(ann), raters.here(new Rater(ann.id(), "Ann as was")));
    assertEquals(Optional.of(ann), raters.here(new Rater(new RaterId("r-x"), "Ann Miller")));
    Rater other = new Rater(new RaterId("r-y"), "Bo");
    assertEquals(Optional.of(other), raters.here(other));
    raters.fix();
    assertEquals(Optional.of(ann), raters.here(other), "the only one there is");
    assertFalse(raters.only().isEmpty());
  }

  @Test
  void whatAnotherProgramChangesIsSeen() {
    try (Workbench other =
        Workbench.open(folder.resolve("p.examen"), TestProjects.surroundings(folder))) {
      other.raters().put(new Rater(new RaterId("ann"), "Ann"));
      other.raters().fix();
    }
    workbench.refresh();
    assertEquals(List.of("Ann"), raters.all().stream().map(Rater::name).toList());
    assertTrue(raters.areFixed());
  }

  private int answered;

  private Decision act(RaterId rater) {
    answered++;
    String answer = answered % 2 == 0 ? "yes" : "cut-off";
    return workbench.act(rater, new Command.Answer(first, new QuestionId("usable"), answer));
  }

  /** As a program opens them that has just been started. */
  private List<Rater> stored() {
    try (Workbench again =
        Workbench.open(folder.resolve("p.examen"), TestProjects.surroundings(folder))) {
      return again.raters().all();
    }
  }

  private static String refusal(Runnable run) {
    return assertThrows(Refusal.class, run::run).why();
  }
}
