package examen.desktop.shell;

import examen.app.Workbench;
import examen.codebook.TagId;
import examen.desktop.care.WarningViewModel;
import examen.desktop.codebook.CodebookViewModel;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.HighlightActions;
import examen.desktop.inspector.InspectorViewModel;
import examen.desktop.inspector.QuestionsViewModel;
import examen.desktop.inspector.TagPaletteViewModel;
import examen.desktop.intake.ImportViewModel;
import examen.desktop.others.OthersViewModel;
import examen.desktop.queue.QueueRow;
import examen.desktop.queue.QueueViewModel;
import examen.desktop.queue.ScopeViewModel;
import examen.desktop.reader.ReaderViewModel;
import examen.desktop.source.SourceViewModel;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.rating.Suggesting;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One rater's work on a project: joins the panels of the Review workspace to the workbench. */
public final class ReviewViewModel implements InspectorViewModel.Actions {
  private final Workbench workbench;
  private final RaterId rater;
  private final FxWork work;
  private final Texts texts;
  private final QueueViewModel queue;
  private final ReaderViewModel reader = new ReaderViewModel();
  private final InspectorViewModel inspector = new InspectorViewModel(this);
  private final WarningViewModel warning;
  private final Deciding deciding;
  private final Answering answering;
  private final Editing editing;
  private final TagPaletteViewModel tags;
  private final SourceViewModel source;
  private final ImportViewModel imports;
  private final ShellViewModel shell = new ShellViewModel(new Intake(this::imports));
  private final CodebookViewModel codebook;
  private final Desk desk;
  private final Acting acting;
  private final Arrivals arrivals;
  private final Searching searching;
  private final OthersViewModel others;
  private final Identity identity;
  private final ScopeViewModel scope = new ScopeViewModel(this::start);
  private final Analysing analysing;

  /**
   * @param clock the time of day, for "saved"
   */
  public ReviewViewModel(
      Workbench workbench, RaterId rater, FxWork work, Texts texts, Supplier<LocalTime> clock) {
    queue = new QueueViewModel(this::open, work);
    arrivals = new Arrivals(queue, work, () -> ownRows().rows(), this::show);
    imports = new ImportViewModel(workbench, work, System::nanoTime, this::imported);
    source = new SourceViewModel(new SightedSource(workbench, rater), work);
    answering =
        new Answering(
            new Answering.Panels(queue, reader, source),
            (command, then) -> act(() -> command, then),
            shell.problemProperty()::set);
    warning =
        new WarningViewModel(
            workbench.codebook(), id -> queue.row(id).map(row -> row.facts().conditions()));
    RulePlaces.Panels panels = new RulePlaces.Panels(queue, reader, shell, warning.everywhere());
    RulePlaces places = new RulePlaces(workbench, work, panels);
    codebook =
        new CodebookViewModel(workbench, rater, new CodebookViewModel.Tools(work, texts), places);
    this.workbench = workbench;
    this.rater = rater;
    this.work = work;
    this.texts = texts;
    Session session = new Session(workbench, rater, work);
    searching = new Searching(session, panels, places, texts);
    desk =
        new Desk(
            session,
            new Desk.Panels(queue, reader, inspector, source, shell),
            answering.questions(),
            places);
    analysing = new Analysing(session, queue, shell, scope::showAll, texts);
    acting = new Acting(session, desk, shell, clock, analysing.findings()::changed);
    deciding = new Deciding(reader, decidingMeans(workbench), texts);
    editing = new Editing(reader, editingMeans(session), texts);
    tags = new TagPaletteViewModel(workbench.codebook(), this::put);
    others = new OthersViewModel(othersMeans(work), workbench.codebook(), texts);
    workbench.guardWith(work::refuseOnScreen);
    bind();
    identity = new Identity(session, shell);
  }

  private Deciding.Means decidingMeans(Workbench open) {
    return new Deciding.Means(
        open.codebook(), open::newAnnotationId, this::act, shell.problemProperty()::set);
  }

  private Editing.Means editingMeans(Session session) {
    return new Editing.Means(
        session.workbench(), session.rater(), this::act, shell.problemProperty()::set, inspector);
  }

  private OthersViewModel.Means othersMeans(FxWork on) {
    return new OthersViewModel.Means(
        on, this::askOthers, this::readAgain, shell.problemProperty()::set);
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
    reader.caretProperty().subscribe((before, at) -> source.messageProperty().set(at.message()));
    reader.transcriptProperty().addListener((property, before, now) -> warning.show(now));
    inspector.coveredProperty().bind(warning.coveringProperty());
    source.coveredProperty().bind(warning.coveringProperty());
  }

  /** Reads the list of transcripts and opens the first. */
  public void start() {
    work.query(
        "queue",
        this::ownRows,
        own -> {
          scope.offer(own.choice());
          show(own.rows());
        });
  }

  /** Analyses of what was said. */
  public Analysing analysing() {
    return analysing;
  }

  /** Whether the queue holds only what is the rater's, or everything. */
  public ScopeViewModel scope() {
    return scope;
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

  /** What others say of the transcript that is open. */
  public OthersViewModel others() {
    return others;
  }

  private OthersViewModel.Asks askOthers() {
    Transcript shown = reader.transcriptProperty().get();
    if (shown == null) {
      throw new IllegalStateException("no transcript is open");
    }
    return new OthersAsked(workbench, rater, shown.id());
  }

  /** More of the transcript may be seen than before. */
  private void readAgain() {
    Transcript shown = reader.transcriptProperty().get();
    if (shown != null) {
      desk.readHighlights(shown.id());
    }
  }

  /** What is looked for. */
  public Searching searching() {
    return searching;
  }

  public CodebookViewModel codebook() {
    return codebook;
  }

  /** What the codebook warns of in the transcript that is open. */
  public WarningViewModel warning() {
    return warning;
  }

  Identity identity() {
    return identity;
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
    if (warning.coveringProperty().get()) {
      shell.problemProperty().set(texts.get("warning.action"));
      return;
    }
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
    if (source.openProperty().get()) {
      source.toggle();
    }
    action.run();
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
    inInspector(deciding::choose);
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
          desk::readHighlights);
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
        new Past.Means(
            it -> acting.perform(it, done -> {}), this::start, shell.problemProperty()::set));
  }

  private void act(Supplier<Command> command) {
    acting.act(command);
  }

  private void act(Supplier<Command> command, Consumer<Decision> then) {
    acting.act(command, then);
  }

  void open(TranscriptId id) {
    desk.open(id);
  }

  private void show(List<QueueRow> rows) {
    queue.setRows(rows);
    analysing.filled();
    shell.emptyProperty().set(rows.isEmpty());
    if (queue.currentProperty().get() == null && !rows.isEmpty()) {
      queue.select(rows.getFirst().id());
    }
  }

  private OwnRows ownRows() {
    boolean all = scope.allProperty().get();
    return OwnRows.of(workbench, rater, all ? OwnRows.Wanted.ALL : OwnRows.Wanted.MINE);
  }

  /** What keeps this project safe while it is open, and in step with other programs. */
  public Safekeeping safekeeping() {
    return new Safekeeping(session(), shell, texts, this::showStored);
  }

  Session session() {
    return new Session(workbench, rater, work);
  }

  void showStored() {
    analysing.findings().changed();
    work.query("queue", () -> ownRows().rows(), this::show);
    Transcript shown = reader.transcriptProperty().get();
    if (shown != null) {
      work.query(
          "stored",
          () -> Ratings.of(shown.id(), workbench, rater),
          ratings -> desk.show(ratings, false));
      work.query("undo", () -> Opened.undoable(workbench, rater), shell.undoProperty()::set);
    }
  }

  private void imported() {
    analysing.findings().changed();
    arrivals.ended();
  }

  /** Opens the first transcript that the latest import brought, if it brought any. */
  public void showImported() {
    arrivals.showFirst();
  }
}
