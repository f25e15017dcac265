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
import examen.rating.Suggesting;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
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
  private static final int MANY = 15;

  private final WindowTable results;
  private final Random random = new Random(4);
  private final Workbench workbench;
  private final Ui ui;
  private final ReviewViewModel model;
  private final Robot robot;

  private WindowBenchmark(Workbench workbench, WindowTable results, FxWork work) throws Exception {
    this.workbench = workbench;
    this.results = results;
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
    results.add("queue of the project read, first text shown", "", Math.round(started.millis()));
  }

  /**
   * @param arguments how many short transcripts there are beside the large ones; the file for the
   *     table; which parts to measure, or none for all
   */
  public static void main(String[] arguments) throws Exception {
    try {
      measure(
          Integer.parseInt(arguments[0]),
          Path.of(arguments[1]),
          List.of(arguments).subList(2, arguments.length));
    } finally {
      System.exit(0);
    }
  }

  private static void measure(int small, Path table, List<String> parts) throws Exception {
    Path folder = Files.createTempDirectory("window");
    Path file = folder.resolve("window.examen");
    WindowTable results = new WindowTable(parts);
    if (results.wants("start")) {
      starts(results, folder);
    }
    WindowProject project = WindowProject.make(file, small);
    try (Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder))) {
      WindowProject.annotate(workbench, project.specialIds().get(6), 1_000);
      WindowProject.annotate(workbench, project.specialIds().get(7), 10_000);
    }
    try (Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder));
        FxWork work = new ThreadedWork(Throwable::printStackTrace)) {
      new WindowBenchmark(workbench, results, work).run();
    }
    results.write(table, small);
    try (Stream<Path> left = Files.walk(folder)) {
      left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  private static void starts(WindowTable results, Path folder) throws Exception {
    Starts starts = new Starts(folder);
    List<String> prepared = List.of("-XX:AOTCache=" + starts.prepare());
    results.add("a bare JavaFX window with one word", "", starts.median(List.of(), "bare"));
    results.add(
        "cold start, sample project to its text, prepared",
        "1500",
        starts.median(prepared, "open", "--sample", "--rater", "ann"));
    results.add(
        "the same without what the JDK prepares",
        "",
        starts.median(List.of(), "open", "--sample", "--rater", "ann"));
    List<String> page = List.of("-Dusable=.start-scroll");
    results.add(
        "cold start to the start page, prepared",
        "1500",
        starts.median(Stream.concat(prepared.stream(), page.stream()).toList(), "open"));
    results.add("the same without what the JDK prepares", "", starts.median(page, "open"));
  }

  private void run() throws Exception {
    idle();
    if (results.wants("open")) {
      open();
    }
    if (results.wants("jump")) {
      jump(1, "jump to any message, 10 MB");
      jump(3, "jump to any message, 5,000 messages");
      jumpInLine();
    }
    if (results.wants("tag")) {
      commit();
      for (int i = 5; i < 8; i++) {
        tag(i);
      }
      tagAmongHighlights();
    }
    if (results.wants("layer")) {
      layer();
    }
    if (results.wants("scroll")) {
      scroll(1, "10 MB");
      scroll(4, "a line of 1 MB");
      scroll(7, "10,000 annotations");
    }
    if (results.wants("find")) {
      find();
    }
    if (results.wants("heap")) {
      heap();
    }
  }

  /** What the clock of frames and the robot take by themselves. */
  private void idle() throws Exception {
    SimpleIntegerProperty number = new SimpleIntegerProperty();
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int next = i + 1;
      all.add(Frames.of(ui.scene(), () -> number.set(next), number, () -> number.get() == next));
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
    int messages = Objects.requireNonNull(reader.transcriptProperty().get()).messages().size();
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < 2 * MANY; i++) {
      Place place = new Place(random.nextInt(messages), 0, 0);
      all.add(
          Frames.of(
              ui.scene(),
              () -> reader.goTo(place),
              reader.caretProperty(),
              () -> reader.caretProperty().get().message() == place.message()));
    }
    row(name, "100", new Costs(all));
  }

  /** Within one line of a megabyte. */
  private void jumpInLine() throws Exception {
    opened(4);
    settle();
    ReaderViewModel reader = model.reader();
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < 2 * MANY; i++) {
      Place place = new Place(1, 0, random.nextInt(900_000));
      all.add(Frames.of(ui.scene(), () -> reader.goTo(place), reader.caretProperty(), () -> true));
    }
    row("jump within a line of 1 MB", "100", new Costs(all));
  }

  /** What it takes to have one value stored, by the same means. */
  private void commit() throws Exception {
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      long begin = System.nanoTime();
      workbench.recommendations().show(Suggesting.AFTER_SUBMISSION);
      all.add(new Cost(System.nanoTime() - begin, 0));
    }
    row("one setting stored, no window", "", new Costs(all));
  }

  private void tagAmongHighlights() throws Exception {
    opened(1);
    settle();
    List<Cost> put = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int message = 101 + 2 * i;
      Ui.fx(
          () -> {
            model.reader().goTo(new Place(message, 0, 400));
            model.reader().select(new Place(message, 0, 400), new Span(400, 430));
            return 0;
          });
      settle();
      put.add(key(model.shell().savedProperty(), KeyCode.DIGIT1));
    }
    row("put a tag, 10 MB with 12,000 highlights", "50", new Costs(put));
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
    int cold = which == 5 ? ROUNDS : 0;
    for (int i = 0; i < MANY + cold; i++) {
      int start = 3 + i * (length / (MANY + cold + 1));
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
    if (cold > 0) {
      row("put a tag, the first ones of a session", "", new Costs(put.subList(0, cold)));
    }
    row("put a tag, " + count, "50", new Costs(put.subList(cold, put.size())));
    row("take it away, " + count, "50", new Costs(taken.subList(cold, taken.size())));
    if (which > 5) {
      List<Cost> walked = new ArrayList<>();
      Ui.fx(
          () -> {
            model.reader().walking().firstMessage();
            return 0;
          });
      for (int i = 0; i < MANY; i++) {
        settle();
        walked.add(key(model.reader().current().annotationProperty(), KeyCode.SHIFT, KeyCode.N));
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
            Frames.of(
                ui.scene(),
                () -> model.reader().marking().toggle(layer),
                model.reader().marksProperty(),
                () -> model.reader().marksProperty().get() != null));
      }
    }
    row(String.format(Locale.ROOT, "toggle a layer, %,d spans", spans), "50", new Costs(all));
  }

  private void find() throws Exception {
    opened(1);
    settle();
    FindTimes times = new FindTimes(ui.scene(), model);
    row("a word found in the transcript, 10 MB", "", times.transcript(MANY));
    row("a word found in the project, all hits that are kept", "", times.project(ROUNDS));
    int rows = model.queue().rows().size();
    row(
        String.format(Locale.ROOT, "the queue filtered by a word, %,d rows", rows),
        "",
        times.queue(MANY));
  }

  private void scroll(int which, String name) throws Exception {
    opened(which);
    settle();
    Node text = Objects.requireNonNull(ui.scene().lookup(".transcript"));
    Scrolled all = Frames.scrolled(240, () -> text.fireEvent(wheel()));
    results.add("a frame of scrolling, " + name, "50", all);
  }

  /** A turn of the wheel by 48 pixels. */
  private static ScrollEvent wheel() {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        300,
        300,
        300,
        300,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        -48,
        0,
        -48,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        1,
        null);
  }

  private void heap() throws Exception {
    opened(1);
    settle();
    results.addMemory("heap with 10 MB open and two times 10 MB beside it prepared", "400", used());
    opened(9);
    settle();
    for (int i = 40; i < 46; i++) {
      opened(i);
      settle();
    }
    results.addMemory("heap with short ones alone", "", used());
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
        Frames.of(
            ui.scene(),
            () -> queue.select(id),
            model.reader().transcriptProperty(),
            () -> isShown(id));
    return cost;
  }

  private Cost step(KeyCode key, int index) throws Exception {
    TranscriptId id = model.queue().rows().get(index).id();
    return Frames.of(
        ui.scene(), () -> press(key), model.reader().transcriptProperty(), () -> isShown(id));
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

  /** Lets what goes on beside end: highlights, and what is prepared. */
  private void settle() throws Exception {
    long work = -1;
    for (long now = worked(); now - work > 100_000_000; now = worked()) {
      work = now;
      Thread.sleep(300);
    }
    Ui.pulses(2);
  }

  /** Nanoseconds of the processor in all threads that are not the screen's. */
  private static long worked() {
    long sum = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("query") || thread.getName().startsWith("command")) {
        sum += ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
      }
    }
    return sum;
  }

  private boolean isOpen() {
    return model.reader().transcriptProperty().get() != null;
  }

  private boolean isShown(TranscriptId id) {
    var shown = model.reader().transcriptProperty().get();
    return shown != null && shown.id().equals(id);
  }

  private void row(String what, String budget, Costs costs) {
    results.add(what, budget, costs);
  }
}
