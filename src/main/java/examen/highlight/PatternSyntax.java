package examen.highlight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads the patterns of rules. They are written in a subset of RE2's syntax, so that every pattern
 * takes linear time: characters, {@code .}, sets, groups, {@code |}, {@code ? * + {m,n}}, {@code \b
 * \d \s \w} and their opposites, {@code ^ $}. Groups capture nothing. A pattern is matched against
 * a {@link Normalised} sentence, so it is written in lower-case ASCII with straight quotes. It
 * neither begins nor ends within a word.
 */
final class PatternSyntax {
  private static final int MOST_REPEATS = 50;
  private static final int DEEPEST = 100;

  private final String source;
  private int at;
  private int depth;

  private PatternSyntax(String source) {
    this.source = source;
  }

  /** The pattern, kept from cutting words; fragments must have been put in before. */
  static Expression parse(String pattern) throws BadPattern {
    Expression.Place edge = Expression.Place.NOT_WITHIN_WORD;
    return new Expression.Sequence(List.of(edge, parseBare(pattern), edge));
  }

  /** The pattern as it stands. */
  static Expression parseBare(String pattern) throws BadPattern {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) >= 128 || pattern.charAt(i) < ' ') {
        throw new BadPattern("a character outside ASCII", i);
      }
    }
    PatternSyntax syntax = new PatternSyntax(pattern);
    Expression all = syntax.choice();
    if (syntax.at < pattern.length()) {
      throw syntax.bad("a ) without its (");
    }
    return all;
  }

  private Expression choice() throws BadPattern {
    List<Expression> options = new ArrayList<>();
    options.add(sequence());
    while (peek() == '|') {
      at++;
      options.add(sequence());
    }
    return options.size() == 1 ? options.getFirst() : new Expression.Choice(options);
  }

  private Expression sequence() throws BadPattern {
    List<Expression> items = new ArrayList<>();
    while (at < source.length() && peek() != '|' && peek() != ')') {
      items.add(repeated(item()));
    }
    return new Expression.Sequence(items);
  }

  private Expression repeated(Expression item) throws BadPattern {
    if ("?*+{".indexOf(peek()) < 0) {
      return item;
    }
    Expression result =
        switch (peek()) {
          case '?' -> new Expression.Repeat(item, 0, 1);
          case '*' -> new Expression.Repeat(item, 0, Expression.UNBOUNDED);
          case '+' -> new Expression.Repeat(item, 1, Expression.UNBOUNDED);
          default -> counted(item);
        };
    at++;
    if ("?*+{".indexOf(peek()) >= 0) {
      throw bad("a repetition of a repetition");
    }
    return result;
  }

  private Expression counted(Expression item) throws BadPattern {
    int close = source.indexOf('}', at);
    if (close < 0) {
      throw bad("a { without its }");
    }
    String[] bounds = source.substring(at + 1, close).split(",", -1);
    int min = count(bounds[0]);
    int max =
        bounds.length == 1 ? min : bounds[1].isEmpty() ? Expression.UNBOUNDED : count(bounds[1]);
    if (bounds.length > 2 || (max != Expression.UNBOUNDED && max < min)) {
      throw bad("not a count of repetitions");
    }
    at = close;
    return new Expression.Repeat(item, min, max);
  }

  private int count(String digits) throws BadPattern {
    if (digits.isEmpty()
        || digits.length() > 2
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw bad("not a count of repetitions");
    }
    int count = Integer.parseInt(digits);
    if (count > MOST_REPEATS) {
      throw bad("more than " + MOST_REPEATS + " repetitions");
    }
    return count;
  }

  private Expression item() throws BadPattern {
    char c = source.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> set();
      case '.' -> new Expression.One(all());
      case '^' -> Expression.Place.TEXT_START;
      case '$' -> Expression.Place.TEXT_END;
      case '\\' -> escape();
      case '*', '+', '?', '{', '}', ']' -> throw new BadPattern("nothing before " + c, at - 1);
      default -> new Expression.One(just(lower(at - 1)));
    };
  }

  private Expression group() throws BadPattern {
    if (source.startsWith("?:", at)) {
      at += 2;
    } else if (peek() == '?') {
      throw bad("an unknown kind of group");
    }
    if (++depth > DEEPEST) {
      throw bad("groups nested too deep");
    }
    Expression inner = choice();
    if (peek() != ')') {
      throw bad("a ( without its )");
    }
    at++;
    depth--;
    return inner;
  }

  private Expression escape() throws BadPattern {
    if (at == source.length()) {
      throw bad("a single \\ at the end");
    }
    if (peek() == 'b') {
      at++;
      return Expression.Place.WORD_EDGE;
    }
    return new Expression.One(escaped());
  }

  private BitSet escaped() throws BadPattern {
    char c = source.charAt(at++);
    return switch (c) {
      case 'd' -> range('0', '9');
      case 'D' -> opposite(range('0', '9'));
      case 's' -> spaces();
      case 'S' -> opposite(spaces());
      case 'w' -> words();
      case 'W' -> opposite(words());
      default -> {
        if (Letters.isWord(c)) {
          throw new BadPattern("unknown escape \\" + c, at - 2);
        }
        yield just(c);
      }
    };
  }

  private Expression set() throws BadPattern {
    boolean negated = peek() == '^';
    at += negated ? 1 : 0;
    BitSet letters = new BitSet();
    while (peek() != ']') {
      if (at >= source.length()) {
        throw bad("a [ without its ]");
      }
      char c = source.charAt(at++);
      if (c == '\\') {
        letters.or(at < source.length() ? escaped() : new BitSet());
      } else if (peek() == '-' && at + 1 < source.length() && source.charAt(at + 1) != ']') {
        letters.or(range(lower(at - 1), lower(at + 1)));
        at += 2;
      } else {
        letters.set(lower(at - 1));
      }
    }
    at++;
    return new Expression.One(negated ? opposite(letters) : letters);
  }

  private char lower(int place) throws BadPattern {
    char c = source.charAt(place);
    if (c >= 'A' && c <= 'Z') {
      throw new BadPattern("a capital letter, which no sentence has when it is matched", place);
    }
    return c;
  }

  private BitSet range(char first, char last) throws BadPattern {
    if (last < first) {
      throw bad("a range that runs backwards");
    }
    BitSet letters = new BitSet();
    letters.set(first, last + 1);
    return letters;
  }

  private static BitSet just(char c) {
    BitSet letters = new BitSet();
    letters.set(c);
    return letters;
  }

  private static BitSet all() {
    BitSet letters = new BitSet();
    letters.set(0, Letters.COUNT);
    letters.clear('\n');
    return letters;
  }

  private static BitSet spaces() {
    BitSet letters = new BitSet();
    " \t\n\f\r".chars().forEach(letters::set);
    return letters;
  }

  private static BitSet words() {
    BitSet letters = new BitSet();
    for (int letter = 0; letter < Letters.COUNT; letter++) {
      letters.set(letter, Letters.isWord(letter));
    }
    return letters;
  }

  private static BitSet opposite(BitSet letters) {
    BitSet others = new BitSet();
    others.set(0, Letters.COUNT);
    others.andNot(letters);
    return others;
  }

  /** The next character, or one that means nothing at the end. */
  private char peek() {
    return at < source.length() ? source.charAt(at) : '\0';
  }

  private BadPattern bad(String why) {
    return new BadPattern(why, Math.min(at, source.length()));
  }
}
