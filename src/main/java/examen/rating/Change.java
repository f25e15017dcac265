package examen.rating;

/** What a step did to one thing; closed under {@link #inverse()}. */
public sealed interface Change {
  /** The change that takes this one back. */
  Change inverse();

  /** Key of the thing. */
  String key();

  /** What it leaves, or took away. */
  default Thing thing() {
    return switch (this) {
      case Added(Thing after) -> after;
      case Removed(Thing before) -> before;
      case Replaced(Thing before, Thing after) -> after;
    };
  }

  record Added(Thing after) implements Change {
    @Override
    public Change inverse() {
      return new Removed(after);
    }

    @Override
    public String key() {
      return after.key();
    }
  }

  record Removed(Thing before) implements Change {
    @Override
    public Change inverse() {
      return new Added(before);
    }

    @Override
    public String key() {
      return before.key();
    }
  }

  record Replaced(Thing before, Thing after) implements Change {
    public Replaced {
      if (!before.key().equals(after.key())) {
        throw new IllegalArgumentException(before.key() + " is not " + after.key());
      }
    }

    @Override
    public Change inverse() {
      return new Replaced(after, before);
    }

    @Override
    public String key() {
      return after.key();
    }
  }
}
