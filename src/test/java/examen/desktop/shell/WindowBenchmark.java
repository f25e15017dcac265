package examen.desktop.shell;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.desktop.queue.QueueViewModel;
import examen.desktop.reader.Layer;
import examen.desktop.reader.Place;
import examen.desktop.reader.ReaderViewModel;
import examen.desktop.shell.Frames.Cost;
import examen.desktop.shell.Frames.Costs;
import examen.desktop.shell.Frames.Scrolled;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;

/**
 * How long a rater waits for the window, and how much memory it takes, at the sizes for which there
 * are budgets. A program, not a test.
 */
public final class WindowBenchmark {
  private static final int ROUNDS = 5;
  private static final int MANY = Integer.getInteger("rounds", 15);

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final List<String[]> table = new ArrayList<>();
  private final Random random = new Random(4);
  private final Workbench workbench;
  private final List<TranscriptId> ids;
  private final Ui ui;
  private final ReviewViewModel model;
  private final Robot robot;

  private WindowBenchmark(Workbench workbench, List<TranscriptId> ids, FxWork work)
      throws Exception {
    this.workbench = workbench;
    this.ids = ids;
    ReviewScreen[] screen = new ReviewScreen[1];
    ui =
        Ui.show(
            () -> {
              screen[0] =
                  new ReviewScreen(
                      workbench, WindowProject.ANN, work, Texts.load(), LocalTime::now);
              return screen[0].root();
            },
            1000,
            900);
    model = screen[0].model();
    robot = Ui.fx(Robot::new);
    Cost started =
        Frames.of(ui.scene(), screen[0]::start, model.reader().transcriptProperty(), this::isOpen);
    out.printf("start: %.0f ms%n", started.millis());
  }

  /**
   * @param arguments how many short transcripts there are beside the large ones; which parts to
   *     measure, or none for all
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("window");
    Path file = folder.resolve("window.examen");
    int small = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    List<String> parts = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    long making = System.nanoTime();
    WindowProject project = WindowProject.make(file, small);
    try (Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder))) {
      WindowProject.annotate(workbench, project.specialIds().get(6), 1_000);
      WindowProject.annotate(workbench, project.specialIds().get(7), 10_000);
    }
    System.err.printf("made in %.1f s%n", (System.nanoTime() - making) / 1e9);
    try (Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder));
        FxWork work = new ThreadedWork(Throwable::printStackTrace)) {
      new WindowBenchmark(workbench, project.specialIds(), work).run(parts);
    }
    System.exit(0);
  }

  private void run(List<String> parts) throws Exception {
    idle();
    if (parts.isEmpty() || parts.contains("open")) {
      open();
    }
    if (parts.isEmpty() || parts.contains("jump")) {
      jump(1, "jump to any message, 10 MB");
      jump(3, "jump to any message, 5,000 messages");
    }
    if (parts.isEmpty() || parts.contains("tag")) {
      for (int i = 5; i < 8; i++) {
        tag(i);
      }
    }
    if (parts.isEmpty() || parts.contains("layer")) {
      layer();
    }
    if (parts.isEmpty() || parts.contains("scroll")) {
      scroll(1, "10 MB");
      scroll(4, "one line of 1 MB");
      scroll(7, "10,000 annotations");
    }
    if (parts.isEmpty() || parts.contains("heap")) {
      heap();
    }
  }

  /** What the clock of frames and the robot take by themselves. */
  private void idle() throws Exception {
    SimpleIntegerProperty number = new SimpleIntegerProperty();
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int next = i + 1;
      all.add(
          Frames.of(ui.scene(), () -> number.set(next), number, () -> number.get() == next));
    }
    row("nothing: two frames", "", new Costs(all));
  }

  private void open() throws Exception {
    String[] names = {"", "10 MB", "10 MB", "5,000 messages", "a line of 1 MB"};
    List<Cost> bare = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      bare.add(opened(8 + i));
    }
    row("open a short one", "", new Costs(bare));
    for (int which : new int[] {1, 3, 4, 7}) {
      List<Cost> all = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        opened(8 + 20 * i);
        all.add(opened(which));
      }
      row("open " + (which == 7 ? "10,000 annotations" : names[which]), "300", new Costs(all));
    }
    List<Cost> next = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      opened(1);
      settle();
      next.add(step(KeyCode.RIGHT, 2));
    }
    row("open the next, 10 MB, preloaded", "100", new Costs(next));
  }

  private void jump(int which, String name) throws Exception {
    opened(which);
    settle();
    ReaderViewModel reader = model.reader();
    int messages =
        Objects.requireNonNull(reader.transcriptProperty().get()).messages().size();
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < 2 * MANY; i++) {
      Place place = new Place(random.nextInt(messages), 0, 0);
      all.add(
          Frames.of(ui.scene(), 
              () -> reader.goTo(place),
              reader.caretProperty(),
              () -> reader.caretProperty().get().message() == place.message()));
    }
    row(name, "100", new Costs(all));
  }

  private void tag(int which) throws Exception {
    opened(which);
    settle();
    String count = List.of("0", "1,000", "10,000").get(which - 5) + " annotations";
    int length =
        Objects.requireNonNull(model.reader().transcriptProperty().get())
            .messages()
            .getLast()
            .parts()
            .getFirst()
            .text()
            .length();
    List<Cost> put = new ArrayList<>();
    List<Cost> taken = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int start = 3 + i * (length / (MANY + 1));
      Ui.fx(
          () -> {
            model.reader().goTo(new Place(1, 0, start));
            model.reader().select(new Place(1, 0, start), new Span(start, start + 20));
            return 0;
          });
      settle();
      put.add(key(model.shell().savedProperty(), KeyCode.DIGIT1));
      settle();
      taken.add(key(model.shell().savedProperty(), KeyCode.CONTROL, KeyCode.Z));
    }
    row("put a tag, " + count, "50", new Costs(put));
    row("take it away, " + count, "50", new Costs(taken));
    if (which > 5) {
      List<Cost> walked = new ArrayList<>();
      Ui.fx(
          () -> {
            model.reader().firstMessage();
            return 0;
          });
      for (int i = 0; i < MANY; i++) {
        settle();
        walked.add(
            key(model.reader().current().annotationProperty(), KeyCode.SHIFT, KeyCode.N));
      }
      row("next annotation, " + count, "50", new Costs(walked));
    }
  }

  private void layer() throws Exception {
    opened(1);
    settle();
    int spans = model.reader().marking().judged().size();
    List<Cost> all = new ArrayList<>();
    for (Layer layer : model.reader().marking().layersProperty().get().keySet()) {
      for (int i = 0; i < 4; i++) {
        all.add(
            Frames.of(ui.scene(), 
                () -> model.reader().marking().toggle(layer),
                model.reader().marksProperty(),
                () -> model.reader().marksProperty().get() != null));
      }
    }
    row(String.format(Locale.ROOT, "toggle a layer, %,d spans", spans), "50", new Costs(all));
  }

  private void scroll(int which, String name) throws Exception {
    opened(which);
    settle();
    Node text = Objects.requireNonNull(ui.scene().lookup(".transcript"));
    Scrolled all = Frames.scrolled(240, () -> text.fireEvent(wheel()));
    out.printf(
        Locale.ROOT,
        "scroll %s: frame median %.0f p95 %.0f; screen %.1f p95 %.1f; render %.1f p95 %.1f%n",
        name,
        Scrolled.median(all.wall()),
        Scrolled.p95(all.wall()),
        Scrolled.median(all.screen()),
        Scrolled.p95(all.screen()),
        Scrolled.median(all.render()),
        Scrolled.p95(all.render()));
  }

  /** A turn of the wheel by 48 pixels. */
  private static ScrollEvent wheel() {
    return new ScrollEvent(
        ScrollEvent.SCROLL, 300, 300, 300, 300, false, false, false, false, false, false, 0, -48,
        0, -48, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 1, null);
  }

  private void heap() throws Exception {
    opened(1);
    settle();
    out.printf("heap with 10 MB open: %d MB%n", used());
    opened(9);
    settle();
    out.printf("heap with a short one open: %d MB%n", used());
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      ManagementFactory.getMemoryMXBean().gc();
      Thread.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  /** Opens the transcript in this place of the queue. */
  private Cost opened(int index) throws Exception {
    QueueViewModel queue = model.queue();
    TranscriptId id = queue.rows().get(index).id();
    if (Ui.fx(() -> isShown(id))) {
      return new Cost(0, 0);
    }
    Cost cost =
        Frames.of(ui.scene(), 
            () -> queue.select(id), model.reader().transcriptProperty(), () -> isShown(id));
    return cost;
  }

  private Cost step(KeyCode key, int index) throws Exception {
    TranscriptId id = model.queue().rows().get(index).id();
    return Frames.of(ui.scene(), 
        () -> press(key), model.reader().transcriptProperty(), () -> isShown(id));
  }

  private Cost key(ObservableValue<?> what, KeyCode... keys) throws Exception {
    return Frames.of(ui.scene(), () -> press(keys), what, () -> true);
  }

  private void press(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.keyPress(key);
    }
    for (KeyCode key : List.of(keys).reversed()) {
      robot.keyRelease(key);
    }
  }

  /** Lets what goes on beside end. */
  private void settle() throws Exception {
    Thread.sleep(400);
    Ui.pulses(3);
  }

  private boolean isOpen() {
    return model.reader().transcriptProperty().get() != null;
  }

  private boolean isShown(TranscriptId id) {
    var shown = model.reader().transcriptProperty().get();
    return shown != null && shown.id().equals(id);
  }

  private void row(String what, String budget, Costs costs) {
    out.printf("%-40s budget %4s: %s%n", what, budget, costs);
    table.add(new String[] {what, budget, costs.toString()});
  }
}
