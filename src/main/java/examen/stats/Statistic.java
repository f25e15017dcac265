package examen.stats;

/** A coefficient of agreement: one number for a table of units and raters. */
public interface Statistic {
  /** By which commands, files and settings know it, such as "gwet-ac1"; it never changes. */
  String id();

  /** Its name as the field writes it, such as "Gwet's AC1". */
  String name();

  /** The paper that defines it, as author and year. */
  String source();

  /** What is computed once for a table, so that units can be weighed over and over. */
  Weighed on(ReliabilityTable table);

  /** The coefficient of the table. */
  default Result of(ReliabilityTable table) {
    return on(table).each();
  }
}
