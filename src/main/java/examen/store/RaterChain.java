package examen.store;

import java.util.HashSet;
import java.util.Set;

/**
 * The hashes of one rater's steps, each of which names the hash of one before. Who worked in two
 * copies of a project has a chain with a fork.
 */
final class RaterChain {
  /** What a step is in its chain. */
  enum Link {
    WHOLE,
    /** It is not as it was when its hash was made. */
    CHANGED,
    /** It names a step before it that is not there. */
    LOOSE
  }

  private final Set<String> hashes = new HashSet<>();
  private final Set<String> followed = new HashSet<>();
  private boolean forked;
  private boolean changed;
  private boolean loose;

  /** A step that is known not to be here. */
  void leftOut(String hash) {
    hashes.add(hash);
    forked = true;
  }

  /**
   * Takes the rater's next step in the order of the log. Of each kind only the first break is told:
   * what follows may be built on it.
   */
  Link take(StepRow row) {
    boolean follows = row.prevHash().isEmpty() || hashes.contains(row.prevHash());
    hashes.add(row.hash());
    forked |= !followed.add(row.prevHash());
    if (!changed && !row.isAsItWasMade()) {
      changed = true;
      return Link.CHANGED;
    }
    if (!loose && !follows) {
      loose = true;
      return Link.LOOSE;
    }
    return Link.WHOLE;
  }

  /** Whether the rater's steps were not made one after another in one file. */
  boolean isForked() {
    return forked;
  }
}
