package examen.highlight;

import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into sentences. A sentence ends at a full stop, question or exclamation mark, at a
 * blank line, and at the end of a line unless the next line carries it on. List marks, headings'
 * marks and fences belong to no sentence. Takes time linear in the text; no sentence is longer than
 * {@link #LONGEST}.
 */
final class Sentences {
  /** In UTF-16 code units; a longer one is cut, at a space where there is one. */
  static final int LONGEST = 1_000;

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "vs", "e.g", "i.e", "eg", "ie", "cf", "approx",
          "no", "fig", "jr", "sr", "dept", "gen", "gov", "hon", "rep", "sen", "capt", "lt", "col",
          "sgt", "ca", "viz", "u.s", "p.m", "a.m");

  private static final String CLOSERS = "\"')]}*_\u201d\u2019\u00bb";

  private final String text;
  private final List<Span> found = new ArrayList<>();

  private Sentences(String text) {
    this.text = text;
  }

  /**
   * The sentences in order, in UTF-16 code units; between them lies nothing but marks and space.
   */
  static List<Span> of(String text) {
    Sentences sentences = new Sentences(text);
    int start = 0;
    while (start < text.length()) {
      int end = sentences.end(start);
      sentences.add(start, end);
      start = end;
    }
    return sentences.found;
  }

  /** Where the sentence that starts at {@code start} ends at the latest. */
  private int end(int start) {
    int limit = (int) Math.min(text.length(), (long) start + LONGEST);
    int first = skipMarks(start, limit);
    for (int i = first; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\n' && !carriesOn(i)) {
        return i + 1;
      }
      if (isWideStop(c)) {
        return afterClosers(i + 1, limit);
      }
      if ((c == '.' || c == '!' || c == '?' || c == '\u2026') && isStop(i, first)) {
        return afterClosers(i + 1, limit);
      }
    }
    return limit == text.length() ? limit : cut(first, limit);
  }

  /** Whether the mark at {@code i} ends the sentence that begins at {@code first}. */
  private boolean isStop(int i, int first) {
    int next = afterClosers(i + 1, Math.min(text.length(), i + 8));
    if (next == text.length()) {
      return true;
    }
    if (!isSpace(text.charAt(next))) {
      return false;
    }
    if (text.charAt(i) == '.' && isAbbreviation(i, first)) {
      return false;
    }
    int follows = next;
    while (follows < text.length() && follows - next < 16 && isSpace(text.charAt(follows))) {
      if (text.charAt(follows) == '\n') {
        return true;
      }
      follows++;
    }
    return follows == text.length() || !Character.isLowerCase(text.charAt(follows));
  }

  private boolean isAbbreviation(int dot, int first) {
    int start = dot;
    while (start > first && dot - start < 8 && isAbbreviationPart(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot).toLowerCase(Locale.ROOT);
    boolean initial =
        word.length() == 1 && Character.isUpperCase(text.charAt(start)) && !word.equals("i");
    return initial || ABBREVIATIONS.contains(word);
  }

  private static boolean isAbbreviationPart(char c) {
    return c == '.' || Character.isLetter(c);
  }

  /**
   * Whether the line after the break at {@code i} goes on with the same sentence: hard-wrapped
   * prose.
   */
  private boolean carriesOn(int i) {
    int next = i + 1;
    while (next < text.length()
        && next - i < 40
        && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
      next++;
    }
    if (next >= text.length() || !Character.isLowerCase(text.charAt(next)) || isHeaderLine(next)) {
      return false;
    }
    int before = i - 1;
    while (before >= 0
        && i - before < 40
        && isSpace(text.charAt(before))
        && text.charAt(before) != '\n') {
      before--;
    }
    return before >= 0
        && (Character.isLetterOrDigit(text.charAt(before)) || text.charAt(before) == ',');
  }

  /** Such as {@code to: someone} or {@code subject: something}. */
  private boolean isHeaderLine(int i) {
    int end = i;
    while (end < text.length()
        && end - i < 24
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end < text.length() && text.charAt(end) == ':';
  }

  /** Past white space, list marks, heading marks, quotation marks of e-mails and fences. */
  private int skipMarks(int start, int limit) {
    int i = start;
    while (i < limit
        && (isSpace(text.charAt(i)) || "-*#>+\u2022|=~`_".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    int digits = i;
    while (digits < limit && digits - i < 3 && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    boolean numbered =
        digits > i
            && digits + 1 < limit
            && (text.charAt(digits) == '.' || text.charAt(digits) == ')')
            && isSpace(text.charAt(digits + 1));
    return numbered ? skipMarks(digits + 2, limit) : i;
  }

  /** The last place before {@code limit} at which a sentence that is too long can be cut. */
  private int cut(int first, int limit) {
    for (int i = limit; i > Math.max(first, limit - LONGEST / 2); i--) {
      if (isSpace(text.charAt(i - 1))) {
        return i;
      }
    }
    boolean cutsPair =
        Character.isHighSurrogate(text.charAt(limit - 1))
            && Character.isLowSurrogate(text.charAt(limit));
    return cutsPair ? limit - 1 : limit;
  }

  private int afterClosers(int i, int limit) {
    int end = i;
    while (end < limit
        && (CLOSERS.indexOf(text.charAt(end)) >= 0 || ".!?\u2026".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private void add(int from, int to) {
    int start = skipMarks(from, to);
    int end = to;
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      found.add(new Span(start, end));
    }
  }

  private static boolean isWideStop(char c) {
    return c == '\u3002' || c == '\uff01' || c == '\uff1f' || c == '\uff0e';
  }

  private static boolean isSpace(char c) {
    return c == ' '
        || c == '\n'
        || Character.isWhitespace(c)
        || c == '\u00a0'
        || c == '\u200b'
        || c == '\ufeff';
  }
}
