package examen.desktop.runs;

/** How far one has got with classifier runs. */
public enum Step {
  CLOSED,
  /** Something is read or stored. */
  BUSY,
  /** The runs that there are. */
  LISTED,
  /** What a file would bring. */
  LOOKED,
  /** What the values of a label stand for. */
  MAPPING,
  /** What a file brought. */
  KEPT
}
