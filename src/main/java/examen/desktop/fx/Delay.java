package examen.desktop.fx;

/** Puts off what is asked for again and again, such as with each letter that is typed. */
public interface Delay extends AutoCloseable {
  /** Does this a while after nothing else is asked; what was asked before is forgotten. */
  void then(Runnable action);

  /** Forgets what was asked. */
  @Override
  void close();
}
