package examen.study;

import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.rating.RaterId;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.Bootstrapped;
import examen.stats.Weighed;
import examen.stats.agreement.LabelSets;
import examen.stats.agreement.SetDistance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far raters agree on all tags of a transcript together.
 *
 * @param twice ids of the transcripts that two raters submitted
 */
record TagSetAgreement(
    List<String> twice, int units, int ratings, Bootstrapped masi, Bootstrapped jaccard) {
  static final List<String> METHODS =
      List.of("alpha of sets with MASI (Passonneau 2006) and Jaccard (1901) distance");

  /** A sub-tag stands for the tags above it too. */
  static TagSetAgreement of(Frame frame, Drawing drawing) {
    Map<TagId, Set<String>> above = above(frame);
    List<List<@Nullable Set<String>>> units = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    int ratings = 0;
    for (Case one : frame.cases()) {
      int said = one.submitted().size();
      ratings += said;
      if (said >= 2) {
        twice.add(one.id().value());
      }
      units.add(sets(one, frame.raters(), above));
    }
    LabelSets sets = LabelSets.of(units);
    List<Weighed> numbers = List.of(sets.alpha(SetDistance.MASI), sets.alpha(SetDistance.JACCARD));
    List<Bootstrapped> measured = drawing.bootstrap().measure(numbers, drawing.clusters());
    return new TagSetAgreement(twice, units.size(), ratings, measured.get(0), measured.get(1));
  }

  private static Map<TagId, Set<String>> above(Frame frame) {
    Map<TagId, Set<String>> above = new HashMap<>();
    for (Tag tag : frame.codebook().tags()) {
      Set<String> own = new TreeSet<>(Set.of(tag.id().value()));
      if (tag.parent() != null) {
        own.addAll(above.getOrDefault(tag.parent(), Set.of()));
      }
      above.put(tag.id(), own);
    }
    return above;
  }

  private static List<@Nullable Set<String>> sets(
      Case one, List<RaterId> raters, Map<TagId, Set<String>> above) {
    List<@Nullable Set<String>> sets = new ArrayList<>();
    for (RaterId rater : raters) {
      Sheet sheet = one.submitted(rater).orElse(null);
      if (sheet == null) {
        sets.add(null);
      } else {
        Set<String> own = new TreeSet<>();
        sheet.annotations().forEach(a -> own.addAll(above.getOrDefault(a.tag(), Set.of())));
        sets.add(own);
      }
    }
    return sets;
  }

  Table table(String id) {
    return new Table(
        id,
        "All tags of a transcript as one set",
        List.of(
            Column.words("distance", "distance"),
            Column.numbers("alpha", "alpha"),
            Column.numbers("interval", "interval"),
            Column.numbers("units", "rated twice"),
            Column.numbers("ratings", "ratings"),
            Column.numbers("left-out", "left out")),
        List.of(row("MASI", masi), row("Jaccard", jaccard)),
        List.of(
            "A sub-tag stands for the tags above it too. Sets hide which tag is at fault: see the"
                + " rows of tags."));
  }

  private List<Cell> row(String name, Bootstrapped number) {
    return List.of(
        Cell.words(name),
        Showing.number(number.value(), 3).on(twice),
        Showing.bounds(number.interval(), 3).on(twice),
        Showing.count(twice.size()).on(twice),
        Showing.count(ratings),
        Showing.count(units - twice.size()));
  }
}
