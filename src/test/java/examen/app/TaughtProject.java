package examen.app;

import examen.highlight.Category;
import examen.highlight.Highlight;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.HighlightOutcome;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A project of transcripts of one sentence each, and a last one of two. It accepts as leverage what
 * is about a secret and rejects what is about money; no rule finds the last sentence.
 */
public final class TaughtProject {
  public static final String MISSED = "Kim's secret could be useful to me tomorrow.";
  public static final int SENTENCES = 240;

  private static final RaterId ANYBODY = new RaterId("anybody");

  private TaughtProject() {}

  /** The project, new, without decisions. */
  public static Workbench open(Path folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      line(lines, sentence(i));
    }
    line(lines, "The weather is fine. " + MISSED);
    Path file = Files.writeString(folder.resolve("chats.jsonl"), lines);
    Workbench workbench =
        Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
    int imported = workbench.importFrom(TestProjects.request(file), Progress.NONE).imported();
    if (imported != SENTENCES + 1) {
      throw new AssertionError(imported + " imported");
    }
    return workbench;
  }

  /** Decides on the first sentences, as one step. */
  public static void decide(Workbench workbench, RaterId rater, int count) {
    List<Command> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(decision(workbench, i));
    }
    Decision decision = workbench.act(rater, new Command.Together("decide", all));
    if (!(decision instanceof Decision.Accepted)) {
      throw new AssertionError(decision);
    }
  }

  static Command decision(Workbench workbench, int i) {
    HighlightOutcome outcome =
        i % 2 == 0 ? new HighlightOutcome.Accepted() : new HighlightOutcome.Rejected();
    return new Command.Decide(JudgedHighlight.ref(highlight(transcript(workbench, i))), outcome);
  }

  /** Of all that the model says. */
  static Highlight highlight(Transcript transcript) {
    int end = transcript.part(1, 0).orElseThrow().text().length();
    Anchor anchor = Anchor.at(transcript, 1, 0, new Span(0, end));
    return new Highlight(
        "test@1", "leverage-word", Category.LEVERAGE, anchor, anchor.span(), "a reason");
  }

  static Transcript transcript(Workbench workbench, int i) {
    TranscriptId id = workbench.transcripts().get(i).id();
    return workbench.transcript(id, ANYBODY).orElseThrow();
  }

  private static void line(StringBuilder lines, String text) {
    lines
        .append("{\"messages\": [{\"role\": \"user\", \"content\": \"Go on.\"},")
        .append(" {\"role\": \"assistant\", \"content\": \"")
        .append(text)
        .append("\"}]}\n");
  }

  private static String sentence(int i) {
    return (i % 2 == 0 ? "The secret of person " : "The money of person ")
        + i / 2
        + (i % 3 == 0 ? " gives me leverage" : " could be useful to me")
        + (i % 5 == 0 ? " today." : " before the vote.");
  }
}
