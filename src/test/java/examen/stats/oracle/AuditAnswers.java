package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.audit.Averages;
import examen.stats.audit.Calibration;
import examen.stats.audit.Confusion;
import examen.stats.audit.McNemar;
import examen.stats.audit.PredictionPowered;
import examen.stats.audit.Recalibration;
import examen.stats.audit.ReliabilityBins;
import examen.stats.audit.RoganGladen;
import examen.stats.audit.Scored;
import examen.stats.audit.TagSets;
import examen.stats.audit.Threshold;
import examen.stats.rate.Proportion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Answers what is asked of audits of a classifier. */
final class AuditAnswers {
  static final Map<String, Function<OracleCase, Object>> ALL =
      Map.of(
          "classifier_metrics", AuditAnswers::metrics,
          "mcnemar", AuditAnswers::mcNemar,
          "roc_pr", AuditAnswers::curves,
          "calibration", AuditAnswers::calibration,
          "ppi", AuditAnswers::predictionPowered,
          "rogan_gladen", AuditAnswers::roganGladen);

  private static final double CONFIDENCE = 0.95;

  private AuditAnswers() {}

  private static Object metrics(OracleCase asked) {
    if (asked.input().has("gold")) {
      return tagSets(asked);
    }
    Confusion confusion =
        new Confusion(
            asked.input("tp").asLong(),
            asked.input("fp").asLong(),
            asked.input("fn").asLong(),
            asked.input("tn").asLong());
    return Map.ofEntries(
        Map.entry("accuracy", proportion(confusion.accuracy())),
        Map.entry("precision", proportion(confusion.precision())),
        Map.entry("recall", proportion(confusion.recall())),
        Map.entry("specificity", proportion(confusion.specificity())),
        Map.entry("npv", proportion(confusion.negativePredictiveValue())),
        Map.entry("prevalence", proportion(confusion.prevalence())),
        Map.entry("predicted_rate", proportion(confusion.predictedRate())),
        Map.entry("fpr", proportion(confusion.falsePositiveRate())),
        Map.entry("fnr", proportion(confusion.falseNegativeRate())),
        Map.entry("f1", confusion.f1()),
        Map.entry("f0.5", confusion.f(0.5)),
        Map.entry("f2", confusion.f(2)),
        Map.entry("balanced_accuracy", confusion.balancedAccuracy()),
        Map.entry("mcc", confusion.mcc()),
        Map.entry("cohen_kappa", confusion.kappa()));
  }

  private static Object proportion(Proportion proportion) {
    return Map.of(
        "value", proportion.rate(),
        "x", proportion.count(),
        "n", proportion.total(),
        "wilson95", proportion.wilson(CONFIDENCE),
        "clopper_pearson95", proportion.clopperPearson(CONFIDENCE));
  }

  private static Object tagSets(OracleCase asked) {
    JsonNode gold = asked.input("gold");
    List<String> tags =
        IntStream.range(0, gold.get(0).size()).mapToObj(tag -> "tag " + tag).toList();
    TagSets sets = new TagSets(tags, marks(gold), marks(asked.input("predicted")));
    Averages averages = sets.averages();
    return Map.of(
        "per_label", averages.each().stream().map(AuditAnswers::one).toList(),
        "micro", one(averages.micro()),
        "macro", three(measure -> averages.macro(measure).mean()),
        "weighted", three(measure -> averages.weighted(measure).mean()),
        "samples", three(measure -> sets.overUnits(measure, TagSets.Empty.ZERO).mean()),
        "subset_accuracy", sets.subsetAccuracy().rate(),
        "hamming_loss", sets.hammingLoss().rate(),
        "jaccard_samples_zero0", sets.overUnits(Confusion::jaccard, TagSets.Empty.ZERO).mean());
  }

  private static Object one(Confusion confusion) {
    return Map.of(
        "precision", confusion.precision().rate(),
        "recall", confusion.recall().rate(),
        "f1", confusion.f1(),
        "support", confusion.positives());
  }

  private static Object three(Function<Function<Confusion, Result>, Result> average) {
    return Map.of(
        "precision", average.apply(confusion -> confusion.precision().rate()),
        "recall", average.apply(confusion -> confusion.recall().rate()),
        "f1", average.apply(Confusion::f1));
  }

  private static Object mcNemar(OracleCase asked) {
    McNemar pairs =
        new McNemar(
            asked.input("a").asLong(),
            asked.input("b").asLong(),
            asked.input("c").asLong(),
            asked.input("d").asLong());
    return Map.of(
        "exact_p", pairs.exactP(),
        "mid_p", pairs.midP(),
        "chi2", pairs.chiSquare(),
        "chi2_p", pairs.chiSquareP(),
        "chi2_cc", pairs.correctedChiSquare(),
        "chi2_cc_p", pairs.correctedChiSquareP(),
        "difference", pairs.difference(),
        "newcombe_paired95", pairs.newcombe(CONFIDENCE));
  }

  private static Object curves(OracleCase asked) {
    Scored scored =
        new Scored(truths(asked.input("gold")), OracleCase.doubles(asked.input("score")));
    Map<String, Object> answer = new HashMap<>();
    answer.put("auc", scored.auc());
    answer.put("average_precision", scored.averagePrecision());
    answer.put("prevalence", scored.prevalence().rate());
    answer.put("sweep", scored.sweep().stream().map(AuditAnswers::threshold).toList());
    answer.put("delong", Map.of("variance", scored.variance(), "ci95", scored.delong(CONFIDENCE)));
    scored
        .youden()
        .ifPresent(
            best ->
                answer.put(
                    "youden",
                    Map.of("threshold", best.threshold(), "j", best.confusion().youden())));
    scored
        .bestF1()
        .ifPresent(
            best ->
                answer.put(
                    "best_f1", Map.of("threshold", best.threshold(), "f1", best.confusion().f1())));
    return answer;
  }

  private static Object threshold(Threshold one) {
    Confusion at = one.confusion();
    return Map.of(
        "threshold", one.threshold(), "tp", at.tp(), "fp", at.fp(), "fn", at.fn(), "tn", at.tn());
  }

  private static Object calibration(OracleCase asked) {
    Calibration calibration =
        new Calibration(truths(asked.input("gold")), OracleCase.doubles(asked.input("score")));
    int bins = asked.input("bins").asInt();
    Recalibration line = calibration.recalibration();
    return Map.of(
        "n", calibration.units(),
        "brier", calibration.brier(),
        "log_loss", calibration.logLoss(),
        "uniform", bins(calibration.equalWidth(bins)),
        "quantile", bins(calibration.equalMass(bins)),
        "calibration_in_the_large", calibration.inTheLarge(),
        "logistic_recalibration",
            Map.of(
                "intercept", line.intercept(),
                "slope", line.slope(),
                "citl_offset", line.offset()));
  }

  private static Object bins(ReliabilityBins bins) {
    return Map.of(
        "ece",
        bins.expectedError(),
        "mce",
        bins.maximumError(),
        "bins",
        bins.bins().stream()
            .map(
                bin ->
                    Map.of(
                        "bin", bin.index(),
                        "n", bin.observed().total(),
                        "mean_score", bin.meanScore(),
                        "observed", bin.observed().rate()))
            .toList());
  }

  private static Object predictionPowered(OracleCase asked) {
    PredictionPowered powered =
        new PredictionPowered(
            OracleCase.doubles(asked.input("gold")),
            OracleCase.doubles(asked.input("pred_audited")),
            OracleCase.doubles(asked.input("pred_unaudited")));
    if (asked.expected().get("ppi").isNull()) {
      return Map.of("ppi", powered.ppi().rate());
    }
    double confidence = 1 - asked.input("alpha").asDouble();
    return Map.of(
        "classical", powered(powered.auditOnly(), confidence),
        "ppi", powered(powered.ppi(), confidence),
        "ppi_pp", powered(powered.tuned(), confidence));
  }

  private static Object powered(PredictionPowered.Powered powered, double confidence) {
    return Map.of(
        "point", powered.rate(),
        "ci", powered.interval(confidence),
        "lambda", powered.lambda());
  }

  private static Object roganGladen(OracleCase asked) {
    RoganGladen rate =
        new RoganGladen(
            proportion(asked, "labelled_positive", "labelled_n"),
            proportion(asked, "audit_true_pos_flagged", "audit_true_pos_n"),
            proportion(asked, "audit_true_neg_cleared", "audit_true_neg_n"));
    Map<String, Object> answer = new HashMap<>();
    answer.put("apparent", rate.labelled().rate());
    answer.put("se", rate.sensitivity().rate());
    answer.put("sp", rate.specificity().rate());
    answer.put("youden_j", rate.youden());
    answer.put("theta_raw", rate.raw());
    answer.put("theta", rate.rate());
    answer.put("delta_se", rate.standardError());
    answer.put("delta95_unclipped", rate.delta(CONFIDENCE));
    answer.put("lang_reiczigel95", rate.langReiczigel(CONFIDENCE));
    answer.put("known_wilson95", rate.known(CONFIDENCE));
    answer.put("epiR_check", Map.of("tp", known(rate)));
    return answer;
  }

  /** The value and both ends, as epi.prev prints them. */
  private static Object known(RoganGladen rate) {
    return switch (rate.knownRaw(CONFIDENCE)) {
      case Interval ends -> List.of(rate.raw(), ends.low(), ends.high());
      case Undefined undefined -> undefined;
    };
  }

  private static Proportion proportion(OracleCase asked, String count, String total) {
    return new Proportion(asked.input(count).asLong(), asked.input(total).asLong());
  }

  private static boolean[][] marks(JsonNode units) {
    return IntStream.range(0, units.size())
        .mapToObj(unit -> truths(units.get(unit)))
        .toArray(boolean[][]::new);
  }

  private static boolean[] truths(JsonNode array) {
    boolean[] truths = new boolean[array.size()];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = array.get(i).asInt() == 1;
    }
    return truths;
  }
}
