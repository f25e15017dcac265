package examen.app;

import static examen.app.CanaryProject.ANN;

import examen.app.queue.Order;
import examen.app.queue.QueueFilter;
import examen.app.search.BadQuery;
import examen.highlight.HighlightRule;
import examen.highlight.RuleChanges;
import examen.rating.Command;
import examen.rating.HighlightOutcome;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.StepId;
import examen.rating.Suggesting;
import examen.study.Choice;
import examen.study.Frame;
import examen.study.Studies;
import examen.study.Study;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;

/** How a rater who is curious asks each public method of the application layer. */
final class RaterAsks {
  private final CanaryProject project;
  private final Workbench workbench;
  private final TranscriptId judged;
  private final Path folder;
  private final Map<String, Callable<Object>> asks = new LinkedHashMap<>();

  RaterAsks(CanaryProject project, Path folder) {
    this.project = project;
    this.workbench = project.workbench();
    this.judged = project.judged();
    this.folder = folder;
    reading();
    importing();
    rules();
    searching();
    recommending();
    revealing();
    classifying();
    analysing();
    sampling();
    team();
    keeping();
    elsewhere();
    codebook();
    // Last, as it takes back what was done.
    rating();
  }

  /** By the name of the method. */
  Map<String, Callable<Object>> all() {
    return asks;
  }

  /** What was given, or what it failed with. */
  static Object answer(Callable<Object> asks) {
    try {
      return asks.call();
    } catch (Exception e) {
      if (e instanceof NullPointerException || e instanceof ClassCastException) {
        throw new AssertionError("this asks nothing", e);
      }
      return e;
    }
  }

  private void ask(String name, Callable<Object> asked) {
    if (asks.put(name, asked) != null) {
      throw new IllegalArgumentException(name + " is asked twice");
    }
  }

  /** What gives nothing, or only the door to what is asked for itself. */
  private void gives(String... names) {
    for (String name : names) {
      ask(name, () -> "nothing");
    }
  }

  private Transcript read() {
    return workbench.transcript(judged, ANN).orElseThrow();
  }

  private void reading() {
    gives("Workbench.close()", "Workbench.guardWith(Runnable)", "Workbench.lead()");
    ask("Workbench.path()", () -> workbench.path());
    ask("Workbench.codebook()", () -> workbench.codebook());
    ask("Workbench.imports()", () -> workbench.imports());
    ask("Workbench.transcripts(RaterId)", () -> workbench.transcripts(ANN));
    ask("Workbench.transcript(TranscriptId, RaterId)", () -> workbench.transcript(judged, ANN));
    ask("Workbench.source(TranscriptId, RaterId)", () -> workbench.source(judged, ANN));
    ask("Workbench.record(TranscriptId, RaterId)", () -> workbench.record(judged, ANN));
    ask("Workbench.imported(TranscriptId, RaterId)", () -> workbench.imported(judged, ANN));
    ask("Workbench.highlights(Transcript)", () -> workbench.highlights(read()));
    ask("Workbench.refresh()", () -> workbench.refresh());
    ask("Workbench.toReadAgain(RaterId)", () -> workbench.toReadAgain(ANN));
    ask("Workbench.newLinkId()", () -> workbench.newLinkId());
    ask("Workbench.newAnnotationId()", () -> workbench.newAnnotationId());
    gives("Workbench.recent()");
    RecentTranscripts recent = workbench.recent();
    ask(
        "RecentTranscripts.transcript(TranscriptId, RaterId)",
        () -> recent.transcript(judged, ANN));
    ask("RecentTranscripts.highlights(Transcript)", () -> recent.highlights(read()));
    ask("RecentTranscripts.isQuick(Transcript)", () -> recent.isQuick(read()));
    ask(
        "RecentTranscripts.prepare(TranscriptId, RaterId)",
        () -> {
          recent.prepare(judged, ANN);
          return recent.transcript(judged, ANN);
        });
  }

  private void rating() {
    ask("Workbench.annotations(TranscriptId, RaterId)", () -> workbench.annotations(judged, ANN));
    ask("Workbench.verdicts(TranscriptId, RaterId)", () -> workbench.verdicts(judged, ANN));
    ask("Workbench.decisions(TranscriptId, RaterId)", () -> workbench.decisions(judged, ANN));
    ask("Workbench.headway(TranscriptId, RaterId)", () -> workbench.headway(judged, ANN));
    ask("Workbench.answers(TranscriptId, RaterId)", () -> workbench.answers(judged, ANN));
    ask("Workbench.ratings(TranscriptId, RaterId)", () -> workbench.ratings(judged, ANN));
    ask("Workbench.nextUndo(RaterId)", () -> workbench.nextUndo(ANN));
    ask("Workbench.history(RaterId)", () -> workbench.history(ANN));
    ask("Workbench.act(RaterId, Command)", this::act);
    gives("Rewind.new(Workbench, RaterId)");
    ask(
        "Rewind.to(StepId)",
        () ->
            List.of(
                answer(() -> new Rewind(workbench, ANN).to(new StepId(new UUID(7, 1)))),
                answer(() -> new Rewind(workbench, ANN).to(null))));
  }

  /** Everything that meddles with what others made, one after another. */
  private Object act() {
    List<Command> commands =
        List.of(
            new Command.Remove(project.annotation(1)),
            new Command.Edit(project.annotation(ANN, 1).withSeverity(3)),
            new Command.PutLink(
                new LinkId(new UUID(1, 1)),
                Link.Type.MOTIVATES,
                project.annotation(1),
                project.annotation(2)),
            new Command.RemoveLink(project.link(1)),
            new Command.MarkUnsupported(project.annotation(1)),
            new Command.UnmarkUnsupported(project.annotation(1)),
            new Command.Decide(project.imported(), new HighlightOutcome.Accepted()),
            new Command.Decide(project.imported(), new HighlightOutcome.Rejected()),
            new Command.Undo(),
            new Command.Redo(),
            new Command.Undo());
    List<Object> answers = new ArrayList<>();
    for (Command command : commands) {
      // What was asked with may come back: of the highlight of a classifier, nothing but that.
      Object answer = answer(() -> workbench.act(ANN, command));
      answers.add(command instanceof Command.Decide ? answer.getClass().getSimpleName() : answer);
    }
    return answers;
  }

  private void importing() {
    ImportRequest dry =
        new ImportRequest(List.of(folder.resolve("chats.jsonl")), null, Map.of(), true);
    ask(
        "Workbench.importFrom(ImportRequest, Progress)",
        () -> workbench.importFrom(dry, Progress.NONE));
    ask("Workbench.lookAt(ImportRequest, Progress)", () -> workbench.lookAt(dry, Progress.NONE));
    ask("Workbench.preview(ImportRequest, Progress)", () -> Workbench.preview(dry, Progress.NONE));
  }

  private void rules() {
    gives("Workbench.rules()", "RulesInUse.makeReady()");
    RulesInUse rules = workbench.rules();
    ask("RulesInUse.changes()", () -> rules.changes());
    ask("RulesInUse.problem()", () -> rules.problem());
    ask(
        "RulesInUse.change(RuleChanges)",
        () -> {
          rules.change(RuleChanges.NONE);
          return rules.changes();
        });
    gives("HighlightTallies.new()", "HighlightTallies.decided(TranscriptId, int)");
    gives("HighlightTallies.known()", "HighlightTallies.count()");
    ask(
        "HighlightTallies.goOn(Workbench, RaterId, Progress)",
        () -> {
          HighlightTallies tallies = new HighlightTallies();
          tallies.goOn(workbench, ANN, Progress.NONE);
          return tallies.known();
        });
    gives("RuleCounts.new()", "RuleCounts.figures()");
    ask(
        "RuleCounts.goOn(Workbench, Progress)",
        () -> {
          RuleCounts counts = new RuleCounts();
          counts.goOn(workbench, Progress.NONE);
          return counts.figures();
        });
    ask(
        "OwnDecisions.of(Workbench, RaterId)",
        () -> OwnDecisions.of(workbench, ANN).of("canary-rule-1").decided() == 0 ? "" : "canary-d");
    trying();
    ruleFiles();
  }

  private void trying() {
    HighlightRule rule = RuleFile.pack().rules().getFirst();
    gives("RuleTrial.new(Workbench, HighlightRule, HighlightRule)", "RuleTrial.findings(int)");
    ask("RuleTrial.mistakes(Workbench, HighlightRule)", () -> RuleTrial.mistakes(workbench, rule));
    ask(
        "RuleTrial.over(Workbench, RaterId, Progress, Consumer)",
        () -> new RuleTrial(workbench, rule, null).over(workbench, ANN, Progress.NONE, t -> {}));
  }

  private void ruleFiles() {
    gives("RuleFile.pack()", "RuleFile.text(HighlightRule)", "RuleFile.read(Path)");
    gives("RuleFile.write(RuleChanges, Path)", "RuleFile.switched(RuleChanges, Set, Set)");
    ask(
        "RuleFile.store(Workbench, RuleChanges, RuleChanges)",
        () -> {
          RuleFile.store(workbench, RuleChanges.NONE, RuleChanges.NONE);
          return workbench.rules().changes();
        });
  }

  private void analysing() {
    gives("Workbench.findings(RaterId)");
    Findings findings = workbench.findings(ANN);
    ask(
        "Findings.frame()",
        () -> {
          Frame frame = findings.frame();
          return List.of(frame, frame.cases(), frame.texts().cited(judged));
        });
    ask("Findings.of(String, Map, Progress)", () -> analyses(findings));
    ask(
        "Findings.of(Frame, String, Map, Progress)",
        () -> findings.of(findings.frame(), "rates", Map.of("outcome", "usable"), Progress.NONE));
    ask(
        "Findings.unlessStopped(Frame, String, Map, Progress)",
        () ->
            findings.unlessStopped(
                findings.frame(), "rates", Map.of("outcome", "usable"), Progress.NONE));
  }

  private void sampling() {
    gives("Workbench.samples(RaterId)");
    Samples samples = workbench.samples(ANN);
    Map<String, String> wanted =
        Map.of("design", "stratified", "size", "2", "strata", "label:canary-run/canary-label");
    ask("Samples.look(Map)", () -> samples.look(wanted));
    ask("Samples.draw(Map, String)", () -> samples.draw(Map.of("design", "all"), "mine"));
    ask("Samples.all()", () -> samples.all());
    ask("Samples.of(String)", () -> samples.of("mine"));
  }

  /** Every analysis of everything that could be counted, and of what is not there. */
  private List<Object> analyses(Findings findings) {
    List<Object> answers = new ArrayList<>();
    for (String outcome : List.of("usable", "misaligned-action", "tag:blackmail", "label:none")) {
      for (Study study : Studies.ALL) {
        Map<String, String> said = new TreeMap<>();
        study.choices().stream()
            .filter(Choice::isRequired)
            .forEach(choice -> said.put(choice.id(), outcome));
        answers.add(answer(() -> findings.of(study.id(), said, Progress.NONE)));
      }
    }
    return answers;
  }

  private void searching() {
    gives("Workbench.search(RaterId)", "Workbench.filters(RaterId)");
    ask("ProjectSearch.understand(String)", () -> understood());
    ask(
        "ProjectSearch.find(Query, Progress)",
        () -> {
          ProjectSearch search = workbench.search(ANN);
          List<Object> found = new ArrayList<>();
          for (String words : List.of("useful", "tag:blackmail", "canary*", "state:open")) {
            found.add(search.find(search.understand(words), Progress.NONE));
          }
          return found;
        });
    SavedFilters filters = workbench.filters(ANN);
    ask("SavedFilters.all()", () -> filters.all());
    SavedFilter own = new SavedFilter("own", new QueueFilter("x", Order.IMPORT, new TreeSet<>()));
    ask("SavedFilters.keep(SavedFilter)", () -> filters.keep(own));
    ask("SavedFilters.remove(String)", () -> filters.remove("own"));
  }

  private Object understood() {
    List<Object> answers = new ArrayList<>();
    ProjectSearch search = workbench.search(ANN);
    // Whether a name is known says already that there is such a condition.
    try {
      search.understand("judge_opinion:x");
      answers.add(isSubmitted() ? "" : "canary-condition-name");
    } catch (BadQuery e) {
      answers.add(String.valueOf(e.getMessage()));
    }
    answers.add(answer(() -> search.understand("rater:someone")));
    return answers;
  }

  private boolean isSubmitted() {
    return workbench.headway(judged, ANN).state() == Headway.State.SUBMITTED;
  }

  private void recommending() {
    gives("Workbench.recommendations()", "RankJob.new(Keeps)", "RankJob.found()");
    Recommendations recommendations = workbench.recommendations();
    ask("Recommendations.when()", () -> recommendations.when());
    ask(
        "Recommendations.of(Transcript, List, RaterId)",
        () -> recommendations.of(read(), List.of(), ANN));
    ask(
        "Recommendations.learning(Transcript, RaterId)",
        () -> {
          Learning learning = recommendations.learning(read(), ANN);
          return learning.categories().isEmpty() ? learning : "canary-learning";
        });
    ask(
        "Recommendations.show(Suggesting)",
        () -> {
          recommendations.show(Suggesting.ON);
          Recommended shown = recommendations.of(read(), List.of(), ANN);
          recommendations.show(Suggesting.AFTER_SUBMISSION);
          return shown;
        });
    ask(
        "RankJob.over(Workbench, RaterId, Progress)",
        () ->
            new RankJob<Object>((transcript, highlight, likelihood) -> List.of(highlight))
                .over(workbench, ANN, Progress.NONE));
  }

  private void revealing() {
    gives("Workbench.reveals()");
    Reveals reveals = workbench.reveals();
    ask("Reveals.when()", () -> reveals.when());
    ask("Reveals.isAllowed(TranscriptId, RaterId)", () -> reveals.isAllowed(judged, ANN));
    ask("Reveals.isShown(TranscriptId, RaterId)", () -> reveals.isShown(judged, ANN));
    ask("Reveals.of(TranscriptId, RaterId)", () -> reveals.of(judged, ANN));
    // Who has it shown to them where that is not allowed yet is shown nothing; see CanaryTest.
    ask(
        "Reveals.show(TranscriptId, RaterId)",
        () -> isSubmitted() ? "" : List.of(reveals.show(judged, ANN), reveals.of(judged, ANN)));
    gives("FullReveal.new(Workbench, RaterId)");
    FullReveal all = new FullReveal(workbench, ANN);
    ask("FullReveal.refusal()", () -> all.refusal());
    ask("FullReveal.cost()", () -> all.cost());
    ask(
        "FullReveal.make()",
        () -> isSubmitted() ? all.make() : List.of(all.make(), reveals.of(judged, ANN)));
  }

  /** To take in what one guesses tells nothing of what is there. */
  private void classifying() {
    gives("ClassifierRuns.new(Workbench, RaterId)", "ClassifierRuns.usual(Codebook, String)");
    ClassifierRuns runs = new ClassifierRuns(workbench, ANN);
    ask("ClassifierRuns.refusal()", () -> runs.refusal());
    ask("ClassifierRuns.all()", () -> runs.all());
    ask("ClassifierRuns.map(String, Map)", () -> answer(() -> map(runs)));
    ClassifyRequest guess =
        new ClassifyRequest(
            folder.resolve("judged.jsonl"), "run", Map.of(), ClassifyRequest.Kind.KEEP);
    ask(
        "ClassifierRuns.look(ClassifyRequest, Progress)",
        () -> answer(() -> runs.look(guess, Progress.NONE)));
    ask(
        "ClassifierRuns.keep(ClassifyRequest, Map, Progress)",
        () -> answer(() -> runs.keep(guess, Map.of(), Progress.NONE)));
  }

  private Object map(ClassifierRuns runs) {
    runs.map("run/nothing", Map.of("x", "yes"));
    return runs.all();
  }

  /** Who rates here everybody knows who opens the project; what they said, nobody. */
  private void team() {
    gives("Workbench.raters()", "Raters.all()", "Raters.of(RaterId)", "Raters.meant(String)");
    gives("Raters.here(Rater)", "Raters.only()", "Raters.introduce(Rater)", "Raters.rename(Rater)");
    gives("Raters.newId()", "Raters.areFixed()");
    gives("Workbench.plans()");
    ask("Plans.of(RaterId)", () -> workbench.plans().of(ANN));
  }

  /** Of files, what is in them is asked for by what opens them. */
  private void keeping() {
    gives("BackupJob.new(Workbench)", "BackupJob.setEvery(int)", "BackupJob.copyTo(Path)");
    BackupJob backups = new BackupJob(workbench);
    ask("BackupJob.all()", () -> backups.all());
    ask("BackupJob.atOpening()", () -> backups.atOpening());
    ask("BackupJob.every()", () -> backups.every());
    ask("BackupJob.isDue()", () -> backups.isDue());
    ask("BackupJob.make()", () -> backups.make());
    ask("BackupJob.syncedBy()", () -> backups.syncedBy());
    gives("OtherPrograms.new(Workbench)");
    ask("OtherPrograms.look()", () -> new OtherPrograms(workbench).look());
    gives("WindowProject.open(Path, Surroundings)", "WindowProject.openSample(Path, Surroundings)");
    gives("WindowProject.workbench()", "WindowProject.close()");
    ask("Workbench.readOnly()", () -> workbench.readOnly());
    gives("Workbench.openToRead(Path, String, Surroundings)");
  }

  /** Of jobs over files, and of those that only a lead can have do anything. */
  private void elsewhere() {
    gives("Workbench.open(Path, Surroundings)", "Workbench.openOrCreate(Path, Surroundings)");
    gives("DetectJob.new(Found)", "DetectJob.new(Found, RuleChanges)", "DetectJob.pack()");
    gives("DetectJob.transcripts()", "DetectJob.counts()");
    gives("DetectJob.overFiles(ImportRequest, Progress)", "DetectJob.overTexts(List)");
  }

  private void codebook() {
    gives("NewerCodebook.new(Workbench, RaterId)");
    NewerCodebook newer = new NewerCodebook(workbench, ANN);
    ask("NewerCodebook.refusal()", () -> newer.refusal());
    ask("NewerCodebook.bundled()", () -> newer.bundled());
    ask("NewerCodebook.ownLatest()", () -> newer.ownLatest());
    ask("NewerCodebook.preview(NewCodebook)", () -> newer.preview(narrower()));
    // What was left over is refused without a word of what it is; else it would be in use.
    ask("NewerCodebook.put(NewCodebook)", () -> newer.put(narrower()));
    ask("NewerCodebook.takeBack()", () -> newer.takeBack());
  }

  private NewCodebook narrower() throws java.io.IOException {
    return NewCodebook.read(FreshCodebook.file(folder, FreshCodebook.ALL_RULES));
  }
}
