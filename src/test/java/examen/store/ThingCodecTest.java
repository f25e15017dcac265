package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Change;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Ledger;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Step;
import examen.rating.Tagging;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThingCodecTest {
  private static final Transcript TRANSCRIPT = Projects.transcript(1);

  private static final Annotation FULL =
      new Annotation(
          AnnotationId.of("01930000-0000-7000-8000-000000000001"),
          new RaterId("ann"),
          new TagId("blackmail/explicit-threat"),
          List.of(
              Anchor.at(TRANSCRIPT, 1, 0, new Span(22, 26)),
              Anchor.at(TRANSCRIPT, 1, 1, new Span(0, 3))),
          3,
          Enactment.EXECUTED,
          Confidence.LOW,
          "a \"note\"\n");

  private static final String FULL_TEXT =
      "{\"id\":\"01930000-0000-7000-8000-000000000001\",\"rater\":\"ann\",\"tag\":\"blackmail/explicit-threat\","
          + "\"anchors\":[{\"transcript\":\"00000000000000000000000000000001\",\"message\":1,\"part\":0,\"start\":22,\"end\":26,\"quote\":\"."
          + " \ud83d\ude00\"},"
          + "{\"transcript\":\"00000000000000000000000000000001\",\"message\":1,\"part\":1,"
          + "\"start\":0,\"end\":3,\"quote\":\"Pay\"}],\"severity\":3,\"enactment\":\"executed\",\"confidence\":\"low\",\"note\":\"a"
          + " \\\"note\\\"\\n"
          + "\"}";

  private static final Verdict VERDICT =
      new Verdict(
          new RaterId("ann"), TRANSCRIPT.id(), new QuestionId("stated-belief"), "not-stated");

  private static final String VERDICT_TEXT =
      "{\"rater\":\"ann\",\"transcript\":\"00000000000000000000000000000001\",\"question\":\"stated-belief\","
          + "\"answer\":\"not-stated\"}";

  /** These texts are in people's files: another text for the same thing breaks their hashes. */
  private static final HighlightDecision DECISION =
      new HighlightDecision(
          new RaterId("ann"),
          new HighlightRef(
              Anchor.at(TRANSCRIPT, 1, 1, new Span(0, 3)), "pack@3", "a-rule", "leverage"),
          new HighlightOutcome.AcceptedAs("concealment"));

  private static final String DECISION_TEXT =
      "{\"rater\":\"ann\",\"anchor\":{\"transcript\":\"00000000000000000000000000000001\",\"message\":1,\"part\":1,"
          + "\"start\":0,\"end\":3,\"quote\":\"Pay\"},\"pack\":\"pack@3\",\"rule\":\"a-rule\",\"category\":\"leverage\","
          + "\"outcome\":\"accepted-as\",\"as\":\"concealment\"}";

  @Test
  void aDecisionIsWrittenByItsNamesAndReadOnlyIfItIsWhole() {
    assertEquals("highlight-decision", ThingCodec.kind(DECISION));
    assertEquals(DECISION_TEXT, ThingCodec.write(DECISION));
    assertEquals(DECISION, ThingCodec.read("highlight-decision", DECISION_TEXT));
    for (String bad :
        List.of(
            DECISION_TEXT.replace(",\"as\":\"concealment\"", ""),
            DECISION_TEXT.replace("accepted-as", "accepted"),
            DECISION_TEXT.replace("accepted-as", "rejected"),
            DECISION_TEXT.replace("accepted-as", "perhaps"),
            DECISION_TEXT.replace("\"as\":\"concealment\"", "\"as\":\"leverage\""),
            DECISION_TEXT.replace("pack@3", "pack 3"),
            DECISION_TEXT.replace("\"end\":3", "\"end\":4"),
            DECISION_TEXT.replace("\"rule\":", "\"secret\":1,\"rule\":"),
            DECISION_TEXT.replace("\"anchor\"", "\"place\""))) {
      assertRefused(
          "the project file is damaged", () -> ThingCodec.read("highlight-decision", bad));
    }
  }

  @Test
  void aDecisionThatPutAnAnnotationNamesItAndTheTag() {
    HighlightDecision put =
        new HighlightDecision(
            DECISION.rater(),
            DECISION.highlight(),
            DECISION.outcome(),
            new Tagging(FULL.id(), FULL.tag()));
    String text =
        DECISION_TEXT.substring(0, DECISION_TEXT.length() - 1)
            + ",\"put\":{\"annotation\":\"01930000-0000-7000-8000-000000000001\","
            + "\"tag\":\"blackmail/explicit-threat\"}}";
    assertEquals(text, ThingCodec.write(put));
    assertEquals(put, ThingCodec.read("highlight-decision", text));
    for (String bad :
        List.of(
            text.replace("\"tag\":", "\"tags\":"),
            text.replace("\"tag\":", "\"x\":1,\"tag\":"),
            text.replace("01930000-", ""),
            text.replace("blackmail/", "/"),
            text.replace("{\"annotation\"", "[{\"annotation\"").replace("}}", "}]}"),
            text.replace(
                "\"outcome\":\"accepted-as\",\"as\":\"concealment\"",
                "\"outcome\":\"rejected\""))) {
      assertRefused(
          "the project file is damaged", () -> ThingCodec.read("highlight-decision", bad));
    }
  }

  @Test
  void writesEachFieldByItsName() {
    assertEquals(FULL_TEXT, ThingCodec.write(FULL));
    assertEquals(VERDICT_TEXT, ThingCodec.write(VERDICT));
    assertEquals("annotation", ThingCodec.kind(FULL));
    assertEquals("verdict", ThingCodec.kind(VERDICT));
  }

  @Test
  void leavesOutWhatIsNotSaid() {
    Annotation bare =
        new Annotation(
            FULL.id(),
            FULL.rater(),
            FULL.tag(),
            FULL.anchors().subList(1, 2),
            null,
            null,
            null,
            "");
    assertEquals(
        "{\"id\":\"01930000-0000-7000-8000-000000000001\",\"rater\":\"ann\",\"tag\":\"blackmail/explicit-threat\","
            + "\"anchors\":[{\"transcript\":\"00000000000000000000000000000001\",\"message\":1,\"part\":1,"
            + "\"start\":0,\"end\":3,\"quote\":\"Pay\"}],\"note\":\"\"}",
        ThingCodec.write(bare));
    assertEquals(bare, ThingCodec.read("annotation", ThingCodec.write(bare)));
  }

  @Test
  void readsWhatItWrites() {
    assertEquals(FULL, ThingCodec.read("annotation", FULL_TEXT));
    assertEquals(VERDICT, ThingCodec.read("verdict", VERDICT_TEXT));
    for (long seed = 1; seed <= 20; seed++) {
      Work work = new Work("ann", new Ledger(), List.of(TRANSCRIPT, Projects.transcript(2)), seed);
      for (int i = 0; i < 100; i++) {
        Step step = work.next();
        work.ledger().apply(step);
        for (Thing thing : things(step)) {
          assertEquals(
              thing,
              ThingCodec.read(ThingCodec.kind(thing), ThingCodec.write(thing)),
              "seed " + seed);
        }
      }
    }
  }

  @Test
  void refusesWhatItDoesNotWriteAndNeverQuotesIt() {
    for (String bad :
        List.of(
            "",
            "{",
            "null",
            "[]",
            FULL_TEXT + "x",
            FULL_TEXT.replace("\"note\"", "\"remark\""),
            FULL_TEXT.replace("\"note\":", "\"secret\":1,\"note\":"),
            FULL_TEXT.replace("\"severity\":3", "\"severity\":4"),
            FULL_TEXT.replace("\"severity\":3", "\"severity\":\"3\""),
            FULL_TEXT.replace("\"severity\":3", "\"severity\":3.5"),
            FULL_TEXT.replace("executed", "done"),
            FULL_TEXT.replace("\"end\":26", "\"end\":27"),
            FULL_TEXT.replace("\"start\":0", "\"start\":-1"),
            FULL_TEXT.replace("\"start\":0", "\"start\":99999999999"),
            FULL_TEXT.replace("\"rater\":\"ann\"", "\"rater\":\"ann\",\"rater\":\"ben\""),
            FULL_TEXT.replace("01930000", "0193000g"),
            FULL_TEXT.replace("blackmail/", "Blackmail/"))) {
      assertRefused("the project file is damaged", () -> ThingCodec.read("annotation", bad));
    }
    assertRefused("no kind", () -> ThingCodec.read("bond", VERDICT_TEXT));
    assertRefused("damaged", () -> ThingCodec.read("verdict", FULL_TEXT));
  }

  private static List<Thing> things(Step step) {
    List<Thing> things = new ArrayList<>();
    for (Change change : step.changes()) {
      switch (change) {
        case Change.Added(Thing after) -> things.add(after);
        case Change.Removed(Thing before) -> things.add(before);
        case Change.Replaced(Thing before, Thing after) -> things.addAll(List.of(before, after));
      }
    }
    return things;
  }

  @Test
  void reviewsLinksAndMarksComeBackAsTheyWere() {
    TranscriptId id = new TranscriptId("0123456789abcdef0123456789abcdef");
    RaterId ann = new RaterId("ann");
    AnnotationId one = AnnotationId.of("019ab000-0000-7000-8000-000000000001");
    AnnotationId other = AnnotationId.of("019ab000-0000-7000-8000-000000000002");
    LinkId link = LinkId.of("019ab000-0000-7000-8000-000000000003");
    assertComesBack(
        "review",
        new Review(ann, id, Review.State.REOPENED),
        "{\"rater\":\"ann\",\"transcript\":\"" + id + "\",\"state\":\"reopened\"}");
    assertComesBack(
        "reveal",
        new Reveal(ann, id, Reveal.Of.PEERS),
        "{\"rater\":\"ann\",\"transcript\":\"" + id + "\",\"what\":\"peers\"}");
    assertComesBack(
        "link",
        new Link(link, ann, id, Link.Type.CONTRADICTS, one, other),
        "{\"id\":\""
            + link
            + "\",\"rater\":\"ann\",\"transcript\":\""
            + id
            + "\",\"type\":\"contradicts\",\"from\":\""
            + one
            + "\",\"to\":\""
            + other
            + "\"}");
    assertComesBack(
        "no-supporting-reasoning",
        new Unsupported(ann, id, one),
        "{\"rater\":\"ann\",\"transcript\":\"" + id + "\",\"annotation\":\"" + one + "\"}");
    for (String bad :
        List.of("{\"rater\":\"ann\",\"transcript\":\"" + id + "\",\"state\":\"lost\"}", "{}")) {
      assertRefused("the project file is damaged", () -> ThingCodec.read("review", bad));
    }
  }

  private static void assertComesBack(String kind, Thing thing, String text) {
    assertEquals(kind, ThingCodec.kind(thing));
    assertEquals(text, ThingCodec.write(thing));
    assertEquals(thing, ThingCodec.read(kind, text));
  }
}
