package examen.report;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an analysis found, whole: the same for the window, a command and a file.
 *
 * @param analysis id of the analysis, such as "rates"
 * @param unit what is counted, such as "transcript"
 * @param notes what was left out and how it is to be read, a line each
 * @param settings what was chosen, by the name of the choice, defaults and seed too
 * @param methods names of the statistics with their papers, and versions of what computed them
 * @param inputs what the numbers were computed from, so that another program can compute them again
 */
public record Report(
    String analysis,
    String title,
    String unit,
    List<String> notes,
    List<Table> tables,
    List<Figure> figures,
    SortedMap<String, String> settings,
    List<String> methods,
    List<Table> inputs) {
  public Report {
    notes = List.copyOf(notes);
    tables = List.copyOf(tables);
    figures = List.copyOf(figures);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    methods = List.copyOf(methods);
    inputs = List.copyOf(inputs);
  }
}
