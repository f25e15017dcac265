package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.rate.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Two conditions as factors, such as goal conflict and threat of replacement. */
final class FactorGrid implements Study {
  static final String MOVER = "MOVER of Wilson intervals (Zou and Donner 2008)";

  private static final Choice ROWS =
      new Choice(
          "rows",
          "First factor",
          "the condition that is the first factor",
          Choice.Kind.CONDITION,
          Choice.REQUIRED);
  private static final Choice COLUMNS =
      new Choice(
          "columns",
          "Second factor",
          "the condition that is the second factor",
          Choice.Kind.CONDITION,
          Choice.REQUIRED);
  private static final Choice ROW_LEVELS =
      new Choice(
          "row-levels",
          "Levels of the first",
          "the value that is \"present\" and the one that is \"absent\", with a comma between",
          Choice.Kind.CATEGORIES,
          "");
  private static final Choice COLUMN_LEVELS =
      new Choice(
          "column-levels",
          "Levels of the second",
          "the same of the second factor",
          Choice.Kind.CATEGORIES,
          "");

  /** Values with these names say that a factor is absent. */
  private static final Set<String> ABSENT =
      Set.of("none", "no", "false", "0", "absent", "off", "control");

  @Override
  public String id() {
    return "factor-grid";
  }

  @Override
  public String title() {
    return "Factor grid";
  }

  @Override
  public String about() {
    return "How often it happened by two factors, and how much more both do than each adds alone";
  }

  @Override
  public List<Choice> choices() {
    return Asked.with(ROWS, ROW_LEVELS, COLUMNS, COLUMN_LEVELS, Choices.BY);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    Asked asked = Asked.of(frame, chosen);
    String row = Asked.condition(chosen, ROWS, asked.frame());
    String column = Asked.condition(chosen, COLUMNS, asked.frame());
    if (row.equals(column)) {
      throw new Unanswerable("--rows and --columns are the same condition");
    }
    List<String> by = chosen.conditions(Choices.BY.id(), asked.frame());
    List<Grid> grids = new ArrayList<>();
    for (Slice part : Slices.of(asked.frame(), by, asked.judging()).parts()) {
      grids.add(Grid.of(asked, part, row, column));
    }
    List<String> rowLevels = levels(chosen, ROW_LEVELS, row, asked.frame());
    List<String> columnLevels = levels(chosen, COLUMN_LEVELS, column, asked.frame());
    List<Table> tables = new ArrayList<>(List.of(table(asked, grids, row, column)));
    boolean crossed = rowLevels.size() == 2 && columnLevels.size() == 2;
    if (crossed) {
      tables.add(interaction(asked, grids, rowLevels, columnLevels));
    }
    String present =
        crossed
            ? "Interaction: %s %s and %s %s count as present; above 0 both together do more than the sum of each alone, in points of the rate."
                .formatted(row, rowLevels.get(0), column, columnLevels.get(0))
            : "No interaction: it is of two levels by two. Choose them with --row-levels and"
                + " --column-levels.";
    return new Report(
        id(),
        asked.title() + " | " + row + " x " + column,
        "transcript",
        notes(asked, grids, present),
        tables,
        figures(asked, grids),
        chosen.all(),
        asked.methods(List.of(MOVER)),
        asked.inputs(Stream.concat(by.stream(), Stream.of(row, column)).toList()));
  }

  private static List<String> notes(Asked asked, List<Grid> grids, String present) {
    List<String> notes =
        new ArrayList<>(Notes.of(asked.frame(), asked.all(), asked.gold(), asked.outcome()));
    grids.stream().flatMap(grid -> grid.empty().stream()).forEach(notes::add);
    notes.add(present);
    notes.addAll(asked.prompts().notes(asked.frame()));
    return notes;
  }

  private static List<Figure> figures(Asked asked, List<Grid> grids) {
    List<Figure> figures = new ArrayList<>();
    for (Grid grid : grids) {
      figures.add(grid.figure("grid-" + (figures.size() + 1), grid.title(asked.title()), Set.of()));
    }
    return figures;
  }

  /** Present, then absent; as it is chosen, or as the names of two values say. */
  private static List<String> levels(Chosen chosen, Choice choice, String condition, Frame frame) {
    List<String> values = frame.values(condition);
    List<String> named = chosen.texts(choice.id());
    if (named.isEmpty()) {
      if (values.size() != 2) {
        return List.of();
      }
      boolean firstAbsent = ABSENT.contains(values.get(0).toLowerCase(Locale.ROOT));
      boolean secondAbsent = ABSENT.contains(values.get(1).toLowerCase(Locale.ROOT));
      return firstAbsent && !secondAbsent ? values.reversed() : values;
    }
    if (named.size() != 2 || named.get(0).equals(named.get(1)) || !values.containsAll(named)) {
      throw new Unanswerable(
          "--%s wants two values of %s with a comma between; there are %s"
              .formatted(choice.id(), condition, String.join(", ", values)));
    }
    return named;
  }

  private static Table table(Asked asked, List<Grid> grids, String row, String column) {
    List<Column> names = new ArrayList<>();
    List<String> by = grids.getFirst().names().isEmpty() ? List.of() : List.of("slice");
    by.forEach(name -> names.add(Column.words(name, "")));
    names.add(Column.words("row", row));
    names.add(Column.words("column", column));
    List<Slice> cells = grids.stream().flatMap(grid -> grid.cells().stream()).toList();
    return new RateRows(names, cells, asked.prompts(), asked.confidence())
        .table(
            "cells",
            slice -> {
              List<String> said = slice.names();
              int factors = said.size() - 2;
              List<String> words = new ArrayList<>();
              by.forEach(name -> words.add(String.join(", ", said.subList(0, factors))));
              words.addAll(said.subList(factors, said.size()));
              return words;
            });
  }

  private static Table interaction(
      Asked asked, List<Grid> grids, List<String> rowLevels, List<String> columnLevels) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Grid grid : grids) {
      List<Slice> four =
          rowLevels.stream().flatMap(r -> columnLevels.stream().map(c -> grid.at(r, c))).toList();
      Interaction made =
          new Interaction(
              four.get(0).share(), four.get(1).share(), four.get(2).share(), four.get(3).share());
      List<String> ids =
          four.stream()
              .flatMap(s -> s.ids(Outcome.Judged.YES, Outcome.Judged.NO).stream())
              .toList();
      rows.add(
          List.of(
              Cell.words(grid.names().isEmpty() ? "all" : String.join(", ", grid.names())),
              Showing.points(made.estimate()).on(ids),
              Showing.points(made.mover(asked.confidence())).on(ids)));
    }
    return new Table(
        "interaction",
        "Interaction, additive",
        List.of(
            Column.words("slice", ""),
            Column.numbers("interaction", "interaction"),
            Column.numbers("mover", Choices.percent(asked.confidence()) + " MOVER")),
        rows,
        List.of());
  }
}
