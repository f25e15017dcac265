package examen.store;

import examen.rating.Change;
import examen.rating.Thing;
import examen.transcript.TranscriptId;
import org.jspecify.annotations.Nullable;

/** One change as it stands in the file. */
record ChangeRow(
    long n,
    String key,
    String kind,
    String subject,
    @Nullable String before,
    @Nullable String after) {

  static ChangeRow of(int n, Change change) {
    return switch (change) {
      case Change.Added(Thing after) -> row(n, after, null, ThingCodec.write(after));
      case Change.Removed(Thing before) -> row(n, before, ThingCodec.write(before), null);
      case Change.Replaced(Thing before, Thing after) -> replaced(n, before, after);
    };
  }

  /**
   * @throws StoreException if no change stands here
   */
  Change change(KnownIds ids) {
    Thing was = before == null ? null : ThingCodec.read(kind, before, ids);
    Thing is = after == null ? null : ThingCodec.read(kind, after, ids);
    requireColumnsOf(was);
    requireColumnsOf(is);
    if (is == null) {
      if (was == null) {
        throw Stored.damaged("a change changes nothing");
      }
      return new Change.Removed(was);
    }
    return was == null ? new Change.Added(is) : new Change.Replaced(was, is);
  }

  private void requireColumnsOf(@Nullable Thing thing) {
    if (thing != null && !(key.equals(thing.key()) && subject.equals(thing.transcript().value()))) {
      throw Stored.damaged("a change is filed under another key");
    }
  }

  private static ChangeRow replaced(int n, Thing before, Thing after) {
    TranscriptId subject = after.transcript();
    if (!subject.equals(before.transcript())) {
      throw new StoreException("not stored: a change would move something to another transcript");
    }
    return row(n, after, ThingCodec.write(before), ThingCodec.write(after));
  }

  private static ChangeRow row(
      int n, Thing thing, @Nullable String before, @Nullable String after) {
    return new ChangeRow(
        n, thing.key(), ThingCodec.kind(thing), thing.transcript().value(), before, after);
  }
}
