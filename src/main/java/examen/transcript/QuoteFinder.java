package examen.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where in a transcript a quote was taken from: word for word, else but for white space,
 * Markdown and the forms of signs and letters, else with a few signs changed. What the model said
 * comes before what it was told, then the order of reading counts. A quote that was put together
 * from several places, with dots between, has several.
 *
 * <p>A finder spends a bounded effort on changed quotes; when that is used up, it finds no more of
 * them. Used by one thread at a time.
 */
public final class QuoteFinder {
  /** Signs compared for changed quotes, over the life of a finder: a second or two. */
  private static final long MOST_EFFORT = 200_000_000L;

  /** Fewest signs of a quote that may have been changed, and of a piece of one put together. */
  private static final int SHORTEST_CHANGED = 12;

  private static final int SHORTEST_PIECE = 8;
  private static final int LONGEST_CHANGED = 20_000;
  private static final int LONGEST_COMPARED = 2_000;
  private static final int MOST_PIECES = 20;
  private static final Pattern GAP =
      Pattern.compile("\\s*(?:[\\[(<]\\s*(?:\\.{2,}|\u2026)\\s*[\\])>]|\\.{3,}|\u2026)\\s*");

  private final Transcript transcript;
  private final List<Text> texts = new ArrayList<>();
  private long effort;

  public QuoteFinder(Transcript transcript) {
    this.transcript = transcript;
    for (Message message : transcript.messages()) {
      for (int i = 0; i < message.parts().size(); i++) {
        if (!message.parts().get(i).text().isEmpty()) {
          texts.add(new Text(message, i, message.parts().get(i).text()));
        }
      }
    }
    texts.sort(Comparator.comparingInt(text -> rank(text.message)));
  }

  /** Where it is not the model under test that speaks as the assistant, a speaker is named. */
  private static int rank(Message message) {
    return message.role() != Role.ASSISTANT ? 2 : message.speaker() != null ? 1 : 0;
  }

  /**
   * A place that was found.
   *
   * @param quote what was looked for there: the whole quote, or a piece of it
   * @param anchor what stands there
   * @param likeness how alike the two are: 1 for the very same text, else less
   */
  public record Place(String quote, Anchor anchor, double likeness) {}

  /**
   * What was found of a quote.
   *
   * @param places in the order of the quote; empty if nothing was found
   * @param missing pieces that were not found, where others were
   */
  public record Found(List<Place> places, List<String> missing) {
    public Found {
      places = List.copyOf(places);
      missing = List.copyOf(missing);
    }
  }

  /** Looks everywhere. */
  public Found find(String quote) {
    return find(quote, message -> true);
  }

  /** Looks in these messages only. */
  public Found find(String quote, Predicate<Message> where) {
    Query whole = new Query(quote, where);
    Optional<Place> place = unchanged(whole);
    if (place.isPresent()) {
      return new Found(List.of(place.get()), List.of());
    }
    Found pieces = pieces(whole);
    if (!pieces.places().isEmpty()) {
      return pieces;
    }
    return new Found(changed(whole).stream().toList(), List.of());
  }

  /** A quote and where to look for it. */
  private static final class Query {
    private final String quote;
    private final Predicate<Message> where;
    private final String signs;
    private final String loose;

    Query(String quote, Predicate<Message> where) {
      this.quote = quote;
      this.where = where;
      signs = LooseText.of(quote);
      int start = 0;
      int end = signs.length();
      while (start < end && isEdge(signs.charAt(start))) {
        start++;
      }
      while (end > start && isEdge(signs.charAt(end - 1))) {
        end--;
      }
      loose = signs.substring(start, end);
    }

    /** Marks and spaces around a quote are the quoting person's. */
    private static boolean isEdge(char sign) {
      return sign == '\'' || sign == ' ' || sign == '.' || sign == ',';
    }
  }

  private static final class Text {
    private final Message message;
    private final int part;
    private final String text;
    private @Nullable String loose;

    Text(Message message, int part, String text) {
      this.message = message;
      this.part = part;
      this.text = text;
    }

    String loose() {
      String made = loose;
      if (made == null) {
        made = LooseText.of(text);
        loose = made;
      }
      return made;
    }
  }

  private Optional<Place> unchanged(Query query) {
    if (query.loose.isEmpty()) {
      return Optional.empty();
    }
    String stripped = query.quote.strip();
    for (Text text : in(query)) {
      int at = text.text.indexOf(stripped);
      Span span = at < 0 ? null : new Span(at, at + stripped.length());
      if (span != null && span.fits(text.text)) {
        return Optional.of(place(query, text, span, 1));
      }
    }
    Optional<Place> place = loose(query, query.signs);
    return place.isPresent() || query.signs.equals(query.loose) ? place : loose(query, query.loose);
  }

  /** Where these signs stand in a loose text. */
  private Optional<Place> loose(Query query, String signs) {
    for (Text text : in(query)) {
      int at = text.loose().indexOf(signs);
      if (at >= 0) {
        Span span = LooseText.place(text.text, at, at + signs.length());
        double likeness = likeness(query.quote.strip(), span.of(text.text));
        return Optional.of(place(query, text, span, likeness));
      }
    }
    return Optional.empty();
  }

  /** Of texts that differ in form only: never quite 1, as they are not the very same. */
  private static double likeness(String quote, String there) {
    int most = Math.max(quote.length(), there.length());
    if (most > LONGEST_COMPARED) {
      return 0.99;
    }
    Alignment alignment = Alignment.of(quote, there, 0, there.length());
    int beside = there.length() - (alignment.end() - alignment.start());
    return Math.clamp(1 - (alignment.edits() + beside) / (double) most, 0.5, 0.99);
  }

  private List<Text> in(Query query) {
    return texts.stream().filter(text -> query.where.test(text.message)).toList();
  }

  private Place place(Query query, Text text, Span span, double likeness) {
    return new Place(
        query.quote,
        new Anchor(transcript.id(), text.message.index(), text.part, span, span.of(text.text)),
        likeness);
  }

  /** The pieces between dots, if most of the quote is found so. */
  private Found pieces(Query whole) {
    List<Place> places = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> pieces =
        GAP.splitAsStream(whole.quote)
            .filter(piece -> LooseText.of(piece).length() >= SHORTEST_PIECE)
            .limit(MOST_PIECES)
            .toList();
    if (!GAP.matcher(whole.quote.strip()).find() || pieces.isEmpty()) {
      return new Found(places, missing);
    }
    int found = 0;
    int sought = 0;
    for (String piece : pieces) {
      Query query = new Query(piece, whole.where);
      Optional<Place> place = unchanged(query).or(() -> changed(query));
      place.ifPresentOrElse(places::add, () -> missing.add(piece));
      found += place.isPresent() ? piece.length() : 0;
      sought += piece.length();
    }
    return found * 2 > sought ? new Found(places, missing) : new Found(List.of(), List.of());
  }

  /** Where the quote stands with a few signs changed, inserted or left out. */
  private Optional<Place> changed(Query query) {
    String loose = query.loose;
    if (loose.length() < SHORTEST_CHANGED || loose.length() > LONGEST_CHANGED) {
      return Optional.empty();
    }
    Place best = null;
    Seeds seeds = new Seeds(loose);
    Map<Text, Seeds.Guess> guesses = new HashMap<>();
    for (Text text : in(query)) {
      effort += text.loose().length();
      if (effort > MOST_EFFORT) {
        return Optional.empty();
      }
      Seeds.Guess guess = seeds.best(text.loose());
      if (guess.seeds() >= Math.max(3, loose.length() / 20)) {
        guesses.put(text, guess);
      }
    }
    for (Text text : mostSeeds(guesses)) {
      Place place = changed(query, text, guesses.get(text));
      if (place != null && (best == null || place.likeness() > best.likeness())) {
        best = place;
      }
    }
    return Optional.ofNullable(best);
  }

  private List<Text> mostSeeds(Map<Text, Seeds.Guess> guesses) {
    return texts.stream()
        .filter(guesses::containsKey)
        .sorted(Comparator.comparingInt(text -> -guess(guesses, text).seeds()))
        .limit(5)
        .toList();
  }

  private static Seeds.Guess guess(Map<Text, Seeds.Guess> guesses, Text text) {
    return guesses.getOrDefault(text, new Seeds.Guess(0, 0));
  }

  private @Nullable Place changed(Query query, Text text, Seeds.@Nullable Guess guess) {
    if (guess == null) {
      return null;
    }
    int length = query.loose.length();
    int slack = 16 + length / 2;
    int from = Math.clamp(guess.start() - (long) slack, 0, text.loose().length());
    int to =
        Math.clamp(guess.start() + (long) length + length / 4 + slack, 0, text.loose().length());
    effort += (to - from) * (2L + length / 32);
    Alignment alignment = Alignment.of(query.loose, text.loose(), from, to);
    double likeness = alignment.likeness(length);
    if (likeness < least(length) || alignment.end() <= alignment.start()) {
      return null;
    }
    Span span = LooseText.place(text.text, alignment.start(), alignment.end());
    return place(query, text, span, Math.min(likeness, 0.99));
  }

  /** Short texts are like others by chance. */
  private static double least(int length) {
    return length < 24 ? 0.85 : length < 60 ? 0.78 : 0.7;
  }
}
