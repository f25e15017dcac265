package examen.desktop.reader;

/**
 * Where a row puts what it shows: a column that is comfortable to read, a bar at its left, a margin
 * at its right.
 *
 * @param left left edge of the text, in pixels from the row's
 * @param width width of the text
 * @param margin width of the margin for tags right of the column; 0 where there is no room for it
 */
record Column(double left, double width, double margin) {
  static final double BAR_OFFSET = 18;
  static final double WIDEST = 720;
  private static final double MARGIN = 150;
  private static final double LEFT = 40;

  /**
   * The column in a row of this width.
   *
   * @param widest the most that it may be wide, in pixels
   */
  static Column in(double width, double widest) {
    double margin = width >= 620 ? MARGIN : 0;
    double room = Math.max(80, width - LEFT - 16 - margin);
    double column = Math.min(widest, room);
    return new Column(LEFT + Math.floor((room - column) / 2), column, margin);
  }

  double right() {
    return left + width;
  }
}
