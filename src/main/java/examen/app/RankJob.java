package examen.app;

import examen.highlight.Highlight;
import examen.highlight.Likelihood;
import examen.rating.RaterId;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
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

  /**
   * Over all transcripts.
   *
   * @param rater sees what they may be shown, and only undecided highlights; null for one who rates
   *     nothing and sees all
   */
  public List<T> over(Workbench workbench, @Nullable RaterId rater, Progress progress) {
    List<TranscriptLine> lines = workbench.transcripts();
    for (int i = 0; i < lines.size(); i++) {
      if (!progress.at(i, lines.size(), lines.get(i).title())) {
        break;
      }
      if (rater == null) {
        workbench.transcript(lines.get(i).id()).ifPresent(t -> look(workbench, t));
      } else {
        workbench.transcript(lines.get(i).id(), rater).ifPresent(t -> look(workbench, t, rater));
      }
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

  private void look(Workbench workbench, Transcript transcript) {
    List<Highlight> byRules = workbench.highlights(transcript);
    Recommended recommended = workbench.recommendations().of(transcript, byRules);
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
