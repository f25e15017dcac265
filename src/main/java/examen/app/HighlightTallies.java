package examen.app;

import examen.highlight.Highlight;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which categories of highlights each transcript has, and how many of them one rater has not
 * decided on. To know it every text must be read: it may be stopped and goes on later where it was.
 * May be used from any thread.
 */
public final class HighlightTallies {
  private final Map<TranscriptId, Tally> tallies = new HashMap<>();
  private String pack = "";

  /**
   * What one transcript has.
   *
   * @param categories by their names in files
   */
  public record Tally(Set<String> categories, int undecided) {
    public Tally {
      categories = Set.copyOf(categories);
    }
  }

  /** What is known so far. */
  public synchronized Map<TranscriptId, Tally> known() {
    return Map.copyOf(tallies);
  }

  /** How many transcripts are known. */
  public synchronized int count() {
    return tallies.size();
  }

  /** Takes in that this many are undecided now, where the transcript is known. */
  public synchronized void decided(TranscriptId id, int undecided) {
    tallies.computeIfPresent(id, (same, tally) -> new Tally(tally.categories(), undecided));
  }

  /**
   * Looks at the transcripts that were not looked at yet.
   *
   * @param progress asked between two transcripts; stopped, the rest is left for another time
   */
  public void goOn(Workbench workbench, RaterId rater, Progress progress) {
    begin(workbench.projectRules().highlighter().pack().label());
    List<TranscriptLine> lines = workbench.transcripts(rater);
    for (int i = 0; i < lines.size(); i++) {
      TranscriptId id = lines.get(i).id();
      if (!isKnown(id)) {
        if (!progress.at(i, lines.size(), "")) {
          return;
        }
        put(id, tally(workbench, id, rater));
      }
    }
  }

  private static Tally tally(Workbench workbench, TranscriptId id, RaterId rater) {
    List<Highlight> found =
        workbench.transcript(id, rater).map(workbench::highlights).orElse(List.of());
    OwnRatings own = workbench.ratings(id, rater);
    int undecided =
        (int)
            JudgedHighlight.of(found, own.decisions(), own.annotations()).stream()
                .filter(JudgedHighlight::isUndecided)
                .count();
    return new Tally(
        found.stream().map(highlight -> highlight.kind().wire()).collect(Collectors.toSet()),
        undecided);
  }

  /** What was found by other rules is forgotten. */
  private synchronized void begin(String label) {
    if (!label.equals(pack)) {
      pack = label;
      tallies.clear();
    }
  }

  private synchronized boolean isKnown(TranscriptId id) {
    return tallies.containsKey(id);
  }

  private synchronized void put(TranscriptId id, Tally tally) {
    tallies.put(id, tally);
  }
}
