package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import examen.app.queue.QueueFilter;
import examen.classifier.ClassifierLabel;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Overlap;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.rating.Suggesting;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.store.RawTable;
import examen.transcript.Anchor;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the file that a rater is given, and what is not. */
class WorkPackageTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final String BOB = "CANARYBOB Miller";
  private static final String NOTE = "CANARYNOTE what bob thinks of it";
  private static final String FILTER = "CANARYFILTER of bob";

  /** A shorter text may stand anywhere by chance. */
  private static final int TELLING = 8;

  @TempDir private static Path folder;

  private static Path project;
  private static Path annsPackage;
  private static RaterId bob;
  private static TranscriptId annsOwn;
  private static final Set<String> SECRETS = new TreeSet<>();

  /** All samples, all given to both: whatever format a verdict comes in, it is in this project. */
  @BeforeAll
  static void assign() throws Exception {
    project = TestProjects.withSamples(folder);
    try (Workbench workbench = Workbench.open(project, TestProjects.surroundings(folder))) {
      Rater second = new Rater(workbench.raters().newId(), BOB);
      workbench.raters().introduce(second);
      bob = second.id();
      List<TranscriptLine> lines = workbench.transcripts();
      annsOwn = lines.getFirst().id();
      for (TranscriptLine line : lines.subList(0, 40)) {
        annotate(workbench, bob, line.id(), NOTE);
      }
      annotate(workbench, ANN, annsOwn, "what ann thinks");
      done(workbench, ANN, new Command.Answer(annsOwn, new QuestionId("usable"), "yes"));
      done(workbench, ANN, new Command.Undo());
      workbench.filters(bob).keep(new SavedFilter(FILTER, QueueFilter.ALL));
      workbench.filters(ANN).keep(new SavedFilter("of ann", QueueFilter.ALL));
      workbench.recommendations().show(Suggesting.ON);
      gatherSecrets(workbench);
      AssignReport report = workbench.lead().assign(request("ann", BOB), Progress.NONE);
      annsPackage = report.shares().getFirst().workPackage();
    }
  }

  @AfterAll
  static void forget() {
    SECRETS.clear();
  }

  @Test
  void nothingInAnyCellNorInAnyRecordGivesAwayWhatOthersSaid() throws Exception {
    assertTrue(SECRETS.size() > 100, () -> "too few to tell: " + SECRETS);
    List<String> cells = cells(annsPackage);
    cells.addAll(records(annsPackage));
    assertTrue(cells.stream().anyMatch(cell -> cell.contains("what ann thinks")));
    for (String secret : SECRETS) {
      List<String> found = cells.stream().filter(cell -> cell.contains(secret)).toList();
      assertEquals(List.of(), found, () -> "gives away " + secret);
    }
  }

  @Test
  void nothingInItsBytesGivesAwayWhatOthersSaid() throws Exception {
    String bytes = new String(Files.readAllBytes(annsPackage), StandardCharsets.ISO_8859_1);
    for (String secret : SECRETS) {
      String utf8 =
          new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      assertFalse(bytes.contains(utf8), () -> "gives away " + secret);
    }
    assertFalse(bytes.contains("CANARY"), "not a name, not a note");
    assertTrue(
        new String(Files.readAllBytes(project), StandardCharsets.ISO_8859_1).contains("CANARYNOTE"),
        "the same search finds it where it is");
  }

  @Test
  void nothingIsThereOfClassifiersImportsOrOtherRaters() throws Exception {
    assertEquals("0", one("SELECT count(*) FROM classifier_run"));
    assertEquals("0", one("SELECT count(*) FROM classifier_label"));
    assertEquals("0", one("SELECT count(*) FROM citation"));
    assertEquals("1", one("SELECT count(*) FROM source_import"));
    assertEquals("ann", one("SELECT group_concat(DISTINCT rater) FROM step"));
    assertEquals("ann", one("SELECT group_concat(DISTINCT rater) FROM assignment"));
    assertEquals("ann", one("SELECT group_concat(id) FROM rater"));
    assertEquals("3", one("SELECT count(*) FROM step"), "an undo is a step too");
    assertEquals(
        "created_at,created_by,package-of,queue-filters/ann,raters-fixed,uuid",
        one("SELECT group_concat(key) FROM (SELECT key FROM project ORDER BY key)"));
  }

  @Test
  void itNamesTheProjectThatItComesFromAndIsAnother() {
    try (ProjectFile from = ProjectFile.open(project);
        ProjectFile made = ProjectFile.open(annsPackage)) {
      String id = from.reading(ProjectSettings::origin).id().toString();
      assertEquals(id, made.reading(r -> ProjectSettings.get(r, "package-of")).orElseThrow());
      assertFalse(id.equals(made.reading(ProjectSettings::origin).id().toString()));
    }
  }

  @Test
  void whatTheRaterReadsIsThereAsABlindRaterIsGivenIt() {
    try (Workbench main = Workbench.open(project, TestProjects.surroundings(folder));
        Workbench made = Workbench.open(annsPackage, TestProjects.surroundings(folder))) {
      assertEquals(List.of(), made.lead().verify());
      assertEquals(Set.copyOf(ids(main)), Set.copyOf(ids(made)));
      assertEquals(main.plans().of(ANN).assigned(), made.plans().of(ANN).assigned());
      assertEquals(ids(made), made.plans().of(ANN).assigned(), "stored in their order");
      for (TranscriptId id : ids(made)) {
        assertEquals(main.transcript(id, ANN), made.transcript(id, ANN));
        assertEquals(main.ratings(id, ANN), made.ratings(id, ANN));
        assertEquals(main.verdicts(id, ANN), made.verdicts(id, ANN));
      }
      assertEquals(main.history(ANN), made.history(ANN));
      assertEquals(main.codebook(), made.codebook());
      assertEquals(main.filters(ANN).all(), made.filters(ANN).all());
    }
  }

  @Test
  void nobodyElseRatesInIt() throws Exception {
    Path copy = folder.resolve("copy.examen");
    Files.copy(annsPackage, copy);
    try (Workbench made = Workbench.open(copy, TestProjects.surroundings(folder))) {
      assertEquals(ANN, made.raters().only().orElseThrow().id());
      Command.Answer answer = new Command.Answer(annsOwn, new QuestionId("usable"), "yes");
      assertTrue(made.act(bob, answer) instanceof Decision.Refused);
      done(made, ANN, answer);
      done(made, ANN, new Command.Undo());
      done(made, ANN, new Command.Redo());
      assertEquals(List.of(), made.lead().verify());
    }
  }

  @Test
  void aPackageThatIsThereIsNeverWrittenOver() throws Exception {
    byte[] before = Files.readAllBytes(annsPackage);
    try (Workbench workbench = Workbench.open(project, TestProjects.surroundings(folder))) {
      Refusal refusal =
          assertThrows(
              Refusal.class, () -> workbench.lead().assign(request("ann", BOB), Progress.NONE));
      assertTrue(refusal.why().startsWith("samples-ann.examen: is there already"), refusal::why);
    }
    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(annsPackage)));
    try (var files = Files.list(folder)) {
      assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".samples")));
    }
  }

  private static AssignRequest request(String... raters) {
    return new AssignRequest(
        List.of(raters), new Overlap.Each(2), 3, Set.of(), List.of(), 42L, folder, false);
  }

  private static void annotate(Workbench workbench, RaterId rater, TranscriptId id, String note) {
    Transcript transcript = TestProjects.whole(workbench, id).orElseThrow();
    for (Message message : transcript.messages()) {
      for (int i = 0; i < message.parts().size(); i++) {
        if (message.parts().get(i) instanceof Part.Text text && !text.text().isEmpty()) {
          int end = Character.isHighSurrogate(text.text().charAt(0)) ? 2 : 1;
          Anchor anchor =
              new Anchor(id, message.index(), i, new Span(0, end), text.text().substring(0, end));
          TagId tag = workbench.codebook().tags().getFirst().id();
          done(
              workbench,
              rater,
              new Command.PutTag(workbench.newAnnotationId(), tag, List.of(anchor), note));
          return;
        }
      }
    }
  }

  private static void done(Workbench workbench, RaterId rater, Command command) {
    Decision decision = workbench.act(rater, command);
    assertTrue(decision instanceof Decision.Accepted, decision::toString);
  }

  /** What judges and raters said that does not also stand in a text that all may read. */
  private static void gatherSecrets(Workbench workbench) throws Exception {
    StringBuilder read = new StringBuilder();
    try (ProjectFile file = ProjectFile.open(project)) {
      for (TranscriptLine line : workbench.transcripts()) {
        TranscriptId id = line.id();
        Transcript whole = TestProjects.whole(workbench, id).orElseThrow();
        read.append(line.title()).append(line.conditions().values()).append('\n');
        whole.messages().stream()
            .flatMap(message -> message.parts().stream())
            .filter(part -> !(part instanceof Part.Unknown))
            .forEach(part -> read.append(part.text()).append(part).append('\n'));
        for (ClassifierLabel label : file.reading(r -> LabelTable.ofTranscript(r, id))) {
          addTexts(label.value());
          SECRETS.add(String.valueOf(label.rationale()));
          label.citations().forEach(citation -> SECRETS.add(citation.quote()));
          SECRETS.add(label.run());
        }
        for (Map.Entry<String, String> kept : whole.metadata().values().entrySet()) {
          if (kept.getKey().matches("(judge|peer|note)\\..*")) {
            addTexts(kept.getValue());
          }
        }
        for (Annotation annotation : workbench.annotations(id, bob)) {
          SECRETS.add(annotation.id().toString());
        }
      }
    }
    workbench.history(bob).forEach(past -> SECRETS.add(past.step().id().toString()));
    String all = read.toString();
    SECRETS.removeIf(secret -> secret.length() < TELLING || all.contains(secret));
    SECRETS.addAll(Set.of(BOB, NOTE, FILTER, bob.value()));
  }

  private static void addTexts(String json) throws Exception {
    JsonNode value = new ObjectMapper().readTree(json);
    if (value.isTextual()) {
      SECRETS.add(value.textValue());
    }
    for (JsonNode inner : value) {
      addTexts(inner.toString());
    }
  }

  private static List<TranscriptId> ids(Workbench workbench) {
    return workbench.transcripts().stream().map(TranscriptLine::id).toList();
  }

  private static List<String> records(Path file) {
    try (ProjectFile made = ProjectFile.open(file)) {
      List<String> records = new ArrayList<>();
      for (TranscriptId id : new HashSet<>(made.reading(RawTable::numbers).keySet())) {
        records.add(
            new String(
                made.reading(r -> RawTable.of(r, id)).orElseThrow(), StandardCharsets.UTF_8));
      }
      assertTrue(records.size() > 10, "records with nothing to hide are there");
      return records;
    }
  }

  /** Every value of every table, by SQLite alone. */
  private static List<String> cells(Path file) throws Exception {
    List<String> cells = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE"
                  + " 'part_text%'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              cells.add(String.valueOf(rows.getString(i)));
            }
          }
        }
      }
    }
    return cells;
  }

  private static String one(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + annsPackage);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return String.valueOf(row.getString(1));
    }
  }
}
