package examen.app;

import examen.app.TrialHit.Compared;
import examen.highlight.BadPattern;
import examen.highlight.Highlight;
import examen.highlight.HighlightRule;
import examen.highlight.Highlighter;
import examen.highlight.RuleCheck;
import examen.highlight.RuleMistake;
import examen.highlight.RulePack;
import examen.rating.RaterId;
import examen.transcript.Part;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tries one rule by itself over a project: what it finds, and what it finds otherwise than the rule
 * as it is stored. Other rules have no part in it.
 */
public final class RuleTrial {
  /** So many places of each kind are kept; all are counted. */
  public static final int MOST_KEPT = 200;

  private final Highlighter tried;
  private final @Nullable Highlighter stored;
  private final List<TrialHit> found = new ArrayList<>();
  private final List<TrialHit> added = new ArrayList<>();
  private final List<TrialHit> lost = new ArrayList<>();
  private int same;
  private int countAdded;
  private int countLost;
  private int looked;
  private int with;

  /**
   * What was found so far.
   *
   * @param looked how many transcripts were looked at
   * @param all how many there are
   * @param with in how many of them the rule that is tried finds anything
   * @param same how many places both rules find
   * @param added how many only the rule that is tried finds
   * @param lost how many only the stored rule finds
   * @param hits the first that the rule that is tried finds
   * @param addedHits the first of those that only it finds
   * @param lostHits the first that only the stored rule finds
   */
  public record Findings(
      int looked,
      int all,
      int with,
      int same,
      int added,
      int lost,
      List<TrialHit> hits,
      List<TrialHit> addedHits,
      List<TrialHit> lostHits) {
    public static final Findings NONE =
        new Findings(0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());

    public Findings {
      hits = List.copyOf(hits);
      addedHits = List.copyOf(addedHits);
      lostHits = List.copyOf(lostHits);
    }

    /** How many places the rule that is tried finds. */
    public int found() {
      return same + added;
    }
  }

  /**
   * @param stored null where there is none to compare with
   * @throws Refusal if the rule that is tried cannot be used
   */
  public RuleTrial(Workbench workbench, HighlightRule tried, @Nullable HighlightRule stored) {
    RulePack pack = workbench.projectRules().pack();
    this.tried = alone(tried, pack);
    this.stored = stored == null ? null : alone(stored, pack);
  }

  /** All mistakes of a rule that somebody is writing, in the order of its lists. */
  public static List<RuleMistake> mistakes(Workbench workbench, HighlightRule rule) {
    return RuleCheck.mistakes(rule, workbench.projectRules().pack().fragments());
  }

  private static Highlighter alone(HighlightRule rule, RulePack pack) {
    try {
      return new Highlighter(
          new RulePack(pack.id(), pack.version(), pack.fragments(), Map.of(), List.of(rule)));
    } catch (BadPattern e) {
      throw new Refusal(e.why(), e);
    }
  }

  /**
   * Looks at all transcripts as this rater may read them, in the order of import.
   *
   * @param progress asked between two transcripts; stopped, what was found so far stays
   * @param soFar told after each transcript; it should return at once
   */
  public Findings over(
      Workbench workbench, RaterId rater, Progress progress, Consumer<RuleTrial> soFar) {
    List<TranscriptLine> lines = workbench.transcripts(rater);
    for (TranscriptLine line : lines) {
      if (!progress.at(looked, lines.size(), "")) {
        break;
      }
      workbench.transcript(line.id(), rater).ifPresent(read -> look(read, line.title()));
      looked++;
      soFar.accept(this);
    }
    return findings(lines.size());
  }

  /**
   * What was found so far; for the thread that looks.
   *
   * @param all how many transcripts there are
   */
  public Findings findings(int all) {
    return new Findings(looked, all, with, same, countAdded, countLost, found, added, lost);
  }

  private void look(Transcript transcript, String title) {
    Map<Place, Highlight> before = new HashMap<>();
    if (stored != null) {
      stored.highlight(transcript).forEach(highlight -> before.put(Place.of(highlight), highlight));
    }
    List<Highlight> now = tried.highlight(transcript);
    with += now.isEmpty() ? 0 : 1;
    for (Highlight highlight : now) {
      boolean isSame = before.remove(Place.of(highlight)) != null;
      keep(transcript, title, highlight, isSame ? Compared.SAME : Compared.NEW);
    }
    before.values().stream()
        .sorted((a, b) -> a.anchor().compareTo(b.anchor()))
        .forEach(highlight -> keep(transcript, title, highlight, Compared.LOST));
  }

  /** A sentence, whichever words of it are the cue. */
  private record Place(int message, int part, Span sentence) {
    static Place of(Highlight highlight) {
      return new Place(
          highlight.anchor().message(), highlight.anchor().part(), highlight.anchor().span());
    }
  }

  private void keep(Transcript transcript, String title, Highlight highlight, Compared compared) {
    switch (compared) {
      case SAME -> same++;
      case NEW -> countAdded++;
      case LOST -> countLost++;
    }
    boolean isLost = compared == Compared.LOST;
    List<TrialHit> list = isLost ? lost : found;
    boolean isRoom = list.size() < MOST_KEPT;
    boolean isRoomBesides = compared == Compared.NEW && added.size() < MOST_KEPT;
    if (isRoom || isRoomBesides) {
      TrialHit hit = hit(transcript, title, highlight, compared);
      if (isRoom) {
        list.add(hit);
      }
      if (isRoomBesides) {
        added.add(hit);
      }
    }
  }

  private static TrialHit hit(
      Transcript transcript, String title, Highlight highlight, Compared compared) {
    String text =
        transcript
            .part(highlight.anchor().message(), highlight.anchor().part())
            .map(Part::text)
            .orElse("");
    Span cue = highlight.cue();
    int from = within(text, cue.start() - TrialHit.WORDS_AROUND);
    int to = within(text, cue.end() + TrialHit.WORDS_AROUND);
    int end = within(text, Math.min(cue.end(), cue.start() + TrialHit.LONGEST_CUE));
    return new TrialHit(
        title,
        highlight.anchor(),
        text.substring(from, cue.start()),
        text.substring(cue.start(), end),
        text.substring(cue.end(), to),
        compared);
  }

  /** The offset itself, or the nearest before it that is in the text and cuts no surrogate pair. */
  private static int within(String text, int offset) {
    int inside = Math.clamp(offset, 0, text.length());
    boolean cuts =
        inside > 0
            && inside < text.length()
            && Character.isLowSurrogate(text.charAt(inside))
            && Character.isHighSurrogate(text.charAt(inside - 1));
    return cuts ? inside - 1 : inside;
  }
}
