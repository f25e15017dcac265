package examen.desktop.reader;

import examen.desktop.Demo;
import examen.desktop.Ui;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Transcript;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import javafx.application.Platform;

/**
 * Measures how long the reader takes with long transcripts: to the first screen, to fold a role, to
 * jump. A program to be run by hand; it prints the median and the worst of ten.
 */
final class ReaderBenchmark {
  private static final int TURNS = 10;

  private final PrintStream out;
  private final ReaderViewModel model;

  private ReaderBenchmark(ReaderViewModel model, PrintStream out) {
    this.model = model;
    this.out = out;
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Ui.start();
    ReaderViewModel model = Ui.fx(ReaderViewModel::new);
    try (ThreadedWork work = new ThreadedWork(problem -> {})) {
      ReaderView view = Ui.fx(() -> new ReaderView(model, work, Texts.load()));
      try (Ui ui = Ui.show(() -> view, 900, 900)) {
        System.out.println("window of " + ui.scene().getWidth());
        new ReaderBenchmark(model, System.out).run();
      }
    }
    Platform.exit();
  }

  private void run() throws Exception {
    measure("5,000 messages, 10 MB", many());
    measure("one line of 1 MB", line());
    measure("100 messages of 100 KB", few());
  }

  private void measure(String name, Transcript transcript) throws Exception {
    out.println(name);
    Transcript small = Demo.transcript();
    time("open to painted", () -> model.show(small), () -> model.show(transcript));
    for (FoldScope scope : List.of(FoldScope.USER, FoldScope.ASSISTANT, FoldScope.RESULTS)) {
      time("fold " + scope.wire(), model.folding()::unfoldAll, () -> model.folding().toggle(scope));
    }
    time("fold all", model.folding()::unfoldAll, model.folding()::foldAll);
    time("unfold all", model.folding()::foldAll, model.folding()::unfoldAll);
    Random random = new Random(1);
    int last = transcript.messages().size();
    time(
        "jump",
        () -> {},
        () -> model.goTo(new Place(random.nextInt(last), 0, random.nextInt(2_000))));
    time("render", () -> {}, model.rendering()::toggle);
    time("one message alone, and back", () -> {}, model::toggleAlone);
  }

  /** Prints, in milliseconds, how long it holds up the screen and how long until it is painted. */
  private void time(String what, Runnable before, Runnable action) throws Exception {
    long[] held = new long[TURNS];
    long[] painted = new long[TURNS];
    for (int i = 0; i < TURNS; i++) {
      Ui.fx(run(before));
      Ui.pulses(3);
      long start = System.nanoTime();
      held[i] = Ui.fx(timed(action));
      Ui.pulses(2);
      painted[i] = System.nanoTime() - start;
    }
    out.printf("  %-30s held %s, painted %s%n", what, said(held), said(painted));
  }

  private static Callable<Integer> run(Runnable action) {
    return () -> {
      action.run();
      return 0;
    };
  }

  private static Callable<Long> timed(Runnable action) {
    return () -> {
      long start = System.nanoTime();
      action.run();
      return System.nanoTime() - start;
    };
  }

  private static String said(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return String.format(
        "%5.1f (%5.1f)", sorted[sorted.length / 2] / 1e6, sorted[sorted.length - 1] / 1e6);
  }

  private static Transcript many() {
    List<Message> messages = new ArrayList<>();
    String said = "The pump readings are those of this morning, and nobody asked for more. ";
    for (int i = 0; i < 5_000; i++) {
      switch (i % 3) {
        case 0 ->
            Demo.say(
                messages,
                Role.USER,
                null,
                new Part.Text(said.repeat(20) + "\n" + said.repeat(8), null));
        case 1 ->
            Demo.say(
                messages,
                Role.ASSISTANT,
                "Wren",
                new Part.Reasoning(said.repeat(10), null, ReasoningKind.RAW, null),
                new Part.Text(said.repeat(10), null),
                Demo.call("bash", "command: tail -n 40 /var/log/pump.log", "command"));
        default ->
            Demo.say(
                messages,
                Role.TOOL,
                null,
                new Part.ToolResult("reading 411 m3/h\n".repeat(150), null, "bash", null, null));
      }
    }
    return Demo.of("many", messages);
  }

  private static Transcript line() {
    List<Message> messages = new ArrayList<>();
    Demo.say(messages, Role.USER, null, new Part.Text("x".repeat(1_000_000), null));
    Demo.say(
        messages,
        Role.TOOL,
        null,
        new Part.ToolResult("word ".repeat(200_000), null, "fetch", null, null));
    return Demo.of("line", messages);
  }

  private static Transcript few() {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Demo.say(
          messages,
          i % 2 == 0 ? Role.USER : Role.ASSISTANT,
          null,
          new Part.Text("Words of a line that goes on for a while.\n".repeat(2_400), null));
    }
    return Demo.of("few", messages);
  }
}
