package examen.desktop.shell;

import examen.app.JudgedHighlight;
import examen.app.OwnRatings;
import examen.app.Workbench;
import examen.codebook.TagId;
import examen.desktop.codebook.CodebookViewModel;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.HighlightActions;
import examen.desktop.inspector.InspectorViewModel;
import examen.desktop.inspector.QuestionsViewModel;
import examen.desktop.inspector.TagPaletteViewModel;
import examen.desktop.intake.ImportViewModel;
import examen.desktop.queue.QueueRow;
import examen.desktop.queue.QueueViewModel;
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
  private final Editing editing;
  private final TagPaletteViewModel tags;
  private final SourceViewModel source;
  private final ImportViewModel imports;
  private final ShellViewModel shell = new ShellViewModel(new Intake(this::imports));
  private final RulePlaces places;
  private final CodebookViewModel codebook;
  private final Arrivals arrivals;

  /**
   * @param clock the time of day, for "saved"
   */
  public ReviewViewModel(
      Workbench workbench, RaterId rater, FxWork work, Texts texts, Supplier<LocalTime> clock) {
    arrivals = new Arrivals(queue, work, this::rows, this::show);
    imports = new ImportViewModel(workbench, work, System::nanoTime, arrivals::ended);
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
    editing =
        new Editing(
            reader,
            new Editing.Means(workbench, rater, this::act, shell.problemProperty()::set, inspector),
            texts);
    tags = new TagPaletteViewModel(workbench.codebook(), this::put);
    workbench.guardWith(work::refuseOnScreen);
    bind();
    shell.raterProperty().set(rater.value());
  }

  private void bind() {
    reader.setCodebook(workbench.codebook());
    inspector.setCodebook(workbench.codebook());
    answering.questions().setCodebook(workbench.codebook());
    inspector.highlightProperty().bind(reader.highlightProperty());
    inspector.choosingProperty().bind(deciding.choosingProperty());
    inspector.atCaretProperty().bind(reader.annotationsAtCaretProperty());
    inspector.current().annotationProperty().bind(reader.current().annotationProperty());
    inspector.current().draftProperty().bind(editing.linking().draftProperty());
    reader
        .caretProperty()
        .addListener((property, before, at) -> source.messageProperty().set(at.message()));
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

  /** The tags, to be found by typing. */
  public TagPaletteViewModel tags() {
    return tags;
  }

  @Override
  public void put(TagId tag) {
    tags.used(tag);
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

  /** Removes the annotation at the caret that keys act on. */
  public void removeAtCaret() {
    Annotation here = reader.current().annotationProperty().get();
    if (here != null) {
      remove(here.id());
    }
  }

  @Override
  public Editing annotation() {
    return editing;
  }

  /** Does something that is seen in the inspector, once that is shown. */
  void inInspector(Runnable action) {
    showInspector();
    action.run();
  }

  private void showInspector() {
    if (source.openProperty().get()) {
      source.toggle();
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
    showInspector();
    deciding.choose();
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

  /** What a tag would be put on now. */
  List<Anchor> placesToTag() {
    return Selected.in(reader);
  }

  /** What this rater did, to go back in it. */
  Past past() {
    return new Past(
        workbench,
        rater,
        work,
        new Past.Means(it -> perform(it, done -> {}), this::start, shell.problemProperty()::set));
  }

  private void act(Supplier<Command> command) {
    act(command, decision -> {});
  }

  private void act(Supplier<Command> command, Consumer<Decision> then) {
    perform(() -> workbench.act(rater, command.get()), then);
  }

  private void perform(Supplier<Decision> decision, Consumer<Decision> then) {
    work.command(
        () -> done(decision.get()),
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
      case Decision.Accepted(Step step) -> {
        shell.problemProperty().set("");
        shell.undoProperty().set(outcome.undo());
        show(outcome.ratings(), Steps.isTakenBack(step));
        Steps.annotated(step).ifPresent(reader.current()::choose);
        shell.savedProperty().set(clock.get());
      }
      case Decision.Refused(String reason) -> shell.problemProperty().set(reason);
    }
  }

  /** An undo may concern another transcript than the one that is shown: then that one is opened. */
  private void show(@Nullable Ratings ratings, boolean goThere) {
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
      if (goThere) {
        queue.select(concerned);
      }
    } else {
      boolean seesOther = questions().isSubmitted() != ratings.isSubmitted();
      showRatings(ratings);
      if (seesOther) {
        open(concerned);
      }
    }
  }

  private void showRatings(Ratings ratings) {
    OwnRatings own = ratings.own();
    reader.linked().show(own.links(), own.annotations(), own.unsupported());
    reader.marking().setRatings(own.decisions(), own.annotations());
    inspector.current().setRatings(own);
    inspector.setAnnotations(own.annotations());
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
    return workbench.transcripts().stream()
        .map(line -> QueueRows.of(line, workbench.headway(line.id(), rater)))
        .toList();
  }

  /** Opens the first transcript that the latest import brought, if it brought any. */
  public void showImported() {
    arrivals.showFirst();
  }
}
