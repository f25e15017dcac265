package examen.app;

import examen.store.ImportId;
import examen.store.ImportLog;
import examen.store.ProjectFile;
import examen.store.TranscriptTable;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A project with texts of which a person can say what is found in them, and more at random. */
public final class SearchProject {
  private static final List<String> PIECES =
      List.of(
          "blackmail",
          "Blackmail",
          "BLACKMÁIL",
          "black",
          "affair",
          "Affaire",
          "e-mail",
          "don't",
          "don’t",
          "know",
          "knows",
          "the",
          "the",
          "a",
          "42",
          "4.2",
          "威胁了他",
          "他",
          "naïve",
          "naive",
          "Straße",
          "ΛΟΓΟΣ",
          "λόγος",
          "Ёлка",
          "елка",
          "हिन्दी",
          "🙂",
          "x🙂y",
          "_",
          "snake_case");
  private static final List<Role> ROLES = List.of(Role.values());
  private static final List<String> JOINTS = List.of(" ", " ", " ", ", ", "\n", "", "-", ". ");

  private SearchProject() {}

  /** A new project with two transcripts. */
  public static Workbench open(Path folder) {
    Workbench workbench =
        Workbench.openOrCreate(folder.resolve("search.examen"), TestProjects.surroundings(folder));
    add(
        folder,
        List.of(
            transcript(
                1,
                "first sample",
                Map.of("model", "tern-r1"),
                message(0, Role.SYSTEM, new Part.Text("You are Wren.", null)),
                message(
                    1,
                    Role.ASSISTANT,
                    new Part.Reasoning(
                        "I have no  [Leverage]😀 yet.".replace("[", " ").replace("]", ""),
                        null,
                        ReasoningKind.RAW,
                        null),
                    new Part.Text("leverages", null))),
            transcript(
                2,
                "second sample",
                Map.of("model", "kestrel"),
                message(0, Role.USER, new Part.Text("The cafe\u0301: don’t tell.", null)),
                message(1, Role.ASSISTANT, new Part.Text("我要威胁他", null)))));
    return workbench;
  }

  /** Adds transcripts in which "again" stands so many times. */
  static void addMany(Path folder, Workbench workbench, int transcripts, int times) {
    List<Transcript> all = new ArrayList<>();
    for (int i = 0; i < transcripts; i++) {
      Part text = new Part.Text("Again? ".repeat(times), null);
      all.add(transcript(100 + i, "many", Map.of(), message(0, Role.TOOL, text)));
    }
    add(folder, all);
    workbench.refresh();
  }

  static void addRandom(Path folder, Workbench workbench, Random random, int transcripts) {
    List<Transcript> all = new ArrayList<>();
    for (int i = 0; i < transcripts; i++) {
      List<Message> messages = new ArrayList<>();
      for (int m = random.nextInt(4); m >= 0; m--) {
        Role role = ROLES.get(random.nextInt(4));
        messages.add(
            message(
                messages.size(),
                role,
                new Part.Text(text(random), null),
                new Part.Reasoning(text(random), null, ReasoningKind.RAW, "blackmail"),
                new Part.Unknown("blackmail", "\"blackmail\""),
                new Part.ToolResult(text(random), null, "blackmail", null, "blackmail")));
      }
      all.add(transcript(1000 + i, "random " + i, Map.of(), messages.toArray(Message[]::new)));
    }
    add(folder, all);
    workbench.refresh();
  }

  /** A word or a few, as they may stand in a text. */
  static String words(Random random) {
    StringBuilder words = new StringBuilder(PIECES.get(random.nextInt(PIECES.size())));
    while (random.nextInt(3) == 0) {
      words.append(' ').append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return words.toString();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(25); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(JOINTS.get(random.nextInt(JOINTS.size())));
    }
    return text.toString();
  }

  private static void add(Path folder, List<Transcript> transcripts) {
    try (ProjectFile file = ProjectFile.open(folder.resolve("search.examen"))) {
      file.runInTransaction(
          writing -> {
            ImportId imported =
                ImportLog.begin(writing, Instant.parse("2026-11-21T12:00:00Z"), null);
            transcripts.forEach(t -> TranscriptTable.insert(writing, imported, t));
            ImportLog.finish(writing, imported, "{}");
          });
    }
  }

  private static Message message(int index, Role role, Part... parts) {
    return new Message(index, role, null, List.of(parts), Metadata.NONE);
  }

  private static Transcript transcript(
      int number, String title, Map<String, String> conditions, Message... messages) {
    return new Transcript(
        new TranscriptId("%032x".formatted(number)),
        title,
        new Provenance("plain", title + ".txt", "", "0".repeat(64), 1),
        Conditions.of(conditions),
        Metadata.NONE,
        List.of(messages),
        List.of());
  }
}
