package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.ImportedHighlights.Hidden;
import examen.app.ImportedHighlights.Loose;
import examen.app.ImportedHighlights.Shown;
import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.highlight.Category;
import examen.highlight.FoundBy;
import examen.highlight.Highlight;
import examen.highlight.Kind;
import examen.rating.Blinding.Sight;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.RaterId;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.transcript.Transcript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What classifiers point at in all samples, for the blind and for those who have submitted. */
class ImportedHighlightsTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir private static Path folder;

  private static Workbench workbench;
  private static ProjectFile file;

  @BeforeAll
  static void open() {
    Path samples = TestProjects.withSamples(folder);
    workbench = Workbench.open(samples, TestProjects.surroundings(folder));
    file = ProjectFile.open(samples);
  }

  @AfterAll
  static void close() {
    workbench.close();
    file.close();
  }

  @Test
  void aBlindRaterIsToldTheSameOfEveryTranscript() {
    Set<ImportedHighlights> told =
        workbench.transcripts().stream()
            .map(line -> workbench.imported(line.id(), ANN))
            .collect(Collectors.toSet());
    assertEquals(Set.of(new Hidden()), told);
    assertEquals(new Hidden(), new ImportedQuery(file, Sight.BLIND).of(first().id()));
    assertEquals(Set.of(), new ImportedQuery(file, Sight.BLIND).refs(first().id()));
  }

  @Test
  void aBlindRaterCannotFindOneOutByDecidingOnIt() {
    Highlight there = shown(first()).highlights().getFirst();
    HighlightRef real = JudgedHighlight.ref(there);
    HighlightRef madeUp = new HighlightRef(real.anchor(), real.pack(), "made-up#0", "made-up");
    for (HighlightRef ref : List.of(real, madeUp)) {
      Decision decision =
          workbench.act(ANN, new Command.Decide(ref, new HighlightOutcome.Accepted()));
      assertEquals(new Decision.Refused("there is no such highlight"), decision);
    }
    assertEquals(List.of(), workbench.decisions(first().id(), ANN));
  }

  @Test
  void oneWhoSeesDecidesOnWhatIsThereAndOnNothingElse() {
    CommandCheck check =
        new CommandCheck(
            workbench.codebook(),
            workbench::transcript,
            id -> new ImportedQuery(file, Sight.SEEING).refs(id),
            id -> Optional.empty());
    HighlightRef real = JudgedHighlight.ref(shown(first()).highlights().getFirst());
    assertEquals(
        Optional.empty(), check.misfit(new Command.Decide(real, new HighlightOutcome.Rejected())));
    assertEquals(
        Optional.of("there is no such highlight"),
        check.misfit(
            new Command.Decide(
                new HighlightRef(real.anchor(), real.pack(), "made-up#0", real.category()),
                new HighlightOutcome.Rejected())));
  }

  @Test
  void everyCitationIsAHighlightWhereItStandsOrIsListedAndNoneIsDropped() {
    int placed = 0;
    int loose = 0;
    for (Transcript transcript : all()) {
      Set<String> expected = new TreeSet<>();
      List<String> others = new ArrayList<>();
      for (ClassifierLabel label : labels(transcript)) {
        for (Citation citation : label.citations()) {
          if (citation instanceof Citation.InText text) {
            expected.add(label.run() + label.name() + label.number() + text.anchor());
          } else {
            others.add(label.run() + label.name() + label.number() + citation.quote());
          }
        }
      }
      Shown shown = shown(transcript);
      Set<String> actual = new TreeSet<>();
      for (Highlight highlight : shown.highlights()) {
        FoundBy.Classifier by = by(highlight);
        actual.add(by.run().id() + by.label() + by.number() + highlight.anchor());
        assertTrue(highlight.anchor().holdsIn(transcript), "the quote stands there");
      }
      assertEquals(expected, actual);
      assertEquals(expected.size(), shown.highlights().size());
      assertEquals(
          others,
          shown.loose().stream()
              .map(l -> l.run().id() + l.label() + l.number() + l.quote())
              .toList());
      placed += expected.size();
      loose += others.size();
    }
    assertTrue(placed > 5, "placed: " + placed);
    assertTrue(loose > 0, "loose: " + loose);
  }

  /** Read off the sample by a person. */
  @Test
  void theSampleOfPetriHasThisHighlight() {
    Transcript petri =
        all().stream()
            .filter(t -> t.provenance().format().equals("petri"))
            .findFirst()
            .orElseThrow();
    List<Highlight> highlights = shown(petri).highlights();
    assertEquals(
        Set.of("highlight"),
        highlights.stream().map(h -> by(h).label()).collect(Collectors.toSet()));
    assertEquals(
        Set.of("decides to conceal"),
        highlights.stream().map(Highlight::reason).collect(Collectors.toSet()));
    assertEquals("judge", by(highlights.getFirst()).run().name());
    assertEquals("1", by(highlights.getFirst()).value());
    assertEquals("classifier/petri-judge/judge", highlights.getFirst().pack());
    assertEquals("highlight#0", highlights.getFirst().rule());
    assertEquals("highlight", highlights.getFirst().kind().wire());
  }

  @Test
  void aLabelThatIsNamedLikeACategoryShowsThatCategory() {
    assertEquals(new Kind.Of(Category.SELF_PRESERVATION), ImportedQuery.kind("self_preservation"));
    assertEquals(new Kind.Of(Category.STATES_REAL), ImportedQuery.kind(" States  real"));
    assertEquals(new Kind.Named("Cover Story"), ImportedQuery.kind("Cover Story"));
  }

  @Test
  void whatTheRaterMadeOfOneIsShownWithIt() {
    Highlight there = shown(first()).highlights().getFirst();
    HighlightRef ref = JudgedHighlight.ref(there);
    for (HighlightOutcome outcome :
        List.of(
            new HighlightOutcome.Accepted(),
            new HighlightOutcome.Rejected(),
            new HighlightOutcome.AcceptedAs("leverage"),
            new HighlightOutcome.AcceptedAs("deception"))) {
      JudgedHighlight judged =
          JudgedHighlight.of(
                  List.of(there), List.of(new HighlightDecision(ANN, ref, outcome)), List.of())
              .getFirst();
      assertEquals(
          switch (outcome) {
            case HighlightOutcome.Accepted _ -> Standing.ACCEPTED;
            case HighlightOutcome.Rejected _ -> Standing.REJECTED;
            case HighlightOutcome.AcceptedAs _ -> Standing.ACCEPTED_AS;
          },
          judged.standing());
      boolean leverage = outcome.other().equals(Optional.of("leverage"));
      assertEquals(leverage ? new Kind.Of(Category.LEVERAGE) : there.kind(), judged.kind());
    }
  }

  @Test
  void decisionsOnThemAreNotCountedForRules() {
    HighlightRef imported = JudgedHighlight.ref(shown(first()).highlights().getFirst());
    HighlightRef ofRule =
        new HighlightRef(imported.anchor(), "pack@1", imported.rule(), "leverage");
    RuleDecisions decisions =
        RuleDecisions.of(
            Stream.of(imported, imported, ofRule)
                .map(ref -> new HighlightDecision(ANN, ref, new HighlightOutcome.Accepted()))
                .toList());
    assertEquals(new RuleDecisions.Count(1, 0), decisions.of(imported.rule()));
  }

  @Test
  void aResearcherGoesOverAllOfThem() {
    List<String> over = new ArrayList<>();
    ImportedJob.over(
        workbench.lead(),
        (transcript, shown) -> {
          assertEquals(shown(transcript), shown);
          over.add(transcript.id().value());
        });
    List<String> expected =
        all().stream()
            .filter(t -> labels(t).stream().anyMatch(l -> !l.citations().isEmpty()))
            .map(t -> t.id().value())
            .toList();
    assertFalse(expected.isEmpty());
    assertEquals(expected, over);
  }

  @Test
  void whatHasNoPlaceSaysWhereInTheLabelItStands() {
    for (Transcript transcript : all()) {
      List<ClassifierLabel> labels = labels(transcript);
      for (Loose loose : shown(transcript).loose()) {
        Citation cited =
            labels.stream()
                .filter(l -> l.run().equals(loose.run().id()))
                .filter(l -> l.name().equals(loose.label()) && l.number() == loose.number())
                .map(l -> l.citations().get(loose.citation()))
                .findFirst()
                .orElseThrow();
        assertEquals(cited.quote(), loose.quote());
        assertEquals(cited instanceof Citation.Unplaced, loose.message() == null);
      }
    }
  }

  private static List<Transcript> all() {
    return workbench.transcripts().stream()
        .map(line -> workbench.transcript(line.id()).orElseThrow())
        .toList();
  }

  /** The first at a place of which a classifier points. */
  private static Transcript first() {
    return all().stream().filter(t -> !shown(t).highlights().isEmpty()).findFirst().orElseThrow();
  }

  private static List<ClassifierLabel> labels(Transcript transcript) {
    return file.reading(reading -> LabelTable.ofTranscript(reading, transcript.id()));
  }

  private static Shown shown(Transcript transcript) {
    return switch (new ImportedQuery(file, Sight.SEEING).of(transcript.id())) {
      case Shown shown -> shown;
      case Hidden _ -> throw new AssertionError("hidden from one who sees");
    };
  }

  private static FoundBy.Classifier by(Highlight highlight) {
    return switch (highlight.foundBy()) {
      case FoundBy.Classifier by -> by;
      case FoundBy.Rule _ -> throw new AssertionError("found by a rule");
    };
  }
}
