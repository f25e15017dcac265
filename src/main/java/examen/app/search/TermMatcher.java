package examen.app.search;

import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds the places of one term while the words of a text go by. */
final class TermMatcher {
  private final List<String> words;
  private final boolean beginning;
  private final int[] starts;
  private final List<Span> found = new ArrayList<>();

  /** Bit i says whether the words up to the i-th have just gone by. */
  private long state;

  private int seen;

  private TermMatcher(List<String> words, boolean beginning) {
    this.words = words;
    this.beginning = beginning;
    this.starts = new int[words.size()];
  }

  /**
   * Where the terms stand in a text, in the order of the terms; of places of one term none overlaps
   * another. Spans are in UTF-16 code units.
   */
  static List<List<Span>> find(String text, List<Term> terms) {
    List<TermMatcher> matchers = terms.stream().map(TermMatcher::of).toList();
    if (matchers.stream().anyMatch(matcher -> !matcher.words.isEmpty())) {
      Tokens tokens = new Tokens(text);
      while (tokens.next()) {
        for (TermMatcher matcher : matchers) {
          matcher.take(tokens);
        }
      }
    }
    List<List<Span>> all = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      all.add(
          terms.get(i) instanceof Term.Signs(String signs)
              ? LiteralFinder.ignoringCase(signs).all(text)
              : matchers.get(i).found);
    }
    return all;
  }

  private static TermMatcher of(Term term) {
    return switch (term) {
      case Term.Whole whole -> new TermMatcher(whole.words(), false);
      case Term.Beginning beginning -> new TermMatcher(beginning.words(), true);
      case Term.Signs _ -> new TermMatcher(List.of(), false);
    };
  }

  private void take(Tokens tokens) {
    int count = words.size();
    if (count == 0) {
      return;
    }
    starts[seen % count] = tokens.start();
    seen++;
    long next = (state << 1) | 1;
    state = 0;
    for (int i = 0; i < count; i++) {
      if ((next >> i & 1) != 0 && is(i, tokens.word())) {
        state |= 1L << i;
      }
    }
    if ((state >> (count - 1) & 1) != 0) {
      found.add(new Span(starts[seen % count], tokens.end()));
      state = 0;
    }
  }

  private boolean is(int index, CharSequence word) {
    String sought = words.get(index);
    boolean open = beginning && index == words.size() - 1;
    if (open ? word.length() < sought.length() : word.length() != sought.length()) {
      return false;
    }
    for (int i = 0; i < sought.length(); i++) {
      if (sought.charAt(i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
