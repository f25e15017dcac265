package examen.study;

/** Told how far an analysis has got. */
public interface Going {
  /** Tells nobody. */
  Going QUIETLY = (done, all) -> {};

  /** May throw what its owner knows, to stop the analysis. */
  void at(long done, long all);
}
