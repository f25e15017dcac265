package examen.app.search;

import examen.app.search.Query.Field;
import examen.app.search.Query.Filter;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Says of one query where it is found, first by transcripts and then by parts. */
public final class Matching {
  private final Query query;
  private final List<Term> terms;
  private final Set<Term> wantedTerms;
  private final List<Filter> wantedFilters;

  public Matching(Query query) {
    this.query = query;
    terms =
        query
            .leaves()
            .filter(Query.Words.class::isInstance)
            .map(words -> ((Query.Words) words).term())
            .distinct()
            .toList();
    wantedTerms = new HashSet<>();
    wantedFilters = new ArrayList<>();
    query
        .wanted()
        .forEach(
            leaf -> {
              switch (leaf) {
                case Query.Words(Term term) -> wantedTerms.add(term);
                case Filter filter -> wantedFilters.add(filter);
                case Query.All _, Query.Any _, Query.Not _ -> {}
              }
            });
  }

  /** What is known of a part beside its text. */
  public interface Facts {
    /** Whether the part, or the transcript that it is in, is so. */
    boolean is(Filter filter);

    /** The places of the part that this filter is about; empty where it is about the whole part. */
    List<Span> places(Filter filter);
  }

  /** Whether all that is asked is the same in all parts of a transcript. */
  public boolean isOfTranscripts() {
    return query
        .leaves()
        .allMatch(leaf -> leaf instanceof Filter filter && filter.field().isOfTranscript());
  }

  /** Whether it asks for this anywhere. */
  public boolean asks(Field field) {
    return query.leaves().anyMatch(leaf -> leaf instanceof Filter f && f.field() == field);
  }

  /**
   * Whether a transcript of this kind may have parts in which the query is found.
   *
   * @param is answers what is the same in all parts of a transcript
   */
  public boolean mayBeIn(Function<Filter, Boolean> is) {
    return truth(
            query,
            leaf ->
                leaf instanceof Filter filter && filter.field().isOfTranscript()
                    ? Truth.of(is.apply(filter))
                    : Truth.UNKNOWN)
        != Truth.NO;
  }

  /**
   * Where the query is found in a part: at its words, else at what was marked there, else at the
   * beginning. In reading order, in UTF-16 code units; empty if it is not found.
   */
  public List<Span> places(String text, Facts facts) {
    Map<Term, List<Span>> found = new HashMap<>();
    List<List<Span>> spans = TermMatcher.find(text, terms);
    for (int i = 0; i < terms.size(); i++) {
      found.put(terms.get(i), spans.get(i));
    }
    if (truth(query, leaf -> Truth.of(holds(leaf, found, facts))) != Truth.YES) {
      return List.of();
    }
    Set<Span> words =
        wantedTerms.stream().flatMap(t -> places(found, t).stream()).collect(sorted());
    if (!words.isEmpty()) {
      return List.copyOf(words);
    }
    Set<Span> marked =
        wantedFilters.stream()
            .filter(facts::is)
            .flatMap(filter -> facts.places(filter).stream())
            .collect(sorted());
    return marked.isEmpty() ? beginning(text) : List.copyOf(marked);
  }

  private static boolean holds(Query leaf, Map<Term, List<Span>> found, Facts facts) {
    return switch (leaf) {
      case Query.Words(Term term) -> !places(found, term).isEmpty();
      case Filter filter -> facts.is(filter);
      case Query.All _, Query.Any _, Query.Not _ -> false;
    };
  }

  private static List<Span> places(Map<Term, List<Span>> found, Term term) {
    return found.getOrDefault(term, List.of());
  }

  private static Collector<Span, ?, ? extends Set<Span>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  /** The first word, or the first sign where there is none. */
  private static List<Span> beginning(String text) {
    Tokens tokens = new Tokens(text.length() > 4_000 ? head(text) : text);
    if (tokens.next()) {
      return List.of(new Span(tokens.start(), tokens.end()));
    }
    return text.isEmpty()
        ? List.of()
        : List.of(new Span(0, Character.charCount(text.codePointAt(0))));
  }

  private static String head(String text) {
    int end = Character.isLowSurrogate(text.charAt(4_000)) ? 3_999 : 4_000;
    return text.substring(0, end);
  }

  private static Truth truth(Query query, Function<Query, Truth> leaf) {
    return switch (query) {
      case Query.All(List<Query> queries) -> {
        Truth all = Truth.YES;
        for (Query each : queries) {
          all = all.and(truth(each, leaf));
        }
        yield all;
      }
      case Query.Any(List<Query> queries) -> {
        Truth any = Truth.NO;
        for (Query each : queries) {
          any = any.or(truth(each, leaf));
        }
        yield any;
      }
      case Query.Not(Query inner) -> truth(inner, leaf).not();
      case Query.Words _, Filter _ -> leaf.apply(query);
    };
  }

  /**
   * What the index can be asked, in its language, to name at least all parts in which the query is
   * found; empty where it cannot.
   */
  public Optional<String> forIndex() {
    return Optional.ofNullable(IndexQuery.of(query));
  }
}
