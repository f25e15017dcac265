package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import examen.stats.ReliabilityTable;
import examen.stats.Scale;
import examen.stats.Undefined;
import examen.stats.gold.DawidSkene;
import examen.stats.gold.DawidSkeneFit;
import examen.stats.gold.Gold;
import examen.stats.gold.Vote;
import examen.stats.gold.VoteRule;
import examen.stats.gold.Votes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Answers what is asked of gold. */
final class GoldAnswers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of("gold_aggregation", GoldAnswers::votes, "dawid_skene", GoldAnswers::dawidSkene);

  private GoldAnswers() {}

  private static Object votes(OracleCase asked) {
    JsonNode votes = asked.input("votes");
    TreeSet<String> said = new TreeSet<>();
    for (JsonNode vote : votes) {
      if (!vote.isNull()) {
        said.add(vote.asText());
      }
    }
    Scale scale = Scale.nominal(List.copyOf(said));
    int[] unit =
        IntStream.range(0, votes.size())
            .map(
                i -> scale.categories().indexOf(votes.get(i).isNull() ? "" : votes.get(i).asText()))
            .toArray();
    int adjudicated = scale.categories().indexOf(asked.input("adjudicated").asText());
    ReliabilityTable table = new ReliabilityTable(scale, unit.length, List.of(unit));
    VoteRule rule = new VoteRule(asked.input("threshold_share_exclusive_unless_1").asDouble());
    Votes cast = new Votes(table.counts(0));
    return Map.of(
        "plurality", word(scale, VoteRule.PLURALITY.of(cast)),
        "majority", word(scale, rule.of(cast)),
        "gold", word(scale, rule.of(table, new int[] {adjudicated}).units().getFirst()),
        "share", cast.share(),
        "votes_cast", cast.cast());
  }

  private static Object word(Scale scale, Gold gold) {
    return switch (gold) {
      case Gold.Settled settled -> scale.categories().get(settled.category());
      case Gold.Unresolved unresolved -> new Undefined(unresolved.toString());
    };
  }

  /** Units are told in the order of their names, as words. */
  private static Object dawidSkene(OracleCase asked) {
    JsonNode ratings = asked.input("ratings");
    List<JsonNode> units = distinct(ratings, 0);
    List<JsonNode> raters = distinct(ratings, 1);
    List<JsonNode> labels = distinct(ratings, 2);
    List<Vote> votes = new ArrayList<>();
    ratings.forEach(
        r ->
            votes.add(
                new Vote(
                    units.indexOf(r.get(0)), raters.indexOf(r.get(1)), labels.indexOf(r.get(2)))));
    DawidSkeneFit fit = DawidSkene.of(labels.size()).fit(units.size(), raters.size(), votes);
    int[] each = IntStream.range(0, labels.size()).toArray();
    Scale scale = Scale.nominal(labels.stream().map(JsonNode::asText).toList());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("labels", plain(labels));
    answer.put("items", plain(units));
    answer.put("raters", plain(raters));
    answer.put("posterior", rows(units.size(), u -> row(each, k -> fit.posterior(u, k))));
    answer.put("class_prior", row(each, fit::prior));
    answer.put(
        "error",
        rows(
            raters.size(),
            r -> rows(each.length, truth -> row(each, said -> fit.error(r, truth, said)))));
    answer.put("log_likelihood", fit.course().logLikelihood());
    answer.put(
        "map_label",
        rows(
            units.size(),
            u -> plain(labels).get(((Gold.Settled) fit.gold(scale, 0).units().get(u)).category())));
    return answer;
  }

  private static List<Object> rows(int size, Function<Integer, Object> row) {
    return IntStream.range(0, size).mapToObj(row::apply).toList();
  }

  private static Object row(int[] each, Function<Integer, Object> cell) {
    return IntStream.of(each).mapToObj(cell::apply).toList();
  }

  private static List<JsonNode> distinct(JsonNode ratings, int column) {
    Map<String, JsonNode> found = new TreeMap<>(Comparator.naturalOrder());
    ratings.forEach(rating -> found.put(rating.get(column).asText(), rating.get(column)));
    return List.copyOf(found.values());
  }

  private static List<Object> plain(List<JsonNode> nodes) {
    return nodes.stream()
        .map(node -> node.isNumber() ? (Object) node.asInt() : node.asText())
        .toList();
  }
}
