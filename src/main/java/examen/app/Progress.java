package examen.app;

/**
 * Told how far long work is, and asked whether to go on. Called from the thread that does the work.
 */
public interface Progress {
  Progress NONE = (done, total, what) -> true;

  /**
   * @param done units done, of the same kind as {@code total}
   * @param total units in all; 0 where that is not known yet
   * @param what what is being worked on, without transcript text
   * @return whether to go on; otherwise the work stops and leaves nothing half done
   */
  boolean at(long done, long total, String what);

  /**
   * Told by an import how far it is, at the start of each file and at each record within it: very
   * often, so it should return at once.
   *
   * @return whether to go on; otherwise the file that is being read leaves nothing behind, and
   *     those before it stay
   */
  default boolean at(ImportFigures figures) {
    return at(figures.filesDone(), figures.files(), figures.file());
  }
}
