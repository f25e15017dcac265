package examen.app;

import examen.codebook.Codebook;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.AnswerSheet;
import examen.rating.Blinding;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.HighlightDecision;
import examen.rating.LinkId;
import examen.rating.PastStep;
import examen.rating.RaterId;
import examen.rating.ReadingList;
import examen.rating.Step;
import examen.rating.Verdict;
import examen.store.FileState;
import examen.store.ImportLog;
import examen.store.ProjectFile;
import examen.store.TranscriptTable;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * A project, open for work: all that the window and the command line can do with it. Its methods
 * may be called from any thread but the one that draws, one after another; each returns when what
 * it did is stored.
 */
public final class Workbench implements AutoCloseable {
  private final ProjectFile file;
  private final Surroundings surroundings;
  private final Codebook codebook;
  private final Raters raters;
  private final StoredLedger stored;
  private final ProjectRules rules;
  private final CodebookInUse codebookInUse;
  private final RulesInUse rulesInUse;
  private final Recommendations recommendations;
  private final RecentTranscripts recent;
  private final Reveals reveals;
  private Runnable guard = () -> {};

  Workbench(ProjectFile file, Surroundings surroundings, Codebook codebook) {
    this.file = file;
    this.surroundings = surroundings;
    this.codebook = codebook;
    this.raters = new Raters(this, file, surroundings.random());
    this.stored = new StoredLedger(file, raters);
    this.rules = new ProjectRules(file);
    this.codebookInUse = new CodebookInUse(file, codebook);
    this.rulesInUse = new RulesInUse(this, rules);
    this.recommendations = new Recommendations(this, file);
    this.reveals = new Reveals(this, file, stored);
    this.recent = new RecentTranscripts(file, this::sight, rules::highlighter);
    refresh();
  }

  /** Opens a project that is there. */
  public static Workbench open(Path path, Surroundings surroundings) {
    return new OpenedProject(surroundings).on(ProjectFile.open(path));
  }

  /** Opens a project for a window, which does not wait until all of a large file was looked at. */
  static Workbench openQuickly(Path path, Surroundings surroundings) {
    return new OpenedProject(surroundings).on(ProjectFile.openQuickly(path));
  }

  /**
   * Opens a project that is not to be changed here.
   *
   * @param why one line, said to whoever tries
   */
  public static Workbench openToRead(Path path, String why, Surroundings surroundings) {
    return new OpenedProject(surroundings).on(ProjectFile.openToRead(path, why));
  }

  /** Opens a project, or makes a new one with the codebook that comes with Examen. */
  public static Workbench openOrCreate(Path path, Surroundings surroundings) {
    return new OpenedProject(surroundings).orCreated(path);
  }

  /** What an import would do in a new project; nothing is written. */
  public static ImportReport preview(ImportRequest request, Progress progress) {
    ReadingWays ways = new ReadingWays(request.given(), RememberedMappings.NONE);
    return new ImportJob(new PreviewShelf(null, request.changed()), ways).run(request, progress);
  }

  /**
   * Has {@code check} run at the start of every call that reads or writes the file; the window
   * gives one that throws on the thread that draws.
   */
  public synchronized void guardWith(Runnable check) {
    guard = check;
  }

  public Path path() {
    return file.path();
  }

  ProjectFile file() {
    return file;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Why nothing can be changed here, in one line; empty if it can. */
  public Optional<String> readOnly() {
    return file.readOnly();
  }

  public Codebook codebook() {
    return codebook;
  }

  /**
   * Takes transcripts in, or says what it would take in. A mapping that is given for files of which
   * no format is sure is remembered for later files with the same names.
   */
  public synchronized ImportReport importFrom(ImportRequest request, Progress progress) {
    guard.run();
    return new ImportRun(file, surroundings.clock()).run(request, progress);
  }

  /** What an import would bring here, with all that helps to decide on it; nothing is written. */
  public ImportPreview lookAt(ImportRequest request, Progress progress) {
    guard.run();
    return new PreviewJob(file, request.changed()).run(request, progress);
  }

  /** The imports that were made, the latest first. */
  public List<PastImport> imports() {
    guard.run();
    return file.reading(ImportLog::all).reversed().stream().map(PastImport::of).toList();
  }

  /** One line for each transcript, in the order of import, as one sees it who has seen nothing. */
  List<TranscriptLine> transcripts() {
    return lines(id -> Blinding.Sight.BLIND);
  }

  /** One line for each transcript that this rater may read, as far as they may read it now. */
  public List<TranscriptLine> transcripts(RaterId rater) {
    ReadingList list = plans().listOf(rater);
    return lines(id -> sight(id, rater, list));
  }

  private List<TranscriptLine> lines(Function<TranscriptId, Blinding.Sight> sights) {
    guard.run();
    return file.reading(TranscriptTable::summaries).stream()
        .flatMap(s -> TranscriptLine.of(s, sights.apply(s.id())).stream())
        .toList();
  }

  /** A transcript as far as this rater may read it now. */
  public Optional<Transcript> transcript(TranscriptId id, RaterId rater) {
    return asked(id, rater).transcript(id);
  }

  /** What the source says of a transcript, as far as this rater may read it now. */
  public Optional<TranscriptSource> source(TranscriptId id, RaterId rater) {
    return asked(id, rater).source(id);
  }

  /** The record that a transcript was read from, if this rater may read it now. */
  public SourceRecord record(TranscriptId id, RaterId rater) {
    return asked(id, rater).record(id);
  }

  /** What classifiers point at in a transcript, if this rater may know of it now. */
  public ImportedHighlights imported(TranscriptId id, RaterId rater) {
    guard.run();
    return new ImportedQuery(file, sight(id, rater)).of(id);
  }

  private SourceQuery asked(TranscriptId id, RaterId rater) {
    guard.run();
    return new SourceQuery(file, sight(id, rater));
  }

  Blinding.Sight sight(TranscriptId id, RaterId rater) {
    return sight(id, rater, plans().listOf(rater));
  }

  private synchronized Blinding.Sight sight(TranscriptId id, RaterId rater, ReadingList list) {
    return Blinding.sight(stored.ledger(), rater, id, list);
  }

  /** A transcript whole, with what raters may not read: for what is not shown to one. */
  Optional<Transcript> transcript(TranscriptId id) {
    guard.run();
    return recent.whole(id).or(() -> file.reading(reading -> TranscriptTable.read(reading, id)));
  }

  /** What the rules find in a transcript; nothing of it is stored. */
  public List<Highlight> highlights(Transcript transcript) {
    guard.run();
    return rules.highlighter().highlight(transcript);
  }

  /** The transcripts that are being read; not to be asked on the thread that draws. */
  public RecentTranscripts recent() {
    guard.run();
    return recent;
  }

  /** The rules by which highlights are found here. */
  public RulesInUse rules() {
    return rulesInUse;
  }

  ProjectRules projectRules() {
    return rules;
  }

  /** What can be found in all transcripts, as far as this rater may read them. */
  public ProjectSearch search(RaterId rater) {
    return new ProjectSearch(this, file, rater);
  }

  /** The filters of the queue that this rater kept. */
  public SavedFilters filters(RaterId rater) {
    return new SavedFilters(this, file, rater);
  }

  /** Who rates here. */
  public Raters raters() {
    return raters;
  }

  /** Who reads what. */
  public Plans plans() {
    return new Plans(this, file, surroundings);
  }

  /** What the decisions on highlights teach about others. */
  public Recommendations recommendations() {
    return recommendations;
  }

  void checkThread() {
    guard.run();
  }

  /** What this rater marked on a transcript, in reading order; never what others did. */
  public synchronized List<Annotation> annotations(TranscriptId transcript, RaterId rater) {
    return ratings(transcript, rater).annotations();
  }

  /** What this rater answered about a transcript; never what others did. */
  public synchronized List<Verdict> verdicts(TranscriptId transcript, RaterId rater) {
    return Verdicts.of(stored.ledger(), transcript).stream()
        .filter(v -> v.rater().equals(rater))
        .toList();
  }

  /** What this rater decided on highlights of a transcript; never what others did. */
  public synchronized List<HighlightDecision> decisions(TranscriptId transcript, RaterId rater) {
    return ratings(transcript, rater).decisions();
  }

  /** How far this rater's work on a transcript has come. */
  public synchronized Headway headway(TranscriptId transcript, RaterId rater) {
    return stored.headway(transcript, rater);
  }

  /** What this rater has answered of the codebook's questions; never what others did. */
  public synchronized AnswerSheet answers(TranscriptId transcript, RaterId rater) {
    return stored.own(transcript, rater).answers(codebook);
  }

  /** All of that, with links, as one moment has it. */
  public synchronized OwnRatings ratings(TranscriptId transcript, RaterId rater) {
    return stored.own(transcript, rater).ratings();
  }

  /** The step that this rater's next undo takes back. */
  public synchronized Optional<Step> nextUndo(RaterId rater) {
    return stored.ledger().nextUndo(rater).map(Blinding::ofOwn);
  }

  /** What this rater did, the latest first. */
  public synchronized List<PastStep> history(RaterId rater) {
    return stored.ledger().history(rater).stream()
        .map(past -> new PastStep(Blinding.ofOwn(past.step()), past.state()))
        .toList();
  }

  /** An id for a link that is about to be made. */
  public LinkId newLinkId() {
    return new LinkId(surroundings.ids().next());
  }

  /** An id for an annotation that is about to be made. */
  public AnnotationId newAnnotationId() {
    return new AnnotationId(surroundings.ids().next());
  }

  /**
   * Does what a rater wants done, if it may be done; when this returns "accepted", it is stored for
   * good.
   */
  public synchronized Decision act(RaterId rater, Command command) {
    guard.run();
    return new CommandRun(this, file, codebook, plans().listOf(rater)).of(rater, command);
  }

  /** The same for one who puts in what a rater said elsewhere, and is bound by no plan. */
  synchronized Decision actFor(RaterId rater, Command command) {
    guard.run();
    return new CommandRun(this, file, codebook, ReadingList.ALL).of(rater, command);
  }

  /**
   * Takes in what other programs stored in the meantime.
   *
   * @return whether there was anything
   */
  public synchronized boolean refresh() {
    guard.run();
    FileState now = file.state().orElse(null);
    if (stored.hasSeen(now)) {
      return false;
    }
    rules.refresh();
    codebookInUse.refresh();
    return stored.refresh(now);
  }

  /** As far as is known since the last {@link #refresh}. */
  boolean isCodebookInUse() {
    return codebookInUse.holds();
  }

  /** What others say, once a rater may know it. */
  public Reveals reveals() {
    return reveals;
  }

  /** What this rater must read again because of a newer codebook, with the reasons. */
  public synchronized SortedMap<TranscriptId, SortedSet<String>> toReadAgain(RaterId rater) {
    guard.run();
    return new ReadAgain(file).of(rater, stored.ledger());
  }

  /** Analyses of what this rater may know now. */
  public Findings findings(RaterId rater) {
    return new Findings(this, file, rater);
  }

  /** How transcripts were drawn, for this rater once nothing is withheld from them. */
  public Samples samples(RaterId rater) {
    return new Samples(this, file, rater);
  }

  /** What is not for those who rate. */
  public Lead lead() {
    return new Lead(this, file, surroundings);
  }

  /** To be read and changed while holding this workbench. */
  StoredLedger stored() {
    return stored;
  }

  @Override
  public void close() {
    file.close();
  }

  /** In whole milliseconds. */
  Instant now() {
    return surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
