package examen.store;

/**
 * A file of unknown origin is not read, or not any further; the project that it was to be merged
 * into is none the worse.
 */
public final class ForeignException extends StoreException {
  ForeignException(StoreException why) {
    super(String.valueOf(why.getMessage()), why);
  }
}
