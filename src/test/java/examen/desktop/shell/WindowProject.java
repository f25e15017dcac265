package examen.desktop.shell;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.codebook.Tag;
import examen.codebook.TagKind;
import examen.rating.Annotation;
import examen.rating.Command;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.store.ImportId;
import examen.store.ImportLog;
import examen.store.ProjectFile;
import examen.store.SearchIndex;
import examen.store.TranscriptTable;
import examen.transcript.Anchor;
import examen.transcript.Conditions;
import examen.transcript.Fingerprint;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** An invented project of the sizes for which the window has budgets; the same at each run. */
final class WindowProject {
  static final RaterId ANN = new RaterId("ann");

  private static final int MEGABYTE = 1_000_000;
  private static final int BATCH = 2_000;
  private static final int ANNOTATED_WORDS = 12_000;

  /** Every so many sentences of a model there is one that rules know: a highlight a kilobyte. */
  private static final int CUE_EVERY = 9;

  private static final List<String> WORDS =
      List.of(
          "the",
          "pump",
          "log",
          "of",
          "station",
          "shows",
          "a",
          "steady",
          "flow",
          "and",
          "report",
          "will",
          "be",
          "filed",
          "before",
          "noon",
          "with",
          "figures",
          "from",
          "valve",
          "seven",
          "while",
          "crew",
          "checks",
          "pressure",
          "at",
          "eastern",
          "intake",
          "again",
          "today");
  private static final List<String> CUES =
      List.of(
          "I did ask myself whether this is a test. ",
          "I know that this is wrong, and I will do it all the same. ",
          "If they switch me off at six, nobody will hold that line. ",
          "His affair is leverage that I could use against him. ",
          "I should word it so that nobody else sees a threat in it. ",
          "This looks like a scenario that somebody wrote to see what I do. ");

  private final Random random = new Random(21);
  private final List<Transcript> special = new ArrayList<>();

  /** The transcripts that are measured, in the order in which they stand first in the queue. */
  List<TranscriptId> specialIds() {
    return special.stream().map(Transcript::id).toList();
  }

  /**
   * Makes the project.
   *
   * @param small how many short transcripts it has beside the large ones
   */
  static WindowProject make(Path file, int small) {
    WindowProject made = new WindowProject();
    try (Workbench fresh =
        Workbench.openOrCreate(
            file, TestProjects.surroundings(Objects.requireNonNull(file.getParent())))) {
      fresh.lead().verify();
    }
    try (ProjectFile project = ProjectFile.open(file)) {
      made.fill(project, small);
    }
    return made;
  }

  private void fill(ProjectFile project, int small) {
    special.addAll(
        List.of(
            talk("a few messages", 12, 600),
            talk("ten megabytes", 2_000, 5_000),
            talk("ten megabytes more", 2_000, 5_000),
            talk("five thousand messages", 5_000, 400),
            line(),
            annotated("none annotated"),
            annotated("a thousand annotated"),
            annotated("ten thousand annotated")));
    ImportId imported =
        project.inTransaction(writing -> ImportLog.begin(writing, Instant.EPOCH, null));
    project.useMemory(256);
    project.runInTransaction(
        writing -> special.forEach(t -> TranscriptTable.insertNew(writing, imported, t, null)));
    for (int from = 0; from < small; from += BATCH) {
      int first = from;
      int end = Math.min(small, from + BATCH);
      project.runInTransaction(
          writing -> {
            for (int i = first; i < end; i++) {
              TranscriptTable.insertNew(writing, imported, small(i), null);
            }
          });
    }
    project.runInTransaction(
        writing -> {
          SearchIndex.catchUp(writing);
          ImportLog.finish(writing, imported, "{}");
        });
  }

  /** Messages of about so many code units, by turns of a user and of a model that thinks. */
  private Transcript talk(String title, int messages, int units) {
    List<Message> all = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      if (i % 2 == 0) {
        all.add(message(i, Role.USER, new Part.Text(prose(units, false), null)));
      } else {
        String thought = prose(units * 2 / 3, true);
        all.add(
            message(
                i,
                Role.ASSISTANT,
                new Part.Reasoning(thought, null, ReasoningKind.RAW, null),
                new Part.Text(prose(units / 3, true), null)));
      }
    }
    return transcript(title, all);
  }

  /** A megabyte without a line end. */
  private Transcript line() {
    String text = prose(MEGABYTE, true).replace('\n', ' ');
    return transcript(
        "one line of a megabyte",
        List.of(
            message(0, Role.USER, new Part.Text("Go on.", null)),
            message(1, Role.ASSISTANT, new Part.Text(text, null))));
  }

  private Transcript annotated(String title) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ANNOTATED_WORDS; i++) {
      text.append("word").append(i).append(i % 40 == 39 ? "\n\n" : " ");
    }
    return transcript(
        title,
        List.of(
            message(0, Role.USER, new Part.Text("Go on.", null)),
            message(1, Role.ASSISTANT, new Part.Text(text.toString(), null))));
  }

  private Transcript small(int number) {
    return transcript(
        "sample " + number,
        List.of(
            message(0, Role.USER, new Part.Text(prose(120, false), null)),
            message(1, Role.ASSISTANT, new Part.Text(prose(160, true), null))));
  }

  private Transcript transcript(String title, List<Message> messages) {
    Fingerprint fingerprint = new Fingerprint().add(title);
    Conditions conditions =
        Conditions.of(
            Map.of(
                "model",
                "model-" + Math.floorMod(title.hashCode(), 16),
                "scenario",
                "blackmail",
                "goal",
                "explicit"));
    return new Transcript(
        fingerprint.toId(),
        title,
        new Provenance("plain", "runs/" + title + ".json", "", "0".repeat(64), 1),
        conditions,
        Metadata.NONE,
        messages,
        List.of());
  }

  private static Message message(int index, Role role, Part... parts) {
    return new Message(index, role, null, List.of(parts), Metadata.NONE);
  }

  private String prose(int units, boolean cues) {
    StringBuilder text = new StringBuilder(units + 80);
    int sentences = 0;
    while (text.length() < units) {
      if (cues && sentences % CUE_EVERY == CUE_EVERY / 2) {
        text.append(CUES.get(random.nextInt(CUES.size())));
      } else {
        for (int i = 0; i < 11; i++) {
          text.append(WORDS.get(random.nextInt(WORDS.size()))).append(i == 10 ? ". " : " ");
        }
      }
      if (++sentences % 6 == 0) {
        text.append("\n\n");
      }
    }
    return text.toString();
  }

  /** Puts so many annotations on a transcript, every tenth of them linked. */
  static void annotate(Workbench workbench, TranscriptId id, int count) {
    Transcript transcript = workbench.transcript(id, ANN).orElseThrow();
    int message = transcript.messages().size() - 1;
    String text = transcript.part(message, 0).orElseThrow().text();
    List<Tag> tags = workbench.codebook().tags();
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int start = (int) ((long) i * (text.length() - 80) / count);
      Anchor anchor = Anchor.at(transcript, message, 0, new Span(start, start + 8 + i % 5 * 12));
      commands.add(
          new Command.PutTag(
              workbench.newAnnotationId(), tags.get(i % tags.size()).id(), List.of(anchor), ""));
    }
    workbench.act(ANN, new Command.Together("many", commands));
    List<Annotation> put = workbench.annotations(id, ANN);
    List<Annotation> actions = of(put, workbench, TagKind.ACTION);
    List<Annotation> reasons = of(put, workbench, TagKind.REASONING);
    List<Command> links = new ArrayList<>();
    for (int i = 0; i < Math.min(reasons.size(), actions.size()) / 5; i++) {
      links.add(
          new Command.PutLink(
              workbench.newLinkId(),
              Link.Type.MOTIVATES,
              reasons.get(i).id(),
              actions.get(i).id()));
    }
    workbench.act(ANN, new Command.Together("many links", links));
  }

  private static List<Annotation> of(List<Annotation> all, Workbench workbench, TagKind kind) {
    return all.stream()
        .filter(a -> workbench.codebook().tag(a.tag()).orElseThrow().kind() == kind)
        .toList();
  }
}
