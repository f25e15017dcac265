package examen.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueryParserTest {
  /** What people may type, and what it means, written down by hand. */
  private static final Map<String, String> MEANS =
      Map.ofEntries(
          Map.entry("leverage", "leverage"),
          Map.entry("Café", "cafe"),
          Map.entry("leverage affair", "(leverage & affair)"),
          Map.entry("leverage AND affair", "(leverage & affair)"),
          Map.entry("leverage and affair", "(leverage & and & affair)"),
          Map.entry("a OR b c", "(a | (b & c))"),
          Map.entry("a b OR c", "((a & b) | c)"),
          Map.entry("(a OR b) c", "((a | b) & c)"),
          Map.entry("a NOT b", "(a & !b)"),
          Map.entry("a -b", "(a & !b)"),
          Map.entry("a AND NOT NOT b", "(a & !!b)"),
          Map.entry("a -(b OR c)", "(a & !(b | c))"),
          Map.entry("\"I know that\"", "i_know_that"),
          Map.entry("\"I know\"*", "i_know*"),
          Map.entry("black*", "black*"),
          Map.entry("e-mail", "e_mail"),
          Map.entry("don't", "don_t"),
          Map.entry("ORDER ANDY NOTE", "(order & andy & note)"),
          Map.entry("\"OR\"", "or"),
          Map.entry("\"12:30\"", "12_30"),
          Map.entry("!?", "'!?'"),
          Map.entry("\"威胁 他\"", "'威胁 他'"),
          Map.entry("威胁*", "'威胁'"),
          Map.entry("role:assistant x", "(role=assistant & x)"),
          Map.entry("role:ASSISTANT x", "(role=assistant & x)"),
          Map.entry("part:tool-call", "part=tool-call"),
          Map.entry("model:\"tern r1\" x", "(model=tern r1 & x)"),
          Map.entry("highlight:leverage", "highlight=leverage"),
          Map.entry("state:open -tag:blackmail", "(state=open & !tag=blackmail)"),
          Map.entry("  a  ", "a"));

  @Test
  void aQueryMeansWhatAPersonWouldSay() {
    MEANS.forEach((typed, means) -> assertEquals(means, parsed(typed), typed));
  }

  @Test
  void whatCannotBeUnderstoodSaysWhyAndWhere() {
    refused("", "nothing to look for", 0);
    refused("   ", "nothing to look for", 0);
    refused("a (b", "a ( without its )", 2);
    refused("a) b", "a ) without its (", 1);
    refused("a \"b c", "a \" without its \"", 2);
    refused("a OR", "something to look for is missing here", 4);
    refused("OR a", "something to look for is missing here", 0);
    refused("a AND OR b", "something to look for is missing here", 6);
    refused("()", "something to look for is missing here", 1);
    refused("\"\"", "nothing between the quotation marks", 0);
    refused("NOT a", "only what not to find; say also what to find", 0);
    refused("a role:robot", "role: is one of system, user, assistant, tool, not robot", 7);
    refused("part:", "nothing after part:", 0);
    refused("(".repeat(60) + "a", "nested too deep", 50);
    refused("x".repeat(2001), "longer than 2000 characters", 2000);
    refused("\"" + "a ".repeat(61) + "\"", "more than 60 words in one phrase", 0);
  }

  @Test
  void anythingTypedIsAQueryOrARefusal() {
    long seed = 20261121;
    Random random = new Random(seed);
    List<String> pieces =
        List.of(
            "(", ")", "\"", "*", "-", ":", " ", "OR", "AND", "NOT", "a", "role", "威", "\t", "😀");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        typed.append(pieces.get(random.nextInt(pieces.size())));
      }
      String source = typed.toString();
      try {
        QueryParser.parse(source);
      } catch (BadQuery bad) {
        assertEquals(
            true,
            bad.at() >= 0 && bad.at() <= source.length(),
            () -> "seed " + seed + " " + source);
      }
    }
  }

  private static void refused(String typed, String why, int at) {
    BadQuery bad = assertThrows(BadQuery.class, () -> QueryParser.parse(typed), typed);
    assertEquals(why + " at " + at, bad.why() + " at " + bad.at());
  }

  private static String parsed(String typed) {
    try {
      return shown(QueryParser.parse(typed));
    } catch (BadQuery bad) {
      return bad.why();
    }
  }

  private static String shown(Query query) {
    return switch (query) {
      case Query.All(List<Query> all) -> joined(all, " & ");
      case Query.Any(List<Query> any) -> joined(any, " | ");
      case Query.Not(Query not) -> "!" + shown(not);
      case Query.Words(Term.Whole(String _, List<String> words)) -> String.join("_", words);
      case Query.Words(Term.Beginning(String _, List<String> words)) ->
          String.join("_", words) + "*";
      case Query.Words(Term.Signs(String signs)) -> "'" + signs + "'";
      case Query.Filter filter -> filter.field().wire() + filter.name() + "=" + filter.value();
    };
  }

  private static String joined(List<Query> queries, String by) {
    return queries.stream().map(QueryParserTest::shown).collect(Collectors.joining(by, "(", ")"));
  }
}
