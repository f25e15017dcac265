package examen.app.search;

import examen.app.search.Query.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads queries: words, "words in this order", beginnings*, {@code AND} (which may be left out),
 * {@code OR}, {@code NOT}, brackets, and filters such as {@code role:assistant}. {@code OR} binds
 * loosest.
 */
public final class QueryParser {
  /** The longest query, in UTF-16 code units. */
  public static final int LONGEST = 2_000;

  private static final int DEEPEST = 50;

  private final String source;
  private int at;
  private int depth;

  private QueryParser(String source) {
    this.source = source;
  }

  /**
   * The query that these words are.
   *
   * @throws BadQuery if they are none
   */
  public static Query parse(String source) throws BadQuery {
    if (source.length() > LONGEST) {
      throw new BadQuery("longer than " + LONGEST + " characters", LONGEST);
    }
    QueryParser parser = new QueryParser(source);
    parser.skipBlanks();
    if (parser.isAtEnd()) {
      throw new BadQuery("nothing to look for", 0);
    }
    Query query = parser.any();
    if (!parser.isAtEnd()) {
      throw new BadQuery("a ) without its (", parser.at);
    }
    if (query.wanted().findAny().isEmpty()) {
      throw new BadQuery("only what not to find; say also what to find", 0);
    }
    return query;
  }

  private Query any() throws BadQuery {
    List<Query> queries = new ArrayList<>();
    queries.add(all());
    while (takeOperator("OR")) {
      queries.add(all());
    }
    return queries.size() == 1 ? queries.getFirst() : new Query.Any(queries);
  }

  private Query all() throws BadQuery {
    List<Query> queries = new ArrayList<>();
    queries.add(not());
    while (!isAtEnd() && source.charAt(at) != ')' && !isOperator("OR")) {
      takeOperator("AND");
      queries.add(not());
    }
    return queries.size() == 1 ? queries.getFirst() : new Query.All(queries);
  }

  private Query not() throws BadQuery {
    if (depth == DEEPEST) {
      throw new BadQuery("nested too deep", at);
    }
    depth++;
    Query query = takeOperator("NOT") || takeMinus() ? new Query.Not(not()) : primary();
    depth--;
    return query;
  }

  private Query primary() throws BadQuery {
    int start = at;
    if (isAtEnd() || isOperator("OR") || isOperator("AND") || source.charAt(at) == ')') {
      throw new BadQuery("something to look for is missing here", at);
    }
    if (source.charAt(at) == '(') {
      at++;
      skipBlanks();
      Query inner = any();
      if (isAtEnd()) {
        throw new BadQuery("a ( without its )", start);
      }
      at++;
      skipBlanks();
      return inner;
    }
    Query query = source.charAt(at) == '"' ? phrase() : bare();
    skipBlanks();
    return query;
  }

  private Query phrase() throws BadQuery {
    int start = at;
    String inner = quoted();
    return new Query.Words(term(inner, start, takeStar()));
  }

  private String quoted() throws BadQuery {
    int close = source.indexOf('"', at + 1);
    if (close < 0) {
      throw new BadQuery("a \" without its \"", at);
    }
    String inner = source.substring(at + 1, close);
    at = close + 1;
    return inner;
  }

  private Query bare() throws BadQuery {
    int start = at;
    while (at < source.length() && !isEdge(source.charAt(at)) && source.charAt(at) != ':') {
      at++;
    }
    if (at > start && at < source.length() && source.charAt(at) == ':') {
      return filter(source.substring(start, at), start);
    }
    int end = endOfBare();
    String word = source.substring(start, end);
    at = end;
    boolean star = word.endsWith("*") && word.length() > 1;
    return new Query.Words(term(star ? word.substring(0, word.length() - 1) : word, start, star));
  }

  private Query filter(String name, int start) throws BadQuery {
    at++;
    int where = at;
    boolean quoted = !isAtEnd() && source.charAt(at) == '"';
    int end = endOfBare();
    String value = quoted ? quoted() : source.substring(at, end);
    at = Math.max(at, end);
    if (value.isBlank()) {
      throw new BadQuery("nothing after " + name + ":", start);
    }
    for (Field field : Field.values()) {
      if (field != Field.CONDITION && field.wire().equals(name)) {
        return new Query.Filter(
            field, "", FilterValues.checked(field, value.strip(), where), where);
      }
    }
    return new Query.Filter(Field.CONDITION, name, value.strip(), start);
  }

  private Term term(String typed, int start, boolean isBeginning) throws BadQuery {
    if (typed.isBlank()) {
      throw new BadQuery("nothing between the quotation marks", start);
    }
    List<String> words = Tokens.of(typed);
    if (words.isEmpty() || Term.isWithoutSpaces(typed)) {
      return new Term.Signs(typed.strip());
    }
    if (words.size() > Term.MOST_WORDS) {
      throw new BadQuery("more than " + Term.MOST_WORDS + " words in one phrase", start);
    }
    return isBeginning ? new Term.Beginning(typed, words) : new Term.Whole(typed, words);
  }

  private boolean takeStar() {
    boolean star = at < source.length() && source.charAt(at) == '*';
    at += star ? 1 : 0;
    return star;
  }

  /** A minus right before something means "not". */
  private boolean takeMinus() {
    boolean minus =
        at + 1 < source.length()
            && source.charAt(at) == '-'
            && !Character.isWhitespace(source.charAt(at + 1));
    at += minus ? 1 : 0;
    return minus;
  }

  private boolean takeOperator(String operator) {
    boolean there = isOperator(operator);
    if (there) {
      at += operator.length();
      skipBlanks();
    }
    return there;
  }

  private boolean isOperator(String operator) {
    int end = at + operator.length();
    return source.startsWith(operator, at)
        && (end == source.length() || isEdge(source.charAt(end)));
  }

  private int endOfBare() {
    int end = at;
    while (end < source.length() && !isEdge(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isEdge(char c) {
    return Character.isWhitespace(c) || c == '(' || c == ')' || c == '"';
  }

  private void skipBlanks() {
    while (!isAtEnd() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  private boolean isAtEnd() {
    return at >= source.length();
  }
}
