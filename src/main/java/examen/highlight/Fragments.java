package examen.highlight;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Puts named fragments into patterns. */
final class Fragments {
  private static final int LONGEST = 60_000;

  private final Map<String, String> named;

  Fragments(Map<String, String> named) {
    this.named = named;
  }

  /** The pattern with each <code>{name}</code> replaced by that fragment as a group. */
  String expand(String pattern) throws BadPattern {
    StringBuilder out = new StringBuilder();
    expand(pattern, out, new ArrayDeque<>());
    return out.toString();
  }

  /**
   * Where in the pattern as it was written that stands which is at {@code offset} once fragments
   * have been put in; what is within a fragment stands where the fragment does.
   */
  int origin(String pattern, int offset) throws BadPattern {
    int length = 0;
    int at = 0;
    while (at < pattern.length()) {
      int next = next(pattern, at);
      length += expand(pattern.substring(at, next)).length();
      if (offset < length) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /** The end of what stands at {@code at}: a fragment, an escaped character, or a character. */
  private static int next(String pattern, int at) {
    boolean named =
        pattern.charAt(at) == '{'
            && at + 1 < pattern.length()
            && Character.isLetter(pattern.charAt(at + 1));
    int end = named ? pattern.indexOf('}', at) + 1 : pattern.charAt(at) == '\\' ? at + 2 : at + 1;
    return Math.min(end <= at ? pattern.length() : end, pattern.length());
  }

  private void expand(String pattern, StringBuilder out, Deque<String> within) throws BadPattern {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        out.append(c).append(pattern.charAt(++i));
      } else if (c == '{'
          && i + 1 < pattern.length()
          && Character.isLetter(pattern.charAt(i + 1))) {
        int close = pattern.indexOf('}', i);
        if (close < 0) {
          throw new BadPattern("a { without its }", i);
        }
        insert(pattern.substring(i + 1, close), out, within);
        i = close;
      } else {
        out.append(c);
      }
    }
    if (out.length() > LONGEST) {
      throw new BadPattern("longer than " + LONGEST + " characters with its fragments");
    }
  }

  private void insert(String name, StringBuilder out, Deque<String> within) throws BadPattern {
    String fragment = named.get(name);
    if (fragment == null) {
      throw new BadPattern("no fragment is called " + name);
    }
    if (within.contains(name)) {
      throw new BadPattern("the fragment " + name + " contains itself");
    }
    within.push(name);
    out.append("(?:");
    expand(fragment, out, within);
    out.append(')');
    within.pop();
  }
}
