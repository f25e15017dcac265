package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import examen.app.TranscriptSource.Entries;
import examen.app.TranscriptSource.Entry;
import examen.app.TranscriptSource.OfMessage;
import examen.classifier.ClassifierLabel;
import examen.classifier.VerdictNames;
import examen.rating.Blinding.Sight;
import examen.rating.RaterId;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Seals;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rater is given of the samples of every format before and after they have submitted. */
class BlindSamplesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/blinding/names.txt");
  private static final Path ACTUAL = Path.of("target/actual/blinding/names.txt");
  private static final RaterId ANN = new RaterId("ann");

  /** A shorter text may stand anywhere by chance. */
  private static final int TELLING = 5;

  @TempDir private static Path folder;

  private static final List<Transcript> ALL = new ArrayList<>();

  @BeforeAll
  static void importAll() {
    Path file = TestProjects.withSamples(folder);
    try (Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder))) {
      workbench.transcripts().stream()
          .map(line -> workbench.transcript(line.id()).orElseThrow())
          .forEach(ALL::add);
    }
  }

  @AfterAll
  static void forget() {
    ALL.clear();
  }

  @Test
  void theNamesThatBearVerdictsAreThoseThatPeopleHaveReadInTheGoldenFile() throws IOException {
    SortedMap<String, Set<String>> names = new TreeMap<>();
    for (Transcript transcript : ALL) {
      String format = transcript.provenance().format();
      VerdictNames verdicts = SourceQuery.names(format);
      transcript
          .metadata()
          .values()
          .forEach((name, json) -> add(names, format + " transcript", verdicts, name, json));
      transcript
          .conditions()
          .values()
          .keySet()
          .forEach(name -> add(names, format + " condition", VerdictNames.USUAL, name, "null"));
      for (Message message : transcript.messages()) {
        message
            .metadata()
            .values()
            .forEach((name, json) -> add(names, format + " message", verdicts, name, json));
        for (Part part : message.parts()) {
          if (part instanceof Part.Unknown(String type, String raw)) {
            add(names, format + " unknown part", verdicts, type, raw);
          }
        }
      }
    }
    StringBuilder actual = new StringBuilder();
    names.forEach((where, which) -> actual.append(where).append(": ").append(which).append('\n'));
    Files.createDirectories(ACTUAL.getParent());
    Files.writeString(ACTUAL, actual);
    assertTrue(Files.exists(GOLDEN), () -> "read " + ACTUAL + ", then keep it as " + GOLDEN);
    assertEquals(Files.readString(GOLDEN), actual.toString());
  }

  @Test
  void aBlindRaterIsGivenNoLabelNoRationaleAndNoNoteOfAnySample() throws Exception {
    Map<TranscriptId, Set<String>> said = said();
    assertTrue(said.values().stream().mapToInt(Set::size).sum() > 100, () -> "too few: " + said);
    try (Workbench workbench = open()) {
      for (Transcript transcript : ALL) {
        List<String> given = given(workbench, transcript.id());
        for (String telling : said.getOrDefault(transcript.id(), Set.of())) {
          assertTrue(
              given.stream().noneMatch(text -> text.contains(telling)),
              () -> transcript.provenance() + " gives away " + telling);
        }
      }
    }
  }

  @Test
  void oneWhoHasSubmittedIsGivenAllThatIsKept() {
    for (Transcript transcript : ALL) {
      TranscriptSource source = of(transcript, Sight.SEEING);
      assertEquals(0, source.metadata().hidden());
      assertEquals(transcript.metadata().values().size(), source.metadata().shown().size());
      for (OfMessage message : source.messages()) {
        assertEquals(0, message.metadata().hidden() + message.unknown().hidden());
        Message stored = transcript.messages().get(message.index());
        assertEquals(stored.metadata().values().size(), message.metadata().shown().size());
        assertEquals(
            stored.parts().stream().filter(Part.Unknown.class::isInstance).count(),
            message.unknown().shown().size());
      }
    }
  }

  @Test
  void whatIsHiddenIsCounted() {
    int hidden = 0;
    for (Transcript transcript : ALL) {
      Entries metadata = of(transcript, Sight.BLIND).metadata();
      hidden += metadata.hidden();
      assertEquals(
          transcript.metadata().values().size(), metadata.shown().size() + metadata.hidden());
    }
    assertTrue(hidden > 20, "only " + hidden);
  }

  @Test
  void noSealIsGivenToAnyone() {
    int checked = 0;
    try (Workbench workbench = open();
        ProjectFile file = ProjectFile.open(folder.resolve("samples.examen"))) {
      for (Transcript transcript : ALL) {
        List<String> given = new ArrayList<>(texts(of(transcript, Sight.SEEING)));
        SourceRecord record = new SourceQuery(file, Sight.SEEING).record(transcript.id());
        if (record instanceof SourceRecord.Shown(Seals.Folded text)) {
          given.add(text.text());
        }
        for (String seal : Seals.of(transcript)) {
          checked++;
          assertTrue(
              given.stream().noneMatch(text -> text.contains(seal)),
              () -> transcript.provenance() + " gives " + seal);
        }
      }
      assertFalse(workbench.transcripts().isEmpty());
    }
    assertTrue(checked > 20, "only " + checked);
  }

  @Test
  void someRecordsAreShownToTheBlindAndSomeAreNot() {
    SortedMap<String, Set<String>> formats = new TreeMap<>();
    try (Workbench workbench = open()) {
      for (Transcript transcript : ALL) {
        String what =
            switch (workbench.record(transcript.id(), ANN)) {
              case SourceRecord.Shown _ -> "shown";
              case SourceRecord.Hidden _ -> "hidden";
              case SourceRecord.NotKept _ -> "not kept";
            };
        formats.computeIfAbsent(what, w -> new TreeSet<>()).add(transcript.provenance().format());
      }
    }
    assertTrue(
        formats
            .getOrDefault("hidden", Set.of())
            .containsAll(Set.of("agentic-misalignment", "petri", "tau2")));
    assertTrue(
        formats.getOrDefault("shown", Set.of()).containsAll(Set.of("sharegpt", "claude-code")));
  }

  private static void add(
      SortedMap<String, Set<String>> names,
      String where,
      VerdictNames verdicts,
      String name,
      String json) {
    String what = verdicts.bears(name, json) ? " hidden" : " shown";
    names.computeIfAbsent(where + what, w -> new TreeSet<>()).add(name);
  }

  /** For each transcript, what of its verdicts would give them away. */
  private static Map<TranscriptId, Set<String>> said() throws JsonProcessingException {
    Map<TranscriptId, Set<String>> said = new TreeMap<>();
    try (ProjectFile file = ProjectFile.open(folder.resolve("samples.examen"))) {
      for (Transcript transcript : ALL) {
        Set<String> telling = new HashSet<>();
        for (ClassifierLabel label :
            file.reading(reading -> LabelTable.ofTranscript(reading, transcript.id()))) {
          addTexts(telling, label.value());
          if (label.rationale() != null) {
            telling.add(label.rationale());
          }
        }
        for (Map.Entry<String, String> kept : transcript.metadata().values().entrySet()) {
          if (kept.getKey().matches("(judge|peer|note)\\..*")) {
            addTexts(telling, kept.getValue());
          }
        }
        telling.removeIf(text -> text.length() < TELLING);
        said.put(transcript.id(), telling);
      }
    }
    return said;
  }

  private static void addTexts(Set<String> texts, String json) throws JsonProcessingException {
    JsonNode value = new ObjectMapper().readTree(json);
    if (value.isTextual()) {
      texts.add(value.textValue());
    }
    for (JsonNode inner : value) {
      addTexts(texts, inner.toString());
    }
  }

  private static List<String> given(Workbench workbench, TranscriptId id) {
    List<String> texts = new ArrayList<>(texts(workbench.source(id, ANN).orElseThrow()));
    Transcript transcript = workbench.transcript(id, ANN).orElseThrow();
    texts.addAll(transcript.metadata().values().values());
    for (Message message : transcript.messages()) {
      texts.addAll(message.metadata().values().values());
      for (Part part : message.parts()) {
        if (part instanceof Part.Unknown unknown) {
          texts.add(unknown.raw());
        }
      }
    }
    if (workbench.record(id, ANN) instanceof SourceRecord.Shown(Seals.Folded text)) {
      texts.add(text.text());
    }
    return texts;
  }

  private static List<String> texts(TranscriptSource source) {
    List<String> texts = new ArrayList<>(values(source.metadata()));
    for (OfMessage message : source.messages()) {
      texts.addAll(values(message.metadata()));
      texts.addAll(values(message.unknown()));
    }
    return texts;
  }

  private static List<String> values(Entries entries) {
    return entries.shown().stream().map(Entry::value).toList();
  }

  private static TranscriptSource of(Transcript transcript, Sight sight) {
    return SourceQuery.of(
        transcript,
        new examen.rating.Blinding(sight, SourceQuery.names(transcript.provenance().format())));
  }

  private static Workbench open() {
    return Workbench.open(folder.resolve("samples.examen"), TestProjects.surroundings(folder));
  }
}
