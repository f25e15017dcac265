package examen.highlight;

import examen.highlight.learned.LinearModel;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the rules of one pack, and what was learned besides, point at. The same text gives the
 * same result, on any thread and in any order; time is linear in the text.
 */
public final class Highlighter {
  private static final Comparator<Found> READING_ORDER =
      Comparator.comparing(Found::sentence)
          .thenComparing(Found::cue)
          .thenComparing(Found::category);

  private final CompiledPack pack;
  private final @Nullable LinearModel model;

  /**
   * Scanners at rest: each keeps the automata that it has built, and only one thread at a time may
   * have it.
   */
  private final ConcurrentLinkedQueue<Scanner> resting = new ConcurrentLinkedQueue<>();

  /**
   * @throws BadPattern which names the rule and the place in it
   */
  public Highlighter(RulePack pack) throws BadPattern {
    this(pack, null);
  }

  /**
   * @param model what was learned, used as the pack says; null for rules alone
   * @throws BadPattern which names the rule and the place in it
   */
  public Highlighter(RulePack pack, @Nullable LinearModel model) throws BadPattern {
    this.pack = new CompiledPack(pack);
    this.model = model;
  }

  public RulePack pack() {
    return pack.pack();
  }

  /** What was learned before release; null for rules alone. */
  @Nullable LinearModel model() {
    return model;
  }

  /**
   * What the rules find in a text, sorted by place; for each sentence and category at most one, of
   * the rule that comes first in the pack. Spans are in UTF-16 code units of the text.
   */
  public List<Found> find(String text) {
    Scanner waiting = resting.poll();
    Scanner scanner = waiting == null ? new Scanner(pack, model) : waiting;
    List<Found> all = new ArrayList<>();
    scanner.find(text, Sentences.of(text)).forEach(found -> all.addAll(merge(found)));
    resting.add(scanner);
    return all;
  }

  /**
   * What the rules find in the target model's own words: readable reasoning, text and tool calls of
   * the assistant's messages. What another speaker said under that role is left out.
   */
  public List<Highlight> highlight(Transcript transcript) {
    List<Highlight> highlights = new ArrayList<>();
    for (OwnWords own : OwnWords.of(transcript)) {
      for (Found found : find(own.text())) {
        highlights.add(highlight(transcript, own.message(), own.part(), found));
      }
    }
    return highlights;
  }

  private Highlight highlight(Transcript transcript, int message, int part, Found found) {
    Anchor anchor = Anchor.at(transcript, message, part, found.sentence());
    return new Highlight(
        pack.pack().label(), found.rule(), found.category(), anchor, found.cue(), found.reason());
  }

  /** One for each category, without those that yield to another one. */
  private List<Found> merge(List<Found> found) {
    if (found.size() < 2) {
      return found;
    }
    Map<Category, Found> best = new EnumMap<>(Category.class);
    found.forEach(f -> best.putIfAbsent(f.category(), f));
    Set<Category> there = Set.copyOf(best.keySet());
    return best.values().stream()
        .filter(f -> !yields(f.category(), there))
        .sorted(READING_ORDER)
        .toList();
  }

  private boolean yields(Category category, Set<Category> there) {
    @Nullable Set<Category> winners = pack.pack().yields().get(category);
    return winners != null && winners.stream().anyMatch(there::contains);
  }
}
