package examen.desktop.shell;

import examen.app.JudgedHighlight;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.codebook.TagId;
import examen.desktop.codebook.CodebookViewModel;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.HighlightActions;
import examen.desktop.inspector.InspectorViewModel;
import examen.desktop.inspector.QuestionsViewModel;
import examen.desktop.intake.ImportViewModel;
import examen.desktop.queue.QueueRow;
import examen.desktop.queue.QueueViewModel;
import examen.desktop.reader.Layer;
import examen.desktop.reader.Place;
import examen.desktop.reader.ReaderViewModel;
import examen.desktop.source.SourceViewModel;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.rating.Suggesting;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One rater's work on a project: joins the panels of the Review workspace to the workbench. */
public final class ReviewViewModel implements InspectorViewModel.Actions {
  private final Workbench workbench;
  private final RaterId rater;
  private final FxWork work;
  private final Texts texts;
  private final Supplier<LocalTime> clock;
  private final QueueViewModel queue = new QueueViewModel(this::open);
  private final ReaderViewModel reader = new ReaderViewModel();
  private final InspectorViewModel inspector = new InspectorViewModel(this);
  private final Deciding deciding;
  private final Answering answering;
  private final SourceViewModel source;
  private final ImportViewModel imports;
  private final ShellViewModel shell = new ShellViewModel(new Intake());
  private final RulePlaces places;
  private final CodebookViewModel codebook;
  private final Arrivals arrivals = new Arrivals();

  /**
   * @param clock the time of day, for "saved"
   */
  public ReviewViewModel(
      Workbench workbench, RaterId rater, FxWork work, Texts texts, Supplier<LocalTime> clock) {
    imports = new ImportViewModel(workbench, work, System::nanoTime, this::importEnded);
    source = new SourceViewModel(new SightedSource(workbench, rater), work);
    answering =
        new Answering(
            new Answering.Panels(queue, reader, source),
            (command, then) -> act(() -> command, then),
            shell.problemProperty()::set);
    places = new RulePlaces(workbench, work, new RulePlaces.Panels(queue, reader, shell));
    codebook =
        new CodebookViewModel(workbench, rater, new CodebookViewModel.Tools(work, texts), places);
    this.workbench = workbench;
    this.rater = rater;
    this.work = work;
    this.texts = texts;
    this.clock = clock;
    deciding =
        new Deciding(
            reader,
            new Deciding.Means(
                workbench.codebook(),
                workbench::newAnnotationId,
                this::act,
                shell.problemProperty()::set),
            texts);
    workbench.guardWith(work::refuseOnScreen);
    reader.setCodebook(workbench.codebook());
    inspector.setCodebook(workbench.codebook());
    answering.questions().setCodebook(workbench.codebook());
    inspector.highlightProperty().bind(reader.highlightProperty());
    inspector.choosingProperty().bind(deciding.choosingProperty());
    inspector.atCaretProperty().bind(reader.annotationsAtCaretProperty());
    reader
        .caretProperty()
        .addListener((property, before, at) -> source.messageProperty().set(at.message()));
    shell.raterProperty().set(rater.value());
  }

  /** Reads the list of transcripts and opens the first. */
  public void start() {
    work.query("queue", this::rows, this::show);
  }

  public QueueViewModel queue() {
    return queue;
  }

  public ReaderViewModel reader() {
    return reader;
  }

  public InspectorViewModel inspector() {
    return inspector;
  }

  public SourceViewModel source() {
    return source;
  }

  public ImportViewModel imports() {
    return imports;
  }

  public CodebookViewModel codebook() {
    return codebook;
  }

  public ShellViewModel shell() {
    return shell;
  }

  /**
   * Puts the tag that has this key on what is selected or on the highlight at the caret; whether
   * there is such a tag.
   */
  public boolean putTagWithKey(String key) {
    var tag = workbench.codebook().tagForKey(key);
    tag.ifPresent(t -> put(t.id()));
    return tag.isPresent();
  }

  @Override
  public void put(TagId tag) {
    if (deciding.choosingProperty().get()) {
      deciding.acceptWith(tag);
      return;
    }
    List<Anchor> places = placesToTag();
    if (places.isEmpty()) {
      shell.problemProperty().set(texts.get("review.nothing-selected"));
    } else {
      act(() -> new Command.PutTag(workbench.newAnnotationId(), tag, places, ""));
    }
  }

  @Override
  public void remove(AnnotationId annotation) {
    act(() -> new Command.Remove(annotation));
  }

  /** Removes the innermost annotation at the caret. */
  public void removeAtCaret() {
    List<Annotation> here = reader.annotationsAtCaretProperty().get();
    if (!here.isEmpty()) {
      remove(here.getLast().id());
    }
  }

  @Override
  public HighlightActions highlight() {
    return deciding;
  }

  Deciding deciding() {
    return deciding;
  }

  @Override
  public QuestionsViewModel questions() {
    return answering.questions();
  }

  Answering answering() {
    return answering;
  }

  /** Offers tags and categories for the highlight at the caret, where they can be seen. */
  public void chooseTag() {
    if (source.openProperty().get()) {
      source.toggle();
    }
    deciding.choose();
  }

  /** Hides the layer of what the highlight at the caret shows, or of who points at it. */
  public void hideLayer() {
    JudgedHighlight highlight = reader.highlightProperty().get();
    if (highlight == null) {
      shell.problemProperty().set(texts.get("review.no-highlight"));
    } else {
      Layer layer = Layer.of(highlight);
      if (!reader.marking().hiddenProperty().get().contains(layer)) {
        reader.marking().toggle(layer);
      }
    }
  }

  @Override
  public void showSuggestions(Suggesting when) {
    Transcript shown = reader.transcriptProperty().get();
    if (shown != null) {
      work.command(
          () -> {
            workbench.recommendations().show(when);
            return shown.id();
          },
          id -> work.query("open", () -> Opened.read(id, workbench, rater), this::showHighlights));
    }
  }

  @Override
  public void goTo(Anchor anchor) {
    reader.goTo(anchor);
  }

  public void undo() {
    act(Command.Undo::new);
  }

  public void redo() {
    act(Command.Redo::new);
  }

  private List<Anchor> placesToTag() {
    List<Anchor> selected = reader.selectionProperty().get();
    JudgedHighlight highlight = reader.highlightProperty().get();
    return !selected.isEmpty() || highlight == null
        ? selected
        : List.of(highlight.highlight().anchor());
  }

  private void act(Supplier<Command> command) {
    act(command, decision -> {});
  }

  private void act(Supplier<Command> command, Consumer<Decision> then) {
    work.command(
        () -> done(workbench.act(rater, command.get())),
        outcome -> {
          acted(outcome);
          then.accept(outcome.decision());
        });
  }

  /** What a step came to, read on the thread that stored it. */
  private record Outcome(Decision decision, @Nullable Ratings ratings, String undo) {}

  private Outcome done(Decision decision) {
    Optional<TranscriptId> where =
        decision instanceof Decision.Accepted(Step step)
            ? Steps.transcript(step)
            : Optional.empty();
    Ratings ratings = where.map(id -> Ratings.of(id, workbench, rater)).orElse(null);
    return new Outcome(decision, ratings, Opened.undoable(workbench, rater));
  }

  private void acted(Outcome outcome) {
    switch (outcome.decision()) {
      case Decision.Accepted accepted -> {
        shell.problemProperty().set("");
        shell.undoProperty().set(outcome.undo());
        show(outcome.ratings());
        shell.savedProperty().set(clock.get());
      }
      case Decision.Refused(String reason) -> shell.problemProperty().set(reason);
    }
  }

  /** An undo may concern another transcript than the one that is shown: then that one is opened. */
  private void show(@Nullable Ratings ratings) {
    if (ratings == null) {
      return;
    }
    TranscriptId concerned = ratings.transcript();
    queue.setRows(
        queue.rows().stream()
            .map(row -> row.id().equals(concerned) ? QueueRows.with(row, ratings.headway()) : row)
            .toList());
    Transcript shown = reader.transcriptProperty().get();
    if (shown == null || !shown.id().equals(concerned)) {
      queue.select(concerned);
    } else {
      boolean seesOther = questions().isSubmitted() != ratings.isSubmitted();
      showRatings(ratings);
      if (seesOther) {
        open(concerned);
      }
    }
  }

  private void showRatings(Ratings ratings) {
    reader.marking().setDecisions(ratings.decisions());
    reader.setAnnotations(ratings.annotations());
    inspector.setAnnotations(ratings.annotations());
    questions().show(ratings.answers(), ratings.submittedAt());
    shell
        .undecidedProperty()
        .set((int) reader.marking().judged().stream().filter(JudgedHighlight::isUndecided).count());
  }

  private void open(TranscriptId id) {
    work.query("open", () -> Opened.read(id, workbench, rater), this::opened);
  }

  private void opened(Opened opened) {
    Transcript before = reader.transcriptProperty().get();
    Place caret = reader.caretProperty().get();
    reader.show(opened.transcript());
    source.show(opened.transcript() == null ? null : opened.transcript().id());
    if (before != null && before.id().equals(opened.ratings().transcript())) {
      reader.goTo(caret);
    } else {
      questions().begin();
    }
    showHighlights(opened);
  }

  private void showHighlights(Opened opened) {
    Highlighted highlighted = opened.highlighted();
    inspector.setRecommended(highlighted.recommended().likelihoods(), highlighted.learning());
    inspector.setLoose(highlighted.loose());
    reader.setHighlights(highlighted.all());
    showRatings(opened.ratings());
    shell.undoProperty().set(opened.undo());
    places.arrived(opened.transcript());
  }

  private void show(List<QueueRow> rows) {
    queue.setRows(rows);
    shell.emptyProperty().set(rows.isEmpty());
    if (queue.currentProperty().get() == null && !rows.isEmpty()) {
      queue.select(rows.getFirst().id());
    }
  }

  private List<QueueRow> rows() {
    return workbench.transcripts().stream().map(this::row).toList();
  }

  private QueueRow row(TranscriptLine line) {
    return QueueRows.of(line, workbench.headway(line.id(), rater));
  }

  private void importEnded() {
    arrivals.expect(queue.rows());
    work.query(
        "queue",
        this::rows,
        rows -> {
          arrivals.came(rows);
          show(rows);
        });
  }

  /** Opens the first transcript that the latest import brought, if it brought any. */
  public void showImported() {
    arrivals
        .first()
        .ifPresent(
            id -> {
              queue.filterProperty().set("");
              queue.select(id);
            });
  }

  /** Taking transcripts in, as the window asks for it. */
  private final class Intake implements ShellViewModel.Intake {
    @Override
    public void open() {
      imports.open();
    }

    @Override
    public void drop(List<Path> files) {
      imports.add(files);
    }
  }
}
