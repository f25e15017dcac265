package examen.store;

/**
 * How a project file stood at one moment; equal states mean that nothing was stored in between.
 *
 * @param connection which of this program's connections was asked
 * @param others a number that other programs' commits change
 * @param own how many transactions this program has begun
 */
public record FileState(int connection, String others, long own) {
  /** As it stands after one more transaction of this program, if nobody else stores anything. */
  public FileState afterOwn() {
    return new FileState(connection, others, own + 1);
  }
}
