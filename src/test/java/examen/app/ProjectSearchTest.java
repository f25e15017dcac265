package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.search.BadQuery;
import examen.codebook.TagId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSearchTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BOB = new RaterId("bob");

  @TempDir private Path folder = Path.of("");

  private Workbench workbench;

  @BeforeEach
  void open() {
    workbench = SearchProject.open(folder);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void wordsArePlacesInTheTextsThemselves() throws BadQuery {
    assertEquals(List.of("0/1/0 [12, 20) Leverage", "0/1/1 [0, 9) leverages"), places("leverage*"));
    assertEquals(List.of("0/1/0 [12, 20) Leverage"), places("LEVERAGE"));
    assertEquals(List.of("1/0/0 [4, 9) cafe\u0301"), places("cafe"));
    assertEquals(List.of("1/0/0 [11, 21) don’t tell"), places("\"don't tell\""));
    assertEquals(List.of(), places("\"tell don't\""));
  }

  @Test
  void allThatIsAskedMustHoldInOnePart() throws BadQuery {
    assertEquals(List.of(), places("leverage AND café"));
    assertEquals(2, places("leverage OR café").size());
    assertEquals(List.of("0/1/1 [0, 9) leverages"), places("leverage* NOT leverage"));
  }

  @Test
  void textWithoutSpacesIsFoundWhereverItStands() throws BadQuery {
    assertEquals(List.of("1/1/0 [2, 4) 威胁"), places("威胁"));
    assertEquals(List.of("1/1/0 [2, 5) 威胁他"), places("威胁他"));
    assertEquals(List.of("0/1/0 [20, 22) 😀"), places("\"😀\""));
  }

  @Test
  void filtersAskForRolePartConditionTitleAndState() throws BadQuery {
    assertEquals(List.of("0/1/1 [0, 9) leverages"), places("leverage* part:text"));
    assertEquals(List.of(), places("leverage* role:user"));
    assertEquals(List.of("1/0/0 [0, 3) The"), places("role:user"));
    assertEquals(List.of("0/0/0 [0, 3) You"), places("model:TERN"));
    assertEquals(List.of("1/0/0 [0, 3) The"), places("title:second"));
    assertEquals(2, places("state:open").size());
    assertEquals(List.of(), places("state:submitted"));
  }

  @Test
  void onlyOnesOwnAnnotationsAreFound() throws BadQuery {
    Transcript first = transcript(0);
    Anchor own = Anchor.at(first, 1, 0, new Span(0, 8));
    Anchor others = Anchor.at(first, 1, 1, new Span(0, 9));
    act(ANN, own);
    act(BOB, others);
    assertEquals(List.of("0/1/0 [0, 8) I have n"), places("tag:leverage"));
    assertEquals(List.of("0/1/0 [0, 8) I have n"), places("rater:ann"));
    assertEquals(List.of("0/1/0 [12, 20) Leverage"), places("tag:leverage leverage*"));
    BadQuery bad =
        assertThrows(BadQuery.class, () -> workbench.search(ANN).understand("rater:bob"));
    assertEquals("only what you marked yourself can be found: rater:ann", bad.why());
    assertEquals(List.of("0/0/0 [0, 3) You"), places("state:begun"));
  }

  @Test
  void whatThereIsNotIsSaidBeforeAnythingIsLookedFor() {
    ProjectSearch search = workbench.search(ANN);
    assertEquals(
        "the codebook has no tag robbery",
        assertThrows(BadQuery.class, () -> search.understand("x tag:robbery")).why());
    BadQuery bad = assertThrows(BadQuery.class, () -> search.understand("x 12:30"));
    assertTrue(bad.why().startsWith("nothing here is called 12;"), bad::why);
    assertEquals(2, bad.at());
  }

  @Test
  void moreThanIsKeptIsCountedAndNoTranscriptIsLost() throws BadQuery {
    SearchProject.addMany(folder, workbench, 3, 900);
    SearchResult found = find("again");
    assertEquals(2_700, found.count());
    assertEquals(ProjectSearch.MOST, found.hits().size());
    assertTrue(found.isCut());
    assertEquals(3, found.transcripts().size());
  }

  @Test
  void aSearchThatIsStoppedSaysSo() throws BadQuery {
    ProjectSearch search = workbench.search(ANN);
    SearchResult none = search.find(search.understand("leverage"), (done, total, what) -> false);
    assertFalse(none.whole());
    assertEquals(0, none.count());
  }

  @Test
  void theIndexFindsWhatLookingAtEveryTextFinds() throws BadQuery {
    long seed = 7_2026;
    Random random = new Random(seed);
    SearchProject.addRandom(folder, workbench, random, 40);
    ProjectSearch search = workbench.search(ANN);
    int found = 0;
    for (int i = 0; i < 600; i++) {
      NaiveQuery naive = NaiveQuery.random(random, 3);
      String typed = naive.typed();
      if (!naive.wants()) {
        continue;
      }
      SearchResult result = search.find(search.understand(typed), Progress.NONE);
      Set<String> hits =
          result.hits().stream().map(ProjectSearchTest::key).collect(Collectors.toSet());
      assertEquals(naive.in(workbench, ANN), hits, () -> "seed " + seed + ": " + typed);
      found += hits.size();
    }
    assertTrue(found > 2_000, "the random queries find " + found);
  }

  static String key(SearchHit hit) {
    Anchor at = hit.anchor();
    return at.transcript() + " " + at.message() + " " + at.part() + " " + at.span() + at.quote();
  }

  private SearchResult find(String typed) throws BadQuery {
    ProjectSearch search = workbench.search(ANN);
    SearchResult found = search.find(search.understand(typed), Progress.NONE);
    assertTrue(found.whole());
    for (SearchHit hit : found.hits()) {
      Transcript in = workbench.transcript(hit.anchor().transcript(), ANN).orElseThrow();
      assertTrue(hit.anchor().holdsIn(in), hit::toString);
    }
    return found;
  }

  private List<String> places(String typed) throws BadQuery {
    List<TranscriptLine> lines = workbench.transcripts();
    return find(typed).hits().stream()
        .map(SearchHit::anchor)
        .map(
            at ->
                lines.stream().map(TranscriptLine::id).toList().indexOf(at.transcript())
                    + "/"
                    + at.message()
                    + "/"
                    + at.part()
                    + " ["
                    + at.span().start()
                    + ", "
                    + at.span().end()
                    + ") "
                    + at.quote())
        .toList();
  }

  private Transcript transcript(int index) {
    return workbench.transcript(workbench.transcripts().get(index).id(), ANN).orElseThrow();
  }

  private void act(RaterId rater, Anchor at) {
    Command put =
        new Command.PutTag(workbench.newAnnotationId(), new TagId("leverage"), List.of(at), "");
    assertTrue(workbench.act(rater, put) instanceof Decision.Accepted);
  }
}
