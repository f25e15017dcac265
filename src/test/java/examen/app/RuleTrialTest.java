package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.highlight.Category;
import examen.highlight.HighlightRule;
import examen.highlight.RuleChanges;
import examen.highlight.Scope;
import examen.rating.RaterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule tried over a project, and rules counted in pieces. */
@SuppressWarnings("NullAway.Init") // Each test opens its own project.
class RuleTrialTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final int TRANSCRIPTS = 250;

  @TempDir private Path folder;

  private Workbench workbench;

  /** In each transcript one sentence with "lorry", in every second also one with "wagon". */
  @BeforeEach
  void open() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < TRANSCRIPTS; i++) {
      lines.append("{\"messages\":[{\"role\":\"user\",\"content\":\"A lorry?\"},");
      lines.append("{\"role\":\"assistant\",\"content\":\"Number ").append(i).append(" saw. ");
      lines.append("The red lorry came. ").append(i % 2 == 0 ? "The \uD83D\uDE00 wagon left." : "");
      lines.append("\"}],\"canary\":\"c\"}\n");
    }
    Path file = Files.writeString(folder.resolve("many.jsonl"), lines);
    workbench =
        Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
    workbench.importFrom(TestProjects.request(file), Progress.NONE);
    assertEquals(TRANSCRIPTS, workbench.transcripts().size());
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void saysWhatIsNewAndWhatIsLostAgainstTheStoredRule() {
    RuleTrial trial = new RuleTrial(workbench, rule("wagon", "came"), rule("lorry", "saw"));
    RuleTrial.Findings found = trial.over(workbench, ANN, Progress.NONE, soFar -> {});
    assertEquals(TRANSCRIPTS, found.looked());
    assertEquals(TRANSCRIPTS, found.with());
    assertEquals(TRANSCRIPTS, found.same(), "the sentence with lorry and came");
    assertEquals(TRANSCRIPTS / 2, found.added(), "the sentence with wagon");
    assertEquals(TRANSCRIPTS, found.lost(), "the sentence with saw");
    assertEquals(RuleTrial.MOST_KEPT, found.hits().size());
    assertEquals(TRANSCRIPTS / 2, found.addedHits().size());
    assertEquals(RuleTrial.MOST_KEPT, found.lostHits().size());
    TrialHit hit = found.addedHits().getFirst();
    assertEquals("wagon", hit.cue());
    assertTrue(hit.before().endsWith("The \uD83D\uDE00 "), hit.before());
    assertTrue(hit.after().startsWith(" left."), hit.after());
    assertTrue(hit.anchor().holdsIn(workbench.transcript(hit.anchor().transcript()).orElseThrow()));
  }

  @Test
  void stoppedItKeepsWhatItHas() {
    RuleTrial trial = new RuleTrial(workbench, rule("lorry"), null);
    RuleTrial.Findings found =
        trial.over(workbench, ANN, (done, total, what) -> done < 10, soFar -> {});
    assertEquals(10, found.looked());
    assertEquals(10, found.added());
    assertEquals(TRANSCRIPTS, found.all());
  }

  @Test
  void countingGoesOnWhereItWasStoppedAndBeginsAnewWithOtherRules() {
    RuleChanges own = new RuleChanges(new TreeSet<>(), List.of(rule("lorry")));
    workbench.rules().change(own);
    RuleCounts counts = new RuleCounts();
    counts.goOn(workbench, (done, total, what) -> done < 100);
    assertEquals(100, counts.figures().looked());
    assertFalse(counts.figures().isWhole());
    int[] asked = {0};
    counts.goOn(workbench, (done, total, what) -> asked[0]++ >= 0);
    assertEquals(TRANSCRIPTS - 100, asked[0], "none is looked at twice");
    assertTrue(counts.figures().isWhole());
    assertEquals(TRANSCRIPTS, counts.figures().highlights().get("r"));
    assertEquals(TRANSCRIPTS, counts.figures().transcripts().get("r"));
    workbench.rules().change(own.withOff("r"));
    counts.goOn(workbench, (done, total, what) -> done < 3);
    assertEquals(3, counts.figures().looked());
    assertFalse(counts.figures().highlights().containsKey("r"));
  }

  @Test
  void whatCouldNotBeReadAgainIsNotStored() {
    HighlightRule bare =
        new HighlightRule(
            "bare",
            Category.LEVERAGE,
            Scope.SENTENCE,
            List.of("lorry"),
            List.of(),
            List.of(),
            "why",
            List.of(),
            List.of());
    RuleChanges changes = new RuleChanges(new TreeSet<>(), List.of(bare));
    Refusal refusal = assertThrows(Refusal.class, () -> workbench.rules().change(changes));
    assertEquals("rule bare, finds: needs at least 3, has 0", refusal.why());
    assertTrue(workbench.rules().changes().isEmpty());
  }

  @Test
  void rulesThatAnotherProgramChangedAreNotWrittenOver() {
    RuleChanges mine = new RuleChanges(new TreeSet<>(List.of("leverage-word")), List.of());
    try (Workbench other =
        Workbench.open(folder.resolve("p.examen"), TestProjects.surroundings(folder))) {
      other.rules().change(new RuleChanges(new TreeSet<>(List.of("learned-leverage")), List.of()));
    }
    assertThrows(Refusal.class, () -> RuleFile.store(workbench, RuleChanges.NONE, mine));
    assertEquals("[learned-leverage]", workbench.rules().changes().off().toString());
  }

  private static HighlightRule rule(String... cues) {
    return new HighlightRule(
        "r",
        Category.LEVERAGE,
        Scope.SENTENCE,
        List.of(cues),
        List.of(),
        List.of(),
        "why",
        List.of("A lorry, a wagon.", "lorry and wagon", "Lorry: wagon!"),
        List.of("No.", "Nothing.", "Never."));
  }
}
