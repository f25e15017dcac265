package examen.app;

import examen.highlight.Highlight;
import examen.highlight.Likelihood;
import examen.rating.RaterId;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the highlights and suggestions of a whole project into the order in which decisions make
 * them likely: the most likely first, those of which nothing is known last, as they come in the
 * project.
 */
public final class RankJob<T> {
  /** So many are kept at most; the least likely beyond that are only counted. */
  public static final int MOST = 100_000;

  private final Keeps<T> keeps;
  private final PriorityQueue<Ranked<T>> kept =
      new PriorityQueue<>(RankJob.<T>mostLikelyFirst().reversed());
  private int found;

  /** What is to be kept of a highlight while its transcript is at hand. */
  public interface Keeps<T> {
    /**
     * @param likelihood null where nothing is known, or may not be shown
     */
    T of(Transcript transcript, Highlight highlight, @Nullable Likelihood likelihood);
  }

  /** What was kept, and where it stands. */
  private record Ranked<T>(T kept, double likelihood, int place) {}

  public RankJob(Keeps<T> keeps) {
    this.keeps = keeps;
  }

  /** Over all transcripts, by all that was decided, for one who rates nothing. */
  public List<T> over(Lead lead, Progress progress) {
    return over(
        lead.transcripts(), progress, id -> lead.transcript(id).ifPresent(t -> look(lead, t)));
  }

  /** Over all transcripts: what this rater has not decided, by what they may see. */
  public List<T> over(Workbench workbench, RaterId rater, Progress progress) {
    return over(
        workbench.transcripts(rater),
        progress,
        id -> workbench.transcript(id, rater).ifPresent(t -> look(workbench, t, rater)));
  }

  private List<T> over(List<TranscriptLine> lines, Progress progress, Consumer<TranscriptId> look) {
    for (int i = 0; i < lines.size(); i++) {
      if (!progress.at(i, lines.size(), lines.get(i).title())) {
        break;
      }
      look.accept(lines.get(i).id());
    }
    List<Ranked<T>> ranked = new ArrayList<>(kept);
    ranked.sort(mostLikelyFirst());
    return ranked.stream().map(Ranked::kept).toList();
  }

  /** How many there were, kept or not. */
  public int found() {
    return found;
  }

  private static <T> Comparator<Ranked<T>> mostLikelyFirst() {
    return Comparator.<Ranked<T>>comparingDouble(r -> -r.likelihood())
        .thenComparingInt(Ranked::place);
  }

  private void look(Lead lead, Transcript transcript) {
    List<Highlight> byRules = lead.workbench().highlights(transcript);
    Recommended recommended = lead.recommended(transcript, byRules);
    Stream.concat(byRules.stream(), recommended.suggestions().stream())
        .forEach(highlight -> take(transcript, highlight, recommended));
  }

  private void look(Workbench workbench, Transcript transcript, RaterId rater) {
    List<Highlight> byRules = workbench.highlights(transcript);
    Recommended recommended = workbench.recommendations().of(transcript, byRules, rater);
    List<Highlight> all =
        Stream.concat(byRules.stream(), recommended.suggestions().stream()).toList();
    JudgedHighlight.of(
            all,
            workbench.decisions(transcript.id(), rater),
            workbench.annotations(transcript.id(), rater))
        .stream()
        .filter(JudgedHighlight::isUndecided)
        .forEach(judged -> take(transcript, judged.highlight(), recommended));
  }

  private void take(Transcript transcript, Highlight highlight, Recommended recommended) {
    Likelihood likelihood = recommended.likelihoods().get(highlight);
    double order = likelihood == null ? -1 : likelihood.value();
    kept.add(new Ranked<>(keeps.of(transcript, highlight, likelihood), order, found++));
    if (kept.size() > MOST) {
      kept.remove();
    }
  }
}
