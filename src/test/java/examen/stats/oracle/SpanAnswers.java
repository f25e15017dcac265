package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import examen.stats.span.AlphaU1995;
import examen.stats.span.Continuum;
import examen.stats.span.Disorder;
import examen.stats.span.Gamma;
import examen.stats.span.LabelledSpan;
import examen.stats.span.Segmentations;
import examen.stats.span.SpanCounts;
import examen.stats.span.SpanCriterion;
import examen.stats.span.SpanF1;
import examen.stats.span.UAlpha;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers what is asked of agreement on spans. */
final class SpanAnswers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of(
          "span_f1", SpanAnswers::spanF1,
          "alpha_u", SpanAnswers::uAlpha,
          "boundary", SpanAnswers::segmentations,
          "gamma", SpanAnswers::gamma);

  private static final int DRAWS = 2000;
  private static final long SEED = 7;

  private SpanAnswers() {}

  private static Object spanF1(OracleCase asked) {
    List<LabelledSpan> a = spans(asked.input("a"), 0);
    List<LabelledSpan> b = spans(asked.input("b"), 0);
    List<LabelledSpan> bareA = SpanF1.unlabelled(a);
    List<LabelledSpan> bareB = SpanF1.unlabelled(b);
    return Map.of(
        "exact", counts(SpanF1.spans(SpanCriterion.EXACT, a, b)),
        "exact_unlabeled", counts(SpanF1.spans(SpanCriterion.EXACT, bareA, bareB)),
        "overlap_any", counts(SpanF1.spans(SpanCriterion.OVERLAP, a, b)),
        "overlap_any_unlabeled", counts(SpanF1.spans(SpanCriterion.OVERLAP, bareA, bareB)),
        "iou50", counts(SpanF1.spans(SpanCriterion.HALF, a, b)),
        "char", places(SpanF1.places(a, b)),
        "char_unlabeled", places(SpanF1.places(bareA, bareB)));
  }

  private static Object counts(SpanCounts counts) {
    return Map.of(
        "tp", counts.both(),
        "n_a", counts.first(),
        "n_b", counts.second(),
        "precision", counts.precision(),
        "recall", counts.recall(),
        "f1", counts.f1());
  }

  private static Object places(SpanCounts counts) {
    return Map.of(
        "inter", counts.both(),
        "a", counts.first(),
        "b", counts.second(),
        "f1", counts.f1(),
        "jaccard", counts.jaccard());
  }

  private static Object uAlpha(OracleCase asked) {
    long begin = asked.input("continuum_begin").asLong(0);
    Continuum text = continuum(asked, asked.input("length").asLong(), begin);
    UAlpha alpha = new UAlpha(List.of(text));
    Map<String, Object> perLabel = new HashMap<>();
    Map<String, Object> older = new HashMap<>(Map.of("joint", AlphaU1995.joint(text)));
    for (String label : alpha.labels()) {
      perLabel.put(
          label, Map.of("alpha", alpha.ku(label).each(), "coverage", alpha.coverage(label).each()));
      older.put(label, AlphaU1995.of(text, label));
    }
    return Map.of(
        "u_alpha", alpha.u().each(),
        "u_alpha_binary", alpha.binary().each(),
        "cu_alpha", alpha.cu().each(),
        "per_label", perLabel,
        "alpha_U_1995", older);
  }

  private static Object segmentations(OracleCase asked) {
    Segmentations both =
        new Segmentations(
            OracleCase.ints(asked.input("reference_masses")),
            OracleCase.ints(asked.input("hypothesis_masses")));
    return Map.of(
        "B", both.boundarySimilarity(),
        "S", both.segmentationSimilarity(),
        "Pk", both.pk(),
        "WindowDiff", both.windowDiff());
  }

  private static Object gamma(OracleCase asked) {
    Disorder disorder =
        new Disorder(
            asked.input("alpha").asDouble(),
            asked.input("beta").asDouble(),
            asked.input("delta_empty").asDouble());
    Gamma gamma = Gamma.of(continuum(asked, Integer.MAX_VALUE, 0), disorder, DRAWS, SEED);
    return Map.of("best_alignment_disorder", gamma.observed(), "gamma_reference", gamma.gamma());
  }

  private static Continuum continuum(OracleCase asked, long length, long begin) {
    List<List<LabelledSpan>> byRater = new ArrayList<>();
    asked.input("spans_by_rater").forEach(rater -> byRater.add(spans(rater, begin)));
    return new Continuum(length, byRater);
  }

  private static List<LabelledSpan> spans(JsonNode array, long begin) {
    List<LabelledSpan> spans = new ArrayList<>();
    for (JsonNode span : array) {
      spans.add(
          new LabelledSpan(
              span.get(0).asLong() - begin, span.get(1).asLong() - begin, span.get(2).asText()));
    }
    return spans;
  }
}
