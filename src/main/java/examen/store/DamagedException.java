package examen.store;

import java.nio.file.Path;

/** A project is damaged and was left as it is: one can go back to a backup of it, or rescue. */
public final class DamagedException extends StoreException {
  private final transient Path file;

  DamagedException(Path file, StoreException why) {
    super(String.valueOf(why.getMessage()), why);
    this.file = file;
  }

  /** The damaged file. */
  public Path file() {
    return file;
  }
}
