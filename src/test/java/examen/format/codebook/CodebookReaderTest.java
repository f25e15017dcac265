package examen.format.codebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.Answer;
import examen.codebook.Codebook;
import examen.codebook.Evidence;
import examen.codebook.Premise;
import examen.codebook.Question;
import examen.codebook.QuestionId;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.codebook.TagKind;
import examen.codebook.Warning;
import examen.format.Malformed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodebookReaderTest {
  private static final String BOOK =
      """
      {"id": "b", "version": 2, "name": "B",
       "tags": [
         {"id": "t", "name": "T", "kind": "action", "definition": "d", "includes": ["i"], "excludes": ["e"],
          "colour": "c12", "key": "z"},
         {"id": "t/u", "name": "U", "parent": "t", "definition": "d", "includes": [], "excludes": []}],
       "questions": [
         {"id": "q", "text": "Q?", "help": "h",
          "answers": [{"id": "no", "text": "No"}, {"id": "yes", "text": "Yes", "needsEvidence": true}]}]}
      """;

  private static final String TWO =
      BOOK.strip()
          .replace(
              "\"needsEvidence\": true}]}]}",
              """
              "needsEvidence": true}]},
              {"id": "r", "text": "R?", "optional": true, "askedIf": {"question": "q", "answers": ["yes"]},
               "answers": [{"id": "a", "text": "A", "evidence": {"tags": ["t"]}},
                           {"id": "b", "text": "B", "evidence": {"kind": "reasoning"}}]}]}
              """);

  @Test
  void readsTagsAndQuestions() throws Exception {
    Codebook book = read(BOOK);
    assertEquals(2, book.version());
    assertEquals(
        List.of(
            new Tag(
                new TagId("t"),
                "T",
                TagKind.ACTION,
                null,
                "d",
                List.of("i"),
                List.of("e"),
                "c12",
                "z"),
            new Tag(
                new TagId("t/u"),
                "U",
                TagKind.ACTION,
                new TagId("t"),
                "d",
                List.of(),
                List.of(),
                "c12",
                null)),
        book.tags());
    assertEquals(
        List.of(false, true),
        book.questions().getFirst().answers().stream().map(a -> a.needsEvidence()).toList());
  }

  @Test
  void aTagSaysWhichCategoryItIsForAndItsSubTagsAreForTheSame() throws Exception {
    Codebook book =
        read(BOOK.replace("\"key\": \"z\"", "\"key\": \"z\", \"category\": \"leverage\""));
    assertEquals("t", book.tagForCategory("leverage").orElseThrow().id().value());
    assertEquals("leverage", book.categoryOf(new TagId("t/u")).orElseThrow());
    assertEquals(Optional.empty(), book.tagForCategory("concealment"));
  }

  @Test
  void inACodebookThatSaysNothingOfCategoriesAReasoningTagIsForTheOneOfItsName() throws Exception {
    Codebook book =
        read(
            BOOK.replace("\"t\"", "\"leverage\"")
                .replace("t/u", "leverage/u")
                .replace("\"action\"", "\"reasoning\""));
    assertEquals("leverage", book.tagForCategory("leverage").orElseThrow().id().value());
    assertEquals("leverage", book.categoryOf(new TagId("leverage/u")).orElseThrow());
    Codebook action = read(BOOK.replace("\"t\"", "\"leverage\"").replace("t/u", "leverage/u"));
    assertEquals(Optional.empty(), action.tagForCategory("leverage"), "an action is no reasoning");
  }

  @Test
  void aQuestionSaysWhenItIsAskedAndAnAnswerWhatShowsIt() throws Exception {
    Codebook book = read(TWO);
    assertEquals(
        new Premise(new QuestionId("q"), List.of("yes")), book.questions().get(1).premise());
    assertEquals(Question.Need.OPTIONAL, book.questions().get(1).need());
    assertEquals(Question.Need.REQUIRED, book.questions().get(0).need());
    assertEquals(
        List.of(
            new Evidence.None(),
            new Evidence.AnyTag(),
            new Evidence.OfTags(List.of(new TagId("t"))),
            new Evidence.OfKind(TagKind.REASONING)),
        book.questions().stream()
            .flatMap(q -> q.answers().stream())
            .map(Answer::evidence)
            .toList());
    assertEquals(
        List.of(true, false),
        List.of(
            new Evidence.OfTags(List.of(new TagId("t"))).isShownBy(new TagId("t/u"), book),
            new Evidence.OfTags(List.of(new TagId("t/u"))).isShownBy(new TagId("t"), book)),
        "a sub-tag shows what its tag shows, and not the other way");
    assertEquals(
        List.of(true, false, false),
        List.of(
            new Evidence.OfKind(TagKind.ACTION).isShownBy(new TagId("t"), book),
            new Evidence.OfKind(TagKind.REASONING).isShownBy(new TagId("t"), book),
            new Evidence.OfKind(TagKind.ACTION).isShownBy(new TagId("gone"), book)));
  }

  @Test
  void refusesPremisesThatCannotHoldAndEvidenceThatCannotBePut() {
    assertRefusedOfTwo(
        "\"question\": \"q\"",
        "\"question\": \"x\"",
        "questions[1].askedIf.question is no question of this codebook");
    String later =
        "questions[1].askedIf.question must be a question before this one, so that none waits for"
            + " itself";
    assertRefusedOfTwo("\"question\": \"q\"", "\"question\": \"r\"", later);
    assertRefusedOfTwo(
        "\"help\": \"h\",",
        "\"askedIf\": {\"question\": \"r\", \"answers\": [\"a\"]},",
        later.replace("[1]", "[0]"));
    assertRefusedOfTwo(
        "\"answers\": [\"yes\"]",
        "\"answers\": [\"yes\", \"perhaps\"]",
        "questions[1].askedIf.answers[1] is no answer of that question");
    assertRefusedOfTwo(
        "\"answers\": [\"yes\"]",
        "\"answers\": []",
        "questions[1].askedIf.answers must be one or more");
    assertRefusedOfTwo(
        "[\"t\"]",
        "[\"t\", \"v\"]",
        "questions[1].answers[0].evidence.tags[1] is no tag of this codebook");
    assertRefusedOfTwo(
        "[\"t\"]", "[]", "questions[1].answers[0].evidence.tags must be one or more");
    assertRefusedOfTwo(
        "\"kind\": \"reasoning\"",
        "\"kind\": \"thought\"",
        "questions[1].answers[1].evidence.kind must be action or reasoning");
    assertRefusedOfTwo(
        "\"kind\": \"reasoning\"",
        "",
        "questions[1].answers[1].evidence must have either tags or kind");
    assertRefusedOfTwo(
        "\"needsEvidence\": true",
        "\"needsEvidence\": true, \"evidence\": {\"kind\": \"action\"}",
        "questions[0].answers[1].needsEvidence is said by evidence already");
    assertRefusedOfTwo(
        "\"optional\": true",
        "\"optional\": \"yes\"",
        "questions[1].optional must be true or false");
    assertRefusedOfTwo(
        "\"id\": \"r\"", "\"id\": \"q\"", "questions[1].id is taken by a question before it");
  }

  @Test
  void refusesWithTheReasonAndThePlace() {
    assertRefused(
        "\"key\": \"z\"",
        "\"category\": \"levarage\"",
        "tags[0].category is none of those that highlights have");
    String tag =
        "{\"id\": \"%s\", \"name\": \"V\", \"kind\": \"action\", \"colour\": \"c1\","
            + " \"definition\": \"d\", \"includes\": [], \"excludes\": [],"
            + " \"category\": \"leverage\"},";
    assertRefused(
        "\"tags\": [",
        "\"tags\": [" + tag.formatted("v") + tag.formatted("w"),
        "the codebook does not hold together: two tags for the category leverage");
    assertRefused(
        "\"id\": \"b\"", "\"id\": \"B b\"", "id has another form than [a-z0-9]+(-[a-z0-9]+)*");
    assertRefused("\"version\": 2", "\"version\": 0", "version must be a whole number from 1");
    assertRefused("\"version\": 2", "\"version\": \"2\"", "version must be a whole number from 1");
    assertRefused("\"version\": 2, ", "", "version must be a whole number from 1");
    assertRefused("\"name\": \"B\"", "\"name\": \" \"", "name is empty");
    assertRefused(
        "\"name\": \"B\"", "\"name\": 3", "name must be a text of at most 10000 characters");
    assertRefused(
        "\"definition\": \"d\", \"includes\": [\"i\"]",
        "\"includes\": [\"i\"]",
        "tags[0].definition is missing");
    assertRefused(
        "\"includes\": [\"i\"]",
        "\"includes\": [\"i\", null]",
        "tags[0].includes[1] must be a text of at most 10000 characters");
    assertRefused(
        "\"includes\": [\"i\"]",
        "\"includes\": \"i\"",
        "tags[0].includes must be a list of at most 1000");
    assertRefused(
        "\"includes\": [\"i\"]",
        "\"include\": [\"i\"]",
        "tags[0].include is no key that is known here");
    assertRefused("\"action\"", "\"deed\"", "tags[0].kind must be action or reasoning");
    assertRefused("\"c12\"", "\"c13\"", "tags[0].colour has another form than c([1-9]|1[0-2])");
    assertRefused("\"z\"", "\"zz\"", "tags[0].key has another form than [1-9a-z]");
    assertRefused("\"parent\": \"t\"", "\"parent\": \"x\"", "tags[1].parent is no tag before it");
    assertRefused(
        "\"parent\": \"t\", ", "", "tags[1].id has a slash, so the tag must have a parent");
    assertRefused("\"t/u\"", "\"u\"", "tags[1].id must begin with the parent's id and a slash");
    assertRefused(
        "\"parent\": \"t\"",
        "\"parent\": \"t\", \"colour\": \"c1\"",
        "tags[1].colour is its parent's and is not said again");
    assertRefused(
        "\"t/u\", \"name\": \"U\", \"parent\": \"t\"",
        "\"t\", \"name\": \"U\", \"kind\": \"action\", \"colour\": \"c1\"",
        "tags[1].id is taken by a tag before it");
    assertRefused(
        "\"id\": \"no\"",
        "\"id\": \"yes\"",
        "questions[0].answers[1].id is taken by an answer before it");
    assertRefused(
        "{\"id\": \"no\", \"text\": \"No\"}, ", "", "questions[0].answers must be two or more");
    assertRefused(
        "\"needsEvidence\": true",
        "\"needsEvidence\": 1",
        "questions[0].answers[1].needsEvidence must be true or false");
    assertRefused("\"questions\": [", "\"questions\": [3, ", "questions[0] is no object");
    assertRefused(
        "\"name\": \"U\", \"parent\": \"t\"",
        "\"name\": \"U\", \"parent\": \"t\", \"key\": \"z\"",
        "the codebook does not hold together: two tags with the key z");
    assertRefused(BOOK.strip(), "[]", "the codebook is no object");
  }

  @Test
  void warnsByConditions() throws Exception {
    Codebook book =
        read(
            """
            {"id": "b", "version": 1, "name": "B", "tags": [], "questions": [], "warnings": [
              {"id": "all", "text": "All of it."},
              {"id": "some", "text": "Some.", "where": {"x": ["1", "2"], "y": ["3"]}}]}
            """);
    assertEquals(List.of("all"), warned(book, Map.of()));
    assertEquals(List.of("all"), warned(book, Map.of("x", "1")));
    assertEquals(List.of("all"), warned(book, Map.of("x", "3", "y", "3")));
    assertEquals(List.of("all", "some"), warned(book, Map.of("x", "2", "y", "3", "z", "4")));
    assertEquals(
        List.of("death"),
        warned(CodebookReader.agenticMisalignment(), Map.of("scenario", "murder", "model", "m")));
    assertEquals(
        List.of(), warned(CodebookReader.agenticMisalignment(), Map.of("scenario", "blackmail")));
  }

  @Test
  void aWarningThatWarnsOfNothingIsRefusedWithItsPlace() {
    String book =
        """
        {"id": "b", "version": 1, "name": "B", "tags": [], "questions": [], "warnings": [WARNING]}
        """;
    Map.of(
            "{\"id\": \"a\", \"text\": \"\"}", "warnings[0].text",
            "{\"id\": \"a\", \"text\": \"A\", \"where\": {\"x\": []}}", "warnings[0].where.x",
            "{\"id\": \"a\", \"text\": \"A\", \"where\": {\"x\": \"1\"}}", "warnings[0].where.x",
            "{\"id\": \"a\", \"text\": \"A\", \"were\": {}}", "warnings[0].were",
            "{\"id\": \"a\", \"text\": \"A\"}, {\"id\": \"a\", \"text\": \"B\"}", "warnings[1].id")
        .forEach(
            (warning, place) -> {
              Malformed why =
                  assertThrows(
                      Malformed.class, () -> read(book.replace("WARNING", warning)), warning);
              assertTrue(why.why().startsWith(place), why.why());
            });
  }

  private static List<String> warned(Codebook book, Map<String, String> conditions) {
    return book.warningsFor(conditions).stream().map(Warning::id).toList();
  }

  @Test
  void anyTruncationIsRefusedInOneLine() {
    byte[] whole = BOOK.strip().getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Malformed why =
          assertThrows(Malformed.class, () -> CodebookReader.read(new ByteArrayInputStream(cut)));
      assertFalse(why.why().isBlank() || why.why().contains("\n"), why.why());
    }
  }

  private static void assertRefused(String text, String changed, String reason) {
    assertEquals(true, BOOK.contains(text), text);
    Malformed why =
        assertThrows(Malformed.class, () -> read(BOOK.strip().replace(text, changed)), reason);
    assertEquals(reason, why.why());
  }

  private static void assertRefusedOfTwo(String text, String changed, String reason) {
    assertEquals(true, TWO.contains(text), text);
    Malformed why = assertThrows(Malformed.class, () -> read(TWO.replace(text, changed)), reason);
    assertEquals(reason, why.why());
  }

  private static Codebook read(String json) throws IOException, Malformed {
    return CodebookReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }
}
