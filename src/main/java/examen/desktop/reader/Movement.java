package examen.desktop.reader;

import examen.transcript.Anchor;
import examen.transcript.Part;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where characters, words and sentences begin and end in a transcript. Looks only at the
 * neighbourhood of a place, so that a part of any length costs the same.
 */
final class Movement {
  private static final int CHARACTER_WINDOW = 256;
  private static final int WORD_WINDOW = 1_024;
  private static final int SENTENCE_WINDOW = 4_000;

  private final Transcript transcript;

  /** The parts with text, in reading order, as places at their start. */
  private final List<Place> starts = new ArrayList<>();

  Movement(Transcript transcript, List<Integer> messages) {
    this.transcript = transcript;
    for (int message : messages) {
      List<Part> parts = transcript.messages().get(message).parts();
      for (int part = 0; part < parts.size(); part++) {
        if (!parts.get(part).text().isEmpty()) {
          starts.add(new Place(message, part, 0));
        }
      }
    }
  }

  String text(Place place) {
    return transcript.part(place.message(), place.part()).map(Part::text).orElse("");
  }

  /**
   * One character, as people see them, to the right; from the end of a part to the start of the
   * next.
   */
  Place nextCharacter(Place place) {
    return next(place, BreakIterator.getCharacterInstance(Locale.ROOT), CHARACTER_WINDOW);
  }

  Place previousCharacter(Place place) {
    return previous(place, BreakIterator.getCharacterInstance(Locale.ROOT), CHARACTER_WINDOW);
  }

  /** The end of the word here or next. */
  Place nextWord(Place place) {
    Place end = next(place, BreakIterator.getWordInstance(Locale.ROOT), WORD_WINDOW);
    return isBlank(place, end)
        ? next(end, BreakIterator.getWordInstance(Locale.ROOT), WORD_WINDOW)
        : end;
  }

  /** The start of the word here or before. */
  Place previousWord(Place place) {
    Place start = previous(place, BreakIterator.getWordInstance(Locale.ROOT), WORD_WINDOW);
    return isBlank(start, place)
        ? previous(start, BreakIterator.getWordInstance(Locale.ROOT), WORD_WINDOW)
        : start;
  }

  /** Start and end of the word at this place. */
  Span word(Place place) {
    return around(place, BreakIterator.getWordInstance(Locale.ROOT), windowOf(place, WORD_WINDOW));
  }

  /**
   * Start and end of the sentence at this place, without the blanks after it; a sentence does not
   * go over lines.
   */
  Span sentence(Place place) {
    return trimmed(
        place, around(place, BreakIterator.getSentenceInstance(Locale.ENGLISH), line(place)));
  }

  /** Start and end of the line of the source at this place, without blanks around it. */
  Span paragraph(Place place) {
    return trimmed(place, line(place));
  }

  /** The end of the paragraph here, or of the next one where it ends here. */
  Place nextParagraph(Place place) {
    String text = text(place);
    int at = place.offset();
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at >= text.length()) {
      return nextCharacter(place.at(text.length()));
    }
    int end = text.indexOf('\n', at);
    return place.at(end < 0 ? text.length() : end);
  }

  /** The start of the paragraph here, or of the one before where it begins here. */
  Place previousParagraph(Place place) {
    String text = text(place);
    int at = Math.min(place.offset(), text.length());
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at == 0 ? previousCharacter(place.at(0)) : place.at(text.lastIndexOf('\n', at - 1) + 1);
  }

  /** The place itself, or the nearest that there is in its part and that cuts no surrogate pair. */
  Place within(Place place) {
    String text = text(place);
    int offset = Math.clamp(place.offset(), 0, text.length());
    boolean cuts =
        offset > 0
            && offset < text.length()
            && Character.isLowSurrogate(text.charAt(offset))
            && Character.isHighSurrogate(text.charAt(offset - 1));
    return place.at(cuts ? offset - 1 : offset);
  }

  /** What stands between two places: one anchor for each part, in reading order. */
  List<Anchor> between(Place one, Place other) {
    if (one.equals(other)) {
      return List.of();
    }
    Place first = one.compareTo(other) < 0 ? one : other;
    Place last = first.equals(one) ? other : one;
    return starts.stream()
        .filter(s -> s.compareTo(first.at(0)) >= 0 && s.compareTo(last.at(0)) <= 0)
        .flatMap(
            s ->
                anchor(
                    s,
                    s.samePart(first) ? first.offset() : 0,
                    s.samePart(last) ? last.offset() : text(s).length())
                    .stream())
        .toList();
  }

  private Optional<Anchor> anchor(Place part, int start, int end) {
    return start >= end
        ? Optional.empty()
        : Optional.of(Anchor.at(transcript, part.message(), part.part(), new Span(start, end)));
  }

  /** Whether there is any character to select here. */
  boolean hasText(Place place) {
    return !text(place).isEmpty();
  }

  List<Place> starts() {
    return starts;
  }

  /** The start of the first part at or after this message, or of the last part of all. */
  Place firstFrom(int message) {
    for (Place start : starts) {
      if (start.message() >= message) {
        return start;
      }
    }
    return starts.getLast();
  }

  /** The start of the first part with text at or after this step of a way, or else the end. */
  Place firstOf(List<Integer> way, int step) {
    for (int i = step; i < way.size(); i++) {
      int message = way.get(i);
      for (Place start : starts) {
        if (start.message() == message) {
          return start;
        }
      }
    }
    return starts.isEmpty() ? new Place(0, 0, 0) : starts.getLast();
  }

  private Place next(Place place, BreakIterator breaks, int window) {
    String text = text(place);
    if (place.offset() >= text.length()) {
      int index = starts.indexOf(place.at(0));
      return index >= 0 && index + 1 < starts.size() ? starts.get(index + 1) : place;
    }
    Span near = windowOf(place, window);
    breaks.setText(near.of(text));
    int found = breaks.following(place.offset() - near.start());
    return place.at(found == BreakIterator.DONE ? near.end() : near.start() + found);
  }

  private Place previous(Place place, BreakIterator breaks, int window) {
    if (place.offset() <= 0) {
      int index = starts.indexOf(place.at(0));
      return index > 0 ? starts.get(index - 1).at(text(starts.get(index - 1)).length()) : place;
    }
    Span near = windowOf(place, window);
    breaks.setText(near.of(text(place)));
    int found = breaks.preceding(place.offset() - near.start());
    return place.at(found == BreakIterator.DONE ? near.start() : near.start() + found);
  }

  private Span around(Place place, BreakIterator breaks, Span near) {
    breaks.setText(near.of(text(place)));
    int inside = Math.clamp(place.offset() - near.start(), 0, near.length() - 1);
    int end = breaks.following(inside);
    int start = breaks.previous();
    return new Span(
        near.start() + Math.max(0, start),
        near.start() + (end == BreakIterator.DONE ? near.length() : end));
  }

  private Span line(Place place) {
    String text = text(place);
    int at = Math.clamp(place.offset(), 0, text.length() - 1);
    if (text.charAt(at) == '\n' && at > 0) {
      at--;
    }
    Span near = windowOf(place.at(at), SENTENCE_WINDOW);
    int start = text.charAt(at) == '\n' ? at : text.lastIndexOf('\n', at) + 1;
    int end = text.indexOf('\n', at, near.end());
    return new Span(
        Math.max(start, near.start()), end <= at ? (end == at ? at + 1 : near.end()) : end);
  }

  private Span trimmed(Place place, Span span) {
    String text = text(place);
    int start = span.start();
    int end = span.end();
    while (end > start + 1 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    while (start < end - 1 && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return new Span(start, end);
  }

  /** The neighbourhood of a place; neither end cuts a surrogate pair. */
  private Span windowOf(Place place, int size) {
    String text = text(place);
    int start = Math.max(0, Math.min(place.offset(), text.length() - 1) - size);
    int end = Math.min(text.length(), place.offset() + size);
    if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
      start--;
    }
    if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
      end++;
    }
    return new Span(start, end);
  }

  private boolean isBlank(Place from, Place to) {
    return from.samePart(to)
        && from.offset() < to.offset()
        && text(from).substring(from.offset(), to.offset()).isBlank();
  }
}
