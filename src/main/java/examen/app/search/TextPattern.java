package examen.app.search;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Something to find in texts: signs as they stand, or a regular expression in RE2's syntax, which
 * takes linear time.
 */
public final class TextPattern {
  /** The longest pattern, in UTF-16 code units. */
  public static final int LONGEST = 1_000;

  /** So many looks at a text are always allowed, and so many more for each of its code units. */
  private static final long EFFORT = 20_000_000;

  private static final long EFFORT_A_UNIT = 50;

  private final Set<Option> options;
  private final @Nullable Pattern expression;
  private final @Nullable LiteralFinder signs;

  private TextPattern(
      Set<Option> options, @Nullable Pattern expression, @Nullable LiteralFinder signs) {
    this.options = Set.copyOf(options);
    this.expression = expression;
    this.signs = signs;
  }

  /** How words are meant. */
  public enum Option {
    /** Capitals are other letters than small ones. */
    CASE("case"),
    /** The place neither begins nor ends within a word. */
    WHOLE_WORD("whole-word"),
    /** The words are a regular expression. */
    EXPRESSION("expression");

    private final String wire;

    Option(String wire) {
      this.wire = wire;
    }

    /** The name in the keys of texts. */
    public String wire() {
      return wire;
    }
  }

  /**
   * What is found in several texts.
   *
   * @param places for each text, in its order: in UTF-16 code units, none overlapping another
   * @param whole whether all places are there; otherwise there were too many, or it took too long
   */
  public record Found(List<List<Span>> places, boolean whole) {
    public Found {
      places = List.copyOf(places);
    }
  }

  /**
   * @param words not empty
   * @throws BadQuery if they are no regular expression although they should be
   */
  public static TextPattern of(String words, Set<Option> options) throws BadQuery {
    if (words.length() > LONGEST) {
      throw new BadQuery("longer than " + LONGEST + " characters", LONGEST);
    }
    boolean exact = options.contains(Option.CASE);
    if (options.contains(Option.EXPRESSION)) {
      return new TextPattern(options, expression(words, exact), null);
    }
    LiteralFinder signs = exact ? LiteralFinder.exact(words) : LiteralFinder.ignoringCase(words);
    return new TextPattern(options, null, signs);
  }

  private static Pattern expression(String words, boolean isExact) throws BadQuery {
    int flags = Pattern.MULTILINE | (isExact ? 0 : Pattern.CASE_INSENSITIVE);
    try {
      return Pattern.compile(words, flags);
    } catch (PatternSyntaxException e) {
      String part = e.getPattern() == null ? "" : e.getPattern();
      throw new BadQuery(Mistakes.why(e.getDescription()), Mistakes.place(words, part));
    }
  }

  /**
   * Finds it.
   *
   * @param most how many places are looked for, in all texts together
   * @param stopped asked now and then whether nobody wants to know any more
   */
  public Found find(List<String> texts, int most, BooleanSupplier stopped) {
    long units = texts.stream().mapToLong(String::length).sum();
    BoundedText.Effort effort = new BoundedText.Effort(EFFORT + EFFORT_A_UNIT * units, stopped);
    List<List<Span>> all = new ArrayList<>();
    int left = most;
    for (String text : texts) {
      List<Span> here = new ArrayList<>();
      all.add(here);
      if (stopped.getAsBoolean() || !find(text, left, here, effort)) {
        return new Found(all, false);
      }
      left -= here.size();
    }
    return new Found(all, true);
  }

  /** Whether all places in this text were found. */
  private boolean find(String text, int most, List<Span> found, BoundedText.Effort effort) {
    if (expression == null) {
      boolean[] whole = {true};
      if (signs != null) {
        signs.each(
            text,
            span -> {
              whole[0] = found.size() < most;
              if (whole[0] && fits(text, span)) {
                found.add(span);
              }
              return whole[0];
            });
      }
      return whole[0];
    }
    try {
      return match(expression.matcher(new BoundedText(text, effort)), text, most, found);
    } catch (BoundedText.Spent spent) {
      return false;
    }
  }

  private boolean match(Matcher matcher, String text, int most, List<Span> found) {
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        Span span = new Span(matcher.start(), matcher.end());
        if (found.size() >= most) {
          return false;
        }
        if (fits(text, span)) {
          found.add(span);
        }
      }
    }
    return true;
  }

  private boolean fits(String text, Span span) {
    return span.fits(text)
        && (!options.contains(Option.WHOLE_WORD)
            || (isEdge(text, span.start()) && isEdge(text, span.end())));
  }

  /** Whether there is no word on both sides. */
  private static boolean isEdge(String text, int offset) {
    return offset == 0
        || offset == text.length()
        || !isOfWord(text.codePointBefore(offset))
        || !isOfWord(text.codePointAt(offset));
  }

  private static boolean isOfWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || codePoint == '_'
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }
}
