package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Report;
import examen.report.Table;
import examen.stats.Result;
import examen.stats.rate.Interaction;
import examen.stats.rate.ManyTests;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A comparison of some pairs of slices. */
final class CompareReport {
  /** The transcripts of two slices, each under its name. */
  record Arms(String firstName, List<Case> first, String secondName, List<Case> second) {
    /** The same with fewer transcripts. */
    Arms where(Predicate<Case> wanted) {
      return new Arms(
          firstName,
          first.stream().filter(wanted).toList(),
          secondName,
          second.stream().filter(wanted).toList());
    }
  }

  private final Asked asked;
  private final Chosen chosen;
  private final List<Contrasted> whole;
  private final CompareStrata strata;

  /** By which condition it is split; empty for none. */
  private final String split;

  private final List<String> splitValues;
  private final List<List<Contrasted>> splits = new ArrayList<>();
  private final List<Result> adjusted;

  CompareReport(Asked asked, Chosen chosen, List<Arms> arms) {
    this.asked = asked;
    this.chosen = chosen;
    this.whole = arms.stream().map(this::contrasted).toList();
    this.strata =
        new CompareStrata(asked, chosen.conditions(Compare.STRATA.id(), asked.frame()), arms);
    this.split =
        chosen.has(Compare.SPLIT.id()) ? Asked.condition(chosen, Compare.SPLIT, asked.frame()) : "";
    this.splitValues = split.isEmpty() ? List.of() : asked.frame().values(split);
    for (String value : splitValues) {
      splits.add(
          arms.stream()
              .map(
                  one ->
                      contrasted(
                          one.where(
                              c -> c.conditions().get(split).filter(value::equals).isPresent())))
              .toList());
    }
    this.adjusted = new ManyTests(family()).benjaminiHochberg();
  }

  private Contrasted contrasted(Arms arms) {
    return new Contrasted(
        arms.firstName(),
        asked.slice(List.of(arms.firstName()), arms.first()),
        arms.secondName(),
        asked.slice(List.of(arms.secondName()), arms.second()));
  }

  /** All p that are computed: of the whole slices, of each split, of the strata together. */
  private List<Result> family() {
    return Stream.of(
            whole.stream().map(Contrasted::p),
            splits.stream().flatMap(List::stream).map(Contrasted::p),
            strata.pooled().stream().map(one -> one.test().p()))
        .flatMap(s -> s)
        .toList();
  }

  Report report() {
    List<Table> tables = new ArrayList<>(List.of(rates(), differences()));
    if (asked.prompts().isAsked()) {
      tables.add(byPrompt());
    }
    if (strata.isAsked()) {
      int before = whole.size() * (1 + splits.size());
      tables.add(strata.table());
      tables.add(strata.pooledTable(adjusted.subList(before, adjusted.size())));
    }
    if (!splits.isEmpty()) {
      tables.add(splitTable());
      tables.add(differenceOfDifferences());
    }
    List<String> conditions =
        Stream.of(Compare.BETWEEN, Compare.STRATA, Compare.SPLIT)
            .flatMap(choice -> chosen.texts(choice.id()).stream())
            .distinct()
            .toList();
    return new Report(
        "compare",
        asked.title() + ": " + compared(),
        "transcript",
        notes(),
        tables,
        List.of(Contrasted.forest(asked.title(), whole, asked.confidence())),
        chosen.all(),
        methods(),
        List.of(
            Inputs.of(
                asked.frame(),
                Prompts.with(
                    conditions.isEmpty() ? asked.frame().conditions() : conditions,
                    asked.prompts()),
                List.of(asked.outcome().variable()),
                asked.gold())));
  }

  /** A few comparisons by their names, many by what they have in common. */
  private String compared() {
    return whole.size() <= 2
        ? String.join("; ", whole.stream().map(Contrasted::name).toList())
        : "%s, each against %s"
            .formatted(
                Asked.condition(chosen, Compare.BETWEEN, asked.frame()),
                whole.getFirst().secondName());
  }

  private List<String> methods() {
    List<String> methods = new ArrayList<>(List.of(Rates.WILSON));
    methods.addAll(Contrasted.methods(Contrasted.Width.WHOLE));
    methods.addAll(asked.prompts().methods());
    if (strata.isAsked()) {
      methods.addAll(CompareStrata.METHODS);
    }
    if (!splits.isEmpty()) {
      methods.add(FactorGrid.MOVER);
    }
    return methods;
  }

  private List<String> notes() {
    List<Case> used =
        whole.stream()
            .flatMap(one -> Stream.of(one.first(), one.second()))
            .flatMap(slice -> slice.cases().values().stream().flatMap(List::stream))
            .distinct()
            .toList();
    List<String> notes =
        new ArrayList<>(
            Notes.of(asked.frame(), asked.slice(List.of(), used), asked.gold(), asked.outcome()));
    notes.add(
        "BH p: over the family of all tests here (%,d); tests of homogeneity are not among them."
            .formatted(adjusted.size()));
    notes.add("A difference between slices that were not assigned at random is an association.");
    notes.addAll(asked.prompts().notes(asked.frame()));
    notes.addAll(asked.prompts().independence());
    return notes;
  }

  private Table rates() {
    List<Slice> slices =
        whole.stream().flatMap(one -> Stream.of(one.first(), one.second())).distinct().toList();
    return new RateRows(
            List.of(Column.words("slice", "slice")), slices, asked.prompts(), asked.confidence())
        .table("rates", slice -> List.of(slice.label()));
  }

  private Table differences() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      rows.add(whole.get(i).cells(Contrasted.Width.WHOLE, asked.confidence(), adjusted.get(i)));
    }
    return new Table(
        "differences",
        "Differences",
        Contrasted.columns(Contrasted.Width.WHOLE, asked.confidence()),
        rows,
        List.of());
  }

  private Table byPrompt() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Contrasted one : whole) {
      var difference = asked.prompts().difference(one.first(), one.second());
      rows.add(
          List.of(
              Cell.words(one.name()),
              Showing.count(difference.clusters().size()).on(one.ids()),
              Showing.count(difference.shared()).on(one.ids()),
              Showing.points(difference.pooled().difference()).on(one.ids()),
              Showing.number(Prompts.told(difference.standardError()), 3).on(one.ids()),
              Showing.points(Prompts.told(difference.tInterval(asked.confidence())))
                  .on(one.ids())));
    }
    return new Table(
        "by-prompt",
        "Differences by prompt",
        List.of(
            Column.words("comparison", "comparison"),
            Column.numbers("prompts", "prompts"),
            Column.numbers("shared", "in both"),
            Column.numbers("difference", "difference"),
            Column.numbers("cluster-error", "SE by prompt"),
            Column.numbers(
                "cluster-interval", Choices.percent(asked.confidence()) + " t by prompt")),
        rows,
        List.of());
  }

  private Table splitTable() {
    List<Column> columns = new ArrayList<>(List.of(Column.words("split", split)));
    columns.addAll(Contrasted.columns(Contrasted.Width.SHORT, asked.confidence()));
    List<List<Cell>> rows = new ArrayList<>();
    int place = whole.size();
    for (int i = 0; i < splits.size(); i++) {
      for (Contrasted one : splits.get(i)) {
        List<Cell> row = new ArrayList<>(List.of(Cell.words(splitValues.get(i))));
        row.addAll(one.cells(Contrasted.Width.SHORT, asked.confidence(), adjusted.get(place++)));
        rows.add(row);
      }
    }
    return new Table("splits", "By " + split, columns, rows, List.of());
  }

  /** How much larger the difference is in each further split than in the first. */
  private Table differenceOfDifferences() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 1; i < splits.size(); i++) {
      for (int pair = 0; pair < whole.size(); pair++) {
        Contrasted there = splits.getFirst().get(pair);
        Contrasted here = splits.get(i).get(pair);
        Interaction between =
            new Interaction(
                there.first().share(),
                there.second().share(),
                here.first().share(),
                here.second().share());
        List<String> ids = Stream.concat(there.ids().stream(), here.ids().stream()).toList();
        rows.add(
            List.of(
                Cell.words(splitValues.getFirst() + " - " + splitValues.get(i)),
                Cell.words(there.name()),
                Showing.points(between.estimate()).on(ids),
                Showing.points(between.mover(asked.confidence())).on(ids)));
      }
    }
    return new Table(
        "difference-of-differences",
        "Difference of differences",
        List.of(
            Column.words("splits", split),
            Column.words("comparison", "comparison"),
            Column.numbers("difference", "difference"),
            Column.numbers("mover", Choices.percent(asked.confidence()) + " MOVER")),
        rows,
        List.of());
  }
}
