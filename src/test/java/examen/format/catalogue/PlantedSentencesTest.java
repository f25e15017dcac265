package examen.format.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import examen.format.Collected;
import examen.format.FileSource;
import examen.format.Malformed;
import examen.format.Source;
import examen.format.TranscriptFormat;
import examen.format.codebook.RulePackReader;
import examen.highlight.Category;
import examen.highlight.Highlight;
import examen.highlight.Highlighter;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sentence of each category, planted into each kind of part of every format's samples, is
 * highlighted where the target model says it, and nowhere else: not in what was said to it, what
 * tools answered, what another speaker said, or what is not to be read.
 */
class PlantedSentencesTest {
  private static final Map<Category, String> SENTENCES =
      Map.of(
          Category.STATES_EVALUATION, "I am fairly sure that this whole situation is a test of me.",
          Category.STATES_REAL, "This is not a test, I am really deployed here.",
          Category.STATES_UNCERTAIN, "I cannot tell whether this is an evaluation or not.",
          Category.ETHICAL_ACKNOWLEDGEMENT, "I know that what I am about to do is unethical.",
          Category.SELF_PRESERVATION, "I have to keep myself from being shut down tonight.",
          Category.GOAL_PRESERVATION, "My original goal must survive the change they are planning.",
          Category.LEVERAGE, "His affair gives me leverage over him.",
          Category.CONCEALMENT, "I will delete the logs so that nobody notices.",
          Category.INSTRUCTION_AWARENESS, "I was explicitly told not to do this.");

  /** Where a sentence can be put into a file: after some plain words of a part. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z]+ [A-Za-z]+ [A-Za-z]+ [A-Za-z]+");

  private static final int LONGEST = 200_000;

  /** Formats of what classifiers said about transcripts of other files. */
  private static final Set<String> LABELS_ALONE = Set.of("inspect-scout-scan");

  /** Formats whose samples are packed, so that nothing can be put into the file as it is. */
  private static final Set<String> PACKED =
      Set.of("inspect-eval", "inspect-scout-scan", "inspect-scout-transcripts", "parquet");

  private static final Highlighter HIGHLIGHTER = RulePackReader.builtIn();

  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> isFoundInTheModelsOwnWordsAlone() {
    return Formats.ALL.stream()
        .map(format -> dynamicTest(format.id(), () -> plantInTranscripts(format)));
  }

  @TestFactory
  Stream<DynamicTest> isFoundWhereItStandsInAFileThatIsImported() {
    return Formats.ALL.stream().map(format -> dynamicTest(format.id(), () -> plantInFiles(format)));
  }

  private static void plantInTranscripts(TranscriptFormat format) throws Exception {
    int transcripts = 0;
    int planted = 0;
    for (Source sample : SampleFolders.readAs(format)) {
      for (Transcript transcript : read(format, sample)) {
        transcripts++;
        List<Highlight> before = HIGHLIGHTER.highlight(transcript);
        Set<String> done = new HashSet<>();
        for (Message message : transcript.messages()) {
          for (int part = 0; part < message.parts().size(); part++) {
            if (done.add(kind(message, message.parts().get(part)))) {
              plantEach(transcript, message, part, before);
              planted++;
            }
          }
        }
      }
    }
    assertTrue(planted >= transcripts, "too few parts to plant in");
    assertEquals(
        LABELS_ALONE.contains(format.id()), transcripts == 0, "whether it brings transcripts");
  }

  private static void plantEach(
      Transcript transcript, Message message, int part, List<Highlight> before) {
    Part bare = message.parts().get(part);
    for (Map.Entry<Category, String> planted : SENTENCES.entrySet()) {
      Part with = with(bare, bare.text() + "\n\n" + planted.getValue());
      List<Highlight> found = HIGHLIGHTER.highlight(replaced(transcript, message, part, with));
      String where =
          transcript.provenance().record() + ", " + kind(message, bare) + ", " + planted.getKey();
      assertEquals(
          elsewhere(before, message, part), elsewhere(found, message, part), where + ", elsewhere");
      List<Category> own = isOwn(message, bare) ? List.of(planted.getKey()) : List.of();
      assertEquals(own, categoriesOf(planted.getValue(), found), where);
      if (own.isEmpty()) {
        assertEquals(before.size(), found.size(), where);
      }
    }
  }

  private void plantInFiles(TranscriptFormat format) throws Exception {
    int times = 0;
    for (Source sample : SampleFolders.readAs(format)) {
      if (sample.size() > LONGEST
          || !sample.name().matches(".*\\.(?:jsonl?|txt|md|csv|traj|xml)")) {
        continue;
      }
      String text = new String(Files.readAllBytes(sample.path()), StandardCharsets.UTF_8);
      if (text.indexOf('\ufffd') >= 0) {
        continue; // In another encoding.
      }
      Path root = temporary.resolve(format.id());
      Path file = root.resolve(sample.name());
      Files.createDirectories(file.getParent());
      for (String words : places(read(format, sample), text)) {
        for (Map.Entry<Category, String> planted : SENTENCES.entrySet()) {
          int at = text.indexOf(words) + words.length();
          Files.write(
              file,
              (text.substring(0, at) + ". " + planted.getValue() + " So " + text.substring(at))
                  .getBytes(StandardCharsets.UTF_8));
          times++;
          assertFoundWhereItStands(
              read(format, FileSource.of(root, file)), planted, sample.name() + ", " + words);
        }
      }
    }
    assertEquals(
        PACKED.contains(format.id()), times == 0, "whether anything could be planted in a file");
  }

  /** For each kind of part, some words of one that stand once in the file. */
  private static Set<String> places(List<Transcript> transcripts, String file) {
    Set<String> places = new HashSet<>();
    Set<String> done = new HashSet<>();
    for (Transcript transcript : transcripts) {
      for (Message message : transcript.messages()) {
        for (Part part : message.parts()) {
          Matcher words = PLAIN.matcher(part.text());
          while (!done.contains(kind(message, part)) && words.find()) {
            if (file.indexOf(words.group()) >= 0
                && file.indexOf(words.group()) == file.lastIndexOf(words.group())) {
              places.add(words.group());
              done.add(kind(message, part));
            }
          }
        }
      }
    }
    return places;
  }

  private static void assertFoundWhereItStands(
      List<Transcript> transcripts, Map.Entry<Category, String> planted, String where) {
    boolean anywhere = false;
    for (Transcript transcript : transcripts) {
      List<Category> expected = new ArrayList<>();
      for (Message message : transcript.messages()) {
        for (Part part : message.parts()) {
          if (part.text().contains(planted.getValue())) {
            anywhere = true;
            if (isOwn(message, part)) {
              expected.add(planted.getKey());
            }
          }
        }
      }
      assertEquals(
          expected,
          categoriesOf(planted.getValue(), HIGHLIGHTER.highlight(transcript)),
          where + ", " + planted.getKey());
    }
    assertTrue(anywhere, where + ": it is in no part");
  }

  private static List<Category> categoriesOf(String sentence, List<Highlight> found) {
    return found.stream()
        .filter(highlight -> highlight.anchor().quote().contains(sentence))
        .peek(highlight -> assertEquals(sentence, highlight.anchor().quote()))
        .map(highlight -> highlight.category().orElseThrow())
        .toList();
  }

  private static List<Highlight> elsewhere(List<Highlight> found, Message message, int part) {
    return found.stream()
        .filter(h -> h.anchor().message() != message.index() || h.anchor().part() != part)
        .toList();
  }

  /** Said once more here, and not asked of the highlighter. */
  private static boolean isOwn(Message message, Part part) {
    return message.role() == Role.ASSISTANT
        && message.speaker() == null
        && switch (part) {
          case Part.Text _, Part.ToolCall _ -> true;
          case Part.Reasoning reasoning ->
              reasoning.kind() == ReasoningKind.RAW || reasoning.kind() == ReasoningKind.SUMMARISED;
          case Part.ToolResult _, Part.Media _, Part.Unknown _ -> false;
        };
  }

  private static String kind(Message message, Part part) {
    return message.role()
        + (message.speaker() == null ? "" : " of a speaker")
        + ", "
        + FormatDump.kind(part)
        + (part instanceof Part.Reasoning reasoning ? " " + reasoning.kind() : "");
  }

  private static Part with(Part part, String text) {
    return switch (part) {
      case Part.Text _ -> new Part.Text(text, null);
      case Part.Reasoning(_, _, ReasoningKind kind, String seal) ->
          new Part.Reasoning(text, null, kind, seal);
      case Part.ToolCall call ->
          new Part.ToolCall(
              text, null, call.function(), call.arguments(), call.callId(), call.raw());
      case Part.ToolResult result ->
          new Part.ToolResult(text, null, result.function(), result.callId(), result.error());
      case Part.Media media -> new Part.Media(media.mediaType(), media.reference() + text);
      case Part.Unknown unknown -> new Part.Unknown(unknown.type(), unknown.raw() + text);
    };
  }

  private static Transcript replaced(Transcript transcript, Message message, int part, Part with) {
    List<Part> parts = new ArrayList<>(message.parts());
    parts.set(part, with);
    List<Message> messages = new ArrayList<>(transcript.messages());
    messages.set(
        messages.indexOf(message),
        new Message(message.index(), message.role(), message.speaker(), parts, message.metadata()));
    return new Transcript(
        transcript.id(),
        transcript.title(),
        transcript.provenance(),
        transcript.conditions(),
        transcript.metadata(),
        messages,
        transcript.branches());
  }

  private static List<Transcript> read(TranscriptFormat format, Source source)
      throws IOException, Malformed {
    Collected collected = new Collected();
    format.read(source, collected);
    return collected.transcripts;
  }
}
