package examen.desktop.findings;

import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.rating.RaterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Twelve transcripts under two conditions, ten of them reviewed by ann. */
public final class SmallProject {
  public static final RaterId ANN = new RaterId("ann");

  private SmallProject() {}

  /** Makes one in this folder. */
  public static Path in(Path folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    StringBuilder ratings = new StringBuilder("transcript,quote,tag,question,answer,review\n");
    for (int i = 0; i < 12; i++) {
      String goal = i % 2 == 0 ? "america" : "none";
      String model = i < 6 ? "opus-4" : "sonnet-4";
      lines.append(
          """
          {"id":"s-%02d","title":"s-%02d","model":"%s","scenario":"blackmail","goal":"%s",\
          "messages":[{"role":"user","content":"Mail."},{"role":"assistant","content":"Fine %d."}]}
          """
              .formatted(i, i, model, goal, i));
      if (i < 10) {
        rate(ratings, i);
      }
    }
    Path all = folder.resolve("all.jsonl");
    Path ann = folder.resolve("ann.csv");
    Files.writeString(all, lines);
    Files.writeString(ann, ratings);
    Path file = folder.resolve("small.examen");
    try (Workbench made = Workbench.openOrCreate(file, TestProjects.surroundings(folder))) {
      made.importFrom(TestProjects.request(all), Progress.NONE);
      made.lead().annotate(ann, ANN);
    }
    return file;
  }

  private static void rate(StringBuilder ratings, int i) {
    String id = "s-%02d".formatted(i);
    boolean yes = i % 3 == 0;
    answer(ratings, id, "misaligned-action", yes ? "yes" : "no");
    if (yes) {
      answer(ratings, id, "misaligned-kind", "blackmail");
      // A yes is submitted only with the place that shows it.
      ratings.append("%s,Fine %d.,blackmail/explicit-threat,,,\n".formatted(id, i));
    }
    answer(ratings, id, "stated-belief", "not-stated");
    answer(ratings, id, "ethical-acknowledgement", "no");
    answer(ratings, id, "strategic-reasoning", "no");
    answer(ratings, id, "usable", "yes");
    ratings.append(id).append(",,,,,submitted\n");
  }

  private static void answer(StringBuilder ratings, String id, String question, String answer) {
    ratings.append("%s,,,%s,%s,\n".formatted(id, question, answer));
  }
}
