package examen.app;

import examen.app.privacy.Privacy;
import examen.app.privacy.Redaction;
import examen.export.Contents;
import examen.highlight.Highlight;
import examen.rating.Blinding;
import examen.rating.Blinding.Sight;
import examen.rating.Conflict;
import examen.rating.HighlightDecision;
import examen.rating.Ledger;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one who leads a project, or asks questions of it, may know of it: all that classifiers and
 * raters said. Nothing of this is for the eyes of one who rates, so no part of the window that a
 * rater works in has it.
 */
public final class Lead {
  private final Workbench workbench;
  private final ProjectFile file;
  private final Surroundings surroundings;

  Lead(Workbench workbench, ProjectFile file, Surroundings surroundings) {
    this.workbench = workbench;
    this.file = file;
    this.surroundings = surroundings;
  }

  /** One line for each transcript, in the order of import. */
  public List<TranscriptLine> transcripts() {
    return workbench.transcripts();
  }

  /** Writes the project out as it is; returns how many transcripts. */
  public int export(String format, OutputStream out) {
    return export(new ExportRequest(format, Privacy.NONE), out);
  }

  /** Writes the project to a file as it is; the file is there whole or not at all. */
  public int export(String format, Path out) {
    return export(new ExportRequest(format, Privacy.NONE), out);
  }

  /** Writes the project out; returns how many transcripts. */
  public int export(ExportRequest request, OutputStream out) {
    return new ExportJob(this).run(request, out);
  }

  /** Writes the project to a file, which is there whole or not at all. */
  public int export(ExportRequest request, Path out) {
    return new ExportJob(this).run(request, out);
  }

  /**
   * How many likely secrets an export would hold, by the name of their pattern; cancelled, fewer
   * are counted.
   */
  public SortedMap<String, Long> secrets(Progress progress) {
    Redaction redaction = Redaction.usual();
    Contents contents = contents(new Privacy(Privacy.Naming.OWN, redaction));
    int all = workbench.transcripts().size();
    for (int i = 0; contents.samples().hasNext() && progress.at(i, all, ""); i++) {
      contents.samples().next();
    }
    return redaction.counts();
  }

  /** Analyses of all that was said. */
  public Findings findings() {
    return new Findings(workbench, file, null);
  }

  /** How transcripts were drawn for reading. */
  public Samples samples() {
    return new Samples(workbench, file, null);
  }

  /** The classifier runs, and what their values stand for. */
  public Classifiers classifiers() {
    return new Classifiers(workbench, file);
  }

  /** What was shown to raters of what others say, in the order in which it was. */
  public List<Reveal> reveals() {
    return workbench.reveals().all();
  }

  /** What raters who worked in two copies changed in both. */
  List<Conflict> conflicts() {
    synchronized (workbench) {
      return workbench.stored().ledger().conflicts();
    }
  }

  /** Takes in what raters did in other copies; to be followed by {@link Workbench#refresh}. */
  public MergeJob merging() {
    workbench.checkThread();
    return new MergeJob(file, surroundings);
  }

  /** Gives transcripts to raters; see {@link AssignRequest}. */
  public AssignReport assign(AssignRequest request, Progress progress) {
    return workbench.plans().assign(request, progress);
  }

  /** Puts ratings from a file in, as one step of this rater. */
  public RatingReport annotate(Path ratings, RaterId rater) {
    workbench.checkThread();
    return new AnnotateJob(workbench, surroundings.ids()).run(ratings, rater);
  }

  /** Who may rate, and what raters see. */
  public Team team() {
    return new Team(workbench);
  }

  /** Puts a newer codebook in use. */
  public CodebookChange codebook() {
    return new CodebookChange(workbench, file, surroundings, workbench.stored());
  }

  /** What is wrong with the project; empty if nothing is. */
  public List<Finding> verify() {
    workbench.checkThread();
    return VerifyJob.run(file, workbench.projectRules());
  }

  /**
   * What all raters decided on the highlights of each rule, of whatever version of the pack. One
   * that was accepted under another category speaks against its rule.
   */
  public RuleDecisions decisions() {
    return RuleDecisions.of(lessons());
  }

  /** All rules with what they find here and what all raters decided on that. */
  public RuleTable rules(Progress progress) {
    return rules(decisions(), progress);
  }

  /** The same with these decisions. */
  public RuleTable rules(RuleDecisions decisions, Progress progress) {
    workbench.checkThread();
    return RuleTable.of(workbench, decisions, progress);
  }

  /** How far the project has got with learning from all decisions. */
  public Learning learning() {
    return workbench.recommendations().learning(lessons());
  }

  /** What all decisions teach about a transcript. */
  Recommended recommended(Transcript transcript, List<Highlight> found) {
    return workbench.recommendations().of(transcript, found, allLessons());
  }

  private List<HighlightDecision> allLessons() {
    return switch (workbench.recommendations().when()) {
      case OFF -> List.of();
      case AFTER_SUBMISSION, ON -> lessons();
    };
  }

  private List<HighlightDecision> lessons() {
    synchronized (workbench) {
      return JudgedHighlight.ofRules(Blinding.allLessons(workbench.stored().ledger()));
    }
  }

  /** What classifiers point at in a transcript. */
  ImportedHighlights imported(TranscriptId id) {
    workbench.checkThread();
    return new ImportedQuery(file, Sight.SEEING).of(id);
  }

  /** A transcript whole, with what raters may not read. */
  Optional<Transcript> transcript(TranscriptId id) {
    return workbench.transcript(id);
  }

  /** The rules that are in use, for what goes over all transcripts. */
  Workbench workbench() {
    return workbench;
  }

  Contents contents(Privacy privacy) {
    String salt = file.reading(ProjectSettings::origin).id().toString();
    synchronized (workbench) {
      workbench.refresh();
      Ledger ledger = workbench.stored().ledger();
      Contents contents = ExportJob.contents(file, Codebooks.inUse(file), ledger);
      Redaction redaction = privacy.redaction();
      if (redaction != null) {
        redaction.withRaters(workbench.raters().all().stream().map(Rater::name).toList());
      }
      return privacy.of(contents, ledger.raters(), salt);
    }
  }
}
