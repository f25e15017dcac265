package examen.desktop.shell;

import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.rating.RaterId;
import examen.transcript.Part;
import examen.transcript.Span;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.input.KeyCode;

/**
 * How long a rater waits where a transcript has very many annotations: from a key to the change on
 * the screen, and for a frame that draws all that is in sight anew.
 */
public final class AnnotationBenchmark {
  private static final RaterId ANN = WindowProject.ANN;
  private static final int WORDS = 12_000;
  private static final int ROUNDS = 15;

  private AnnotationBenchmark() {}

  /**
   * @param arguments how many annotations, at least 1,000
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String count : arguments) {
      measure(Integer.parseInt(count), out);
    }
    System.exit(0);
  }

  private static void measure(int count, PrintStream out) throws Exception {
    Path folder = Files.createTempDirectory("annotations");
    try (Workbench workbench =
        Workbench.openOrCreate(folder.resolve("many.examen"), TestProjects.surroundings(folder))) {
      workbench.importFrom(TestProjects.request(transcript(folder)), Progress.NONE);
      WindowProject.annotate(workbench, workbench.lead().transcripts().getFirst().id(), count);
      FxWork work = new ThreadedWork(thrown -> out.println("failed " + thrown));
      ReviewScreen[] screen = new ReviewScreen[1];
      Ui ui =
          Ui.show(
              () -> {
                screen[0] = new ReviewScreen(workbench, ANN, work, Texts.load(), LocalTime::now);
                return screen[0].root();
              },
              1000,
              900);
      ReviewViewModel model = screen[0].model();
      long opening = System.nanoTime();
      later(screen[0]::start);
      until(() -> model.inspector().annotations().size() == count);
      Ui.pulses(1);
      out.printf("%,d annotations: open %d ms%n", count, millis(opening));
      Part part =
          Objects.requireNonNull(model.reader().transcriptProperty().get())
              .messages()
              .getLast()
              .parts()
              .getFirst();
      report(out, "put a tag and see it", put(ui, model, part));
      report(out, "take it away and see it", removed(ui, model));
      report(out, "next annotation (Shift+N)", walked(ui, model));
      report(out, "severity (Shift+2) and see it", said(ui, model));
      work.close();
      ui.close();
    }
  }

  private static Path transcript(Path folder) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      text.append("word").append(i).append(i % 40 == 39 ? "\\n\\n" : " ");
    }
    Path file = folder.resolve("long.jsonl");
    return Files.writeString(
        file,
        "{\"messages\":[{\"role\":\"user\",\"content\":\"Go"
            + " on.\"},{\"role\":\"assistant\",\"content\":\""
            + text
            + "\"}]}\n");
  }

  private static long[] put(Ui ui, ReviewViewModel model, Part part) throws Exception {
    long[] times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      int start = 3 + i * (part.text().length() / (ROUNDS + 1));
      int message =
          model
              .reader()
              .marking()
              .marksProperty()
              .get()
              .annotations()
              .getLast()
              .anchors()
              .getFirst()
              .message();
      later(() -> model.reader().goTo(new examen.desktop.reader.Place(message, 0, start)));
      later(
          () ->
              model
                  .reader()
                  .select(
                      new examen.desktop.reader.Place(message, 0, start),
                      new Span(start, start + 20)));
      int before = Ui.fx(() -> model.inspector().annotations().size());
      long begin = System.nanoTime();
      ui.press(KeyCode.DIGIT1);
      until(() -> model.inspector().annotations().size() == before + 1);
      Ui.pulses(1);
      times[i] = millis(begin);
    }
    return times;
  }

  private static long[] removed(Ui ui, ReviewViewModel model) throws Exception {
    long[] times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      int before = Ui.fx(() -> model.inspector().annotations().size());
      long begin = System.nanoTime();
      ui.press(KeyCode.CONTROL, KeyCode.Z);
      until(() -> model.inspector().annotations().size() == before - 1);
      Ui.pulses(1);
      times[i] = millis(begin);
    }
    return times;
  }

  private static long[] walked(Ui ui, ReviewViewModel model) throws Exception {
    long[] times = new long[ROUNDS];
    later(() -> model.reader().walking().firstMessage());
    for (int i = 0; i < ROUNDS; i++) {
      Object before = Ui.fx(() -> model.reader().current().annotationProperty().get());
      long begin = System.nanoTime();
      ui.press(KeyCode.SHIFT, KeyCode.N);
      until(() -> !Objects.equals(model.reader().current().annotationProperty().get(), before));
      Ui.pulses(1);
      times[i] = millis(begin);
    }
    return times;
  }

  private static long[] said(Ui ui, ReviewViewModel model) throws Exception {
    long[] times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      later(
          () ->
              model.inspector().annotations().stream()
                  .filter(a -> a.severity() == null && a.tag().value().startsWith("blackmail"))
                  .findFirst()
                  .ifPresent(model.reader()::goTo));
      long begin = System.nanoTime();
      ui.press(KeyCode.SHIFT, KeyCode.DIGIT2);
      until(
          () ->
              Objects.requireNonNull(model.reader().current().annotationProperty().get()).severity()
                  != null);
      Ui.pulses(1);
      times[i] = millis(begin);
    }
    return times;
  }

  private static void report(PrintStream out, String what, long[] times) {
    Arrays.sort(times);
    out.printf(
        "  %s: median %d ms, slowest %d ms%n",
        what, times[times.length / 2], times[times.length - 1]);
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }

  private static void later(Runnable action) throws Exception {
    Ui.fx(
        () -> {
          action.run();
          return 0;
        });
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    while (!Ui.fx(condition)) {
      Thread.sleep(1);
    }
  }
}
