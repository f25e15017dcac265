package examen.app.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * How one kind of secret looks.
 *
 * @param name what it is counted under
 * @param pattern in RE2's syntax; where it has a group, the first group alone is the secret
 * @param check what a place must hold besides, so that not every number is one
 * @param needs without which it finds nothing
 */
record SecretPattern(String name, Pattern pattern, SecretCheck check, Needs needs) {
  /** The places in a text, in UTF-16 code units, none overlapping another. */
  List<Span> in(String text) {
    List<Span> places = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      boolean part = matcher.groupCount() > 0 && matcher.start(1) >= 0;
      int start = part ? matcher.start(1) : matcher.start();
      int end = part ? matcher.end(1) : matcher.end();
      if (end > start && check.holds(text.substring(start, end))) {
        places.add(new Span(start, end));
      }
    }
    return places;
  }
}
