package examen.report;

import java.util.List;

/**
 * One place of a table.
 *
 * @param text as it is shown
 * @param fact the same for programs
 * @param behind ids of the transcripts that it speaks of, which a reader can open; may be empty
 */
public record Cell(String text, Fact fact, List<String> behind) {
  public Cell {
    behind = List.copyOf(behind);
  }

  public static Cell words(String text) {
    return new Cell(text, new Fact.Words(), List.of());
  }

  /** The same with these transcripts behind it. */
  public Cell on(List<String> transcripts) {
    return new Cell(text, fact, transcripts);
  }
}
