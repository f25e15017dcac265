package examen.rating;

import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Which highlight is meant: the same rule of the same version of a pack, at the same place. What a
 * later version finds is another highlight, for the rule may say something else by then.
 *
 * @param pack the rule pack and its version, such as {@code agentic-misalignment@1}
 * @param rule id of the rule in the pack
 * @param category what the rule takes the place for, as in rule packs
 */
public record HighlightRef(Anchor anchor, String pack, String rule, String category)
    implements Comparable<HighlightRef> {
  private static final Pattern WORD = Pattern.compile("[^\\s\\p{Cntrl}]{1,200}");

  private static final Comparator<HighlightRef> ORDER =
      Comparator.comparing(HighlightRef::anchor)
          .thenComparing(HighlightRef::category)
          .thenComparing(HighlightRef::rule)
          .thenComparing(HighlightRef::pack);

  public HighlightRef {
    requireWord(pack);
    requireWord(rule);
    requireWord(category);
  }

  public TranscriptId transcript() {
    return anchor.transcript();
  }

  /** In reading order of one transcript, then by category, rule and pack. */
  @Override
  public int compareTo(HighlightRef other) {
    return ORDER.compare(this, other);
  }

  /** As words hold no spaces, no two references give one text. */
  String key() {
    return anchor.transcript()
        + " "
        + anchor.message()
        + " "
        + anchor.part()
        + " "
        + anchor.span().start()
        + " "
        + anchor.span().end()
        + " "
        + category
        + " "
        + rule
        + " "
        + pack;
  }

  static void requireWord(String text) {
    if (!WORD.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "rule packs, rules and categories are named by 1 to 200 characters without spaces");
    }
  }
}
