package examen.store;

/**
 * The project file could not be opened, read or written. The message is one line for the user, with
 * the file's name and without text from transcripts.
 */
public sealed class StoreException extends RuntimeException
    permits ForeignException, DamagedException {
  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
