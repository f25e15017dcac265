package examen.app;

import examen.format.codebook.RulePackReader;
import examen.highlight.Category;
import examen.highlight.Highlight;
import examen.highlight.Highlighter;
import examen.highlight.RuleChanges;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the highlight rules over many transcripts, one at a time. */
public final class DetectJob {
  private final Found found;
  private final @Nullable RuleChanges tried;
  private @Nullable Highlighter highlighter;
  private final Map<Category, Integer> counts = new EnumMap<>(Category.class);
  private int transcripts;

  /** Takes each highlight as it is found, in the order of transcripts and of their text. */
  public interface Found {
    void highlight(Transcript transcript, Highlight highlight);
  }

  /** By the rules of the project, or, without one, as they come with the program. */
  public DetectJob(Found found) {
    this(found, null);
  }

  /**
   * @param tried what is changed in the rules that come with the program, in place of what a
   *     project changes; null for nothing of that kind
   * @throws Refusal if a rule cannot be used
   */
  public DetectJob(Found found, @Nullable RuleChanges tried) {
    this.found = found;
    this.tried = tried;
    this.highlighter =
        tried == null ? null : RuleFile.highlighter(tried, RulePackReader.builtInPack());
  }

  /** Name and version of the rules that were used, or would be without a project. */
  public String pack() {
    return highlighter().pack().label();
  }

  private Highlighter highlighter() {
    if (highlighter == null) {
      highlighter = RulePackReader.builtIn();
    }
    return highlighter;
  }

  /** How many transcripts were looked at. */
  public int transcripts() {
    return transcripts;
  }

  /** How many highlights of each category there were; none is 0. */
  public Map<Category, Integer> counts() {
    Map<Category, Integer> all = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      all.put(category, counts.getOrDefault(category, 0));
    }
    return all;
  }

  /** Over every transcript of a project whole, in the order of import. */
  public void over(Lead lead, Progress progress) {
    Workbench workbench = lead.workbench();
    if (tried == null) {
      highlighter = workbench.projectRules().highlighter();
    }
    List<TranscriptLine> lines = workbench.transcripts();
    for (int i = 0; i < lines.size(); i++) {
      TranscriptId id = lines.get(i).id();
      if (!progress.at(i, lines.size(), lines.get(i).title())) {
        return;
      }
      Optional<Transcript> transcript = lead.transcript(id);
      transcript.ifPresent(this::look);
    }
  }

  /** Straight over files of transcripts; nothing is stored. */
  public ImportReport overFiles(ImportRequest request, Progress progress) {
    return new ImportJob(this::take, new ReadingWays(request.given(), RememberedMappings.NONE))
        .run(request, progress);
  }

  /** Over plain text files, each as one reasoning part of a transcript of its own. */
  public ImportReport overTexts(List<Path> files) {
    List<ImportReport.FileReport> reports = new ArrayList<>();
    for (Path file : files) {
      reports.add(PlainReasoning.read(file, this::look));
    }
    return new ImportReport(true, reports);
  }

  private ImportJob.Kept take(ImportJob.Arrival arrival) {
    look(arrival.transcript());
    return new ImportJob.Kept(ImportJob.Fate.IMPORTED, List.of());
  }

  private void look(Transcript transcript) {
    transcripts++;
    for (Highlight highlight : highlighter().highlight(transcript)) {
      highlight.category().ifPresent(category -> counts.merge(category, 1, Integer::sum));
      found.highlight(transcript, highlight);
    }
  }
}
