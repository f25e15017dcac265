package examen.app.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a query into the language of the index, as far as the index knows what it asks. */
final class IndexQuery {
  private IndexQuery() {}

  /** What gives at least all parts in which the query is found; null where only all parts do. */
  static @Nullable String of(Query query) {
    return switch (query) {
      case Query.Words(Term.Whole whole) -> phrase(whole.words());
      case Query.Words(Term.Beginning beginning) -> phrase(beginning.words()) + " *";
      case Query.Words(Term.Signs _) -> null;
      case Query.Filter _, Query.Not _ -> null;
      case Query.All(List<Query> queries) -> {
        List<String> known = new ArrayList<>();
        for (Query each : queries) {
          String one = of(each);
          if (one != null) {
            known.add(one);
          }
        }
        yield known.isEmpty() ? null : joined(known, " AND ");
      }
      case Query.Any(List<Query> queries) -> {
        List<String> known = new ArrayList<>();
        for (Query each : queries) {
          String one = of(each);
          if (one == null) {
            yield null;
          }
          known.add(one);
        }
        yield joined(known, " OR ");
      }
    };
  }

  /** Words have no quotation marks, as those divide words. */
  private static String phrase(List<String> words) {
    return "\"" + String.join(" ", words) + "\"";
  }

  private static String joined(List<String> queries, String by) {
    return "(" + String.join(by, queries) + ")";
  }
}
