package examen.app.search;

import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds signs in their order, as they stand or whatever their case. Time is as good as linear. */
final class LiteralFinder {
  private final String sought;
  private final boolean exact;
  private final char first;
  private final char otherFirst;

  private LiteralFinder(String sought, boolean exact) {
    this.sought = sought;
    this.exact = exact;
    this.first = exact ? sought.charAt(0) : small(sought.charAt(0));
    this.otherFirst = exact ? first : Character.toUpperCase(first);
  }

  /**
   * @param sought not empty
   */
  static LiteralFinder exact(String sought) {
    return new LiteralFinder(sought, true);
  }

  /**
   * @param sought not empty
   */
  static LiteralFinder ignoringCase(String sought) {
    return new LiteralFinder(sought, false);
  }

  /** All places, none overlapping another, in UTF-16 code units. */
  List<Span> all(String text) {
    List<Span> found = new ArrayList<>();
    each(
        text,
        span -> {
          found.add(span);
          return true;
        });
    return found;
  }

  /**
   * Tells of each place.
   *
   * @param found says whether to go on
   */
  void each(String text, Predicate<Span> found) {
    int last = text.length() - sought.length();
    int at = 0;
    while (at <= last) {
      if (isAt(text, at)) {
        if (!found.test(new Span(at, at + sought.length()))) {
          return;
        }
        at += sought.length();
      } else {
        at++;
      }
    }
  }

  private boolean isAt(String text, int at) {
    char c = text.charAt(at);
    // Few characters have a capital of another length or with several small ones: those are folded.
    if (c != first && c != otherFirst && (c < 128 || exact || small(c) != first)) {
      return false;
    }
    for (int i = 1; i < sought.length(); i++) {
      char there = text.charAt(at + i);
      char here = sought.charAt(i);
      if (there != here && (exact || small(there) != small(here))) {
        return false;
      }
    }
    return new Span(at, at + sought.length()).fits(text);
  }

  private static char small(char c) {
    return c < 128
        ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c)
        : Character.toLowerCase(Character.toUpperCase(c));
  }
}
