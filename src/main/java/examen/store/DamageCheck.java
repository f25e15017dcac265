package examen.store;

import java.nio.file.Path;

/** How much of a file is looked at when it is opened. */
enum DamageCheck {
  /** Every page, however long that takes. */
  WHOLE,

  /** Every page of a file of which that takes about a second; the rest is for a copy. */
  WHERE_SHORT;

  /** In bytes; some 180 million are looked at in a second. */
  private static final long SHORT = 128L << 20;

  static boolean isShort(Path file) {
    return Backups.size(file) <= SHORT;
  }

  boolean looksAt(Path file) {
    return this == WHOLE || isShort(file);
  }
}
