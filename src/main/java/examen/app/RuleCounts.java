package examen.app;

import examen.highlight.Highlight;
import examen.highlight.Highlighter;
import examen.transcript.TranscriptId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many highlights the rules of a project have. Counting may be stopped and goes on later where
 * it was; what was counted by other rules is forgotten. May be used from any thread.
 */
public final class RuleCounts {
  private final Map<String, Integer> highlights = new HashMap<>();
  private final Map<String, Integer> transcripts = new HashMap<>();
  private final Set<TranscriptId> seen = new HashSet<>();
  private String pack = "";
  private int all;

  /**
   * What was counted so far.
   *
   * @param pack name and version of the rules that were used
   * @param looked how many transcripts were looked at
   * @param all how many there were when counting began last
   * @param highlights by the rule's id; without those that have none
   * @param transcripts how many transcripts have any, by the rule's id
   */
  public record Figures(
      String pack,
      int looked,
      int all,
      Map<String, Integer> highlights,
      Map<String, Integer> transcripts) {
    public static final Figures NONE = new Figures("", 0, 0, Map.of(), Map.of());

    public Figures {
      highlights = Map.copyOf(highlights);
      transcripts = Map.copyOf(transcripts);
    }

    public boolean isWhole() {
      return !pack.isEmpty() && looked >= all;
    }
  }

  /** What was counted so far. */
  public synchronized Figures figures() {
    return new Figures(pack, seen.size(), all, highlights, transcripts);
  }

  /**
   * Looks at the transcripts that were not looked at yet.
   *
   * @param progress asked between two transcripts; stopped, the rest is left for another time
   */
  public void goOn(Workbench workbench, Progress progress) {
    List<TranscriptLine> lines = workbench.transcripts();
    Highlighter highlighter = workbench.projectRules().highlighter();
    begin(highlighter.pack().label(), lines);
    for (int i = 0; i < lines.size(); i++) {
      TranscriptLine line = lines.get(i);
      if (!isSeen(line.id())) {
        if (!progress.at(i, lines.size(), "")) {
          return;
        }
        look(workbench, highlighter, line.id());
      }
    }
  }

  private synchronized void begin(String label, List<TranscriptLine> lines) {
    if (!label.equals(pack)) {
      pack = label;
      seen.clear();
      highlights.clear();
      transcripts.clear();
    }
    all = lines.size();
  }

  private synchronized boolean isSeen(TranscriptId id) {
    return seen.contains(id);
  }

  private void look(Workbench workbench, Highlighter highlighter, TranscriptId id) {
    List<Highlight> found = workbench.transcript(id).map(highlighter::highlight).orElse(List.of());
    take(highlighter.pack().label(), id, found);
  }

  /** What was found by rules that are no longer counted belongs to no count. */
  private synchronized void take(String by, TranscriptId id, List<Highlight> found) {
    if (!by.equals(pack) || !seen.add(id)) {
      return;
    }
    Set<String> here = new HashSet<>();
    for (Highlight highlight : found) {
      highlights.merge(highlight.rule(), 1, Integer::sum);
      if (here.add(highlight.rule())) {
        transcripts.merge(highlight.rule(), 1, Integer::sum);
      }
    }
  }
}
