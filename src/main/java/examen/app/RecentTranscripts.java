package examen.app;

import examen.highlight.Highlight;
import examen.highlight.Highlighter;
import examen.rating.Blinding.Sight;
import examen.rating.RaterId;
import examen.store.ProjectFile;
import examen.store.StoreException;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The few transcripts that are read now or are likely to be read next, with what the rules find in
 * them. Only what never changes is kept, and what follows from that alone: who may see what, and
 * what raters said, is asked anew each time.
 */
public final class RecentTranscripts {
  /** The one that is read, its neighbours, and the one that was read before. */
  private static final int MOST = 4;

  /** In code units; what was used last is kept however long it is. */
  private static final long MOST_TEXT = 40_000_000;

  /** In so many code units highlights are found before anybody notices. */
  private static final long SHORT = 250_000;

  private final ProjectFile file;
  private final BiFunction<TranscriptId, RaterId, Sight> sight;
  private final Supplier<Highlighter> rules;
  private final Map<TranscriptId, Kept> kept = new LinkedHashMap<>(8, 0.75f, true);

  RecentTranscripts(
      ProjectFile file,
      BiFunction<TranscriptId, RaterId, Sight> sight,
      Supplier<Highlighter> rules) {
    this.file = file;
    this.sight = sight;
    this.rules = rules;
  }

  /** A transcript whole, as it is in the file, and what was found in it as a rater read it. */
  private static final class Kept {
    private final Transcript whole;
    private final long length;
    private @Nullable Found found;

    Kept(Transcript whole) {
      this.whole = whole;
      length = length(whole);
    }

    /** One asks at a time: who comes second takes what the first one found. */
    synchronized List<Highlight> highlights(Transcript transcript, Highlighter by) {
      Found before = found;
      if (before != null && before.isOf(transcript, by)) {
        return before.highlights();
      }
      List<Highlight> now = by.highlight(transcript);
      found = new Found(transcript, by, now);
      return now;
    }
  }

  private record Found(Transcript transcript, Highlighter by, List<Highlight> highlights) {
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Transcript asked, Highlighter rules) {
      return by == rules && transcript.equals(asked);
    }
  }

  /** A transcript as far as this rater may read it now; it is kept. */
  public Optional<Transcript> transcript(TranscriptId id, RaterId rater) {
    if (held(id) == null) {
      new SourceQuery(file, Sight.SEEING).transcript(id).ifPresent(this::keep);
    }
    SourceQuery asked = new SourceQuery(file, sight.apply(id, rater));
    return whole(id).flatMap(asked::ofWhole);
  }

  /** What the rules find in a transcript that was read here. */
  public List<Highlight> highlights(Transcript transcript) {
    Kept there = held(transcript.id());
    return there == null
        ? rules.get().highlight(transcript)
        : there.highlights(transcript, rules.get());
  }

  /** Whether to find the highlights of this transcript takes no time that anybody notices. */
  public boolean isQuick(Transcript transcript) {
    Kept there = held(transcript.id());
    if (there == null) {
      return length(transcript) < SHORT;
    }
    Found found = there.found;
    return there.length < SHORT || (found != null && found.isOf(transcript, rules.get()));
  }

  /** Does beforehand what takes long when a transcript is opened. What goes wrong is told then. */
  public void prepare(TranscriptId id, RaterId rater) {
    try {
      transcript(id, rater).ifPresent(this::highlights);
    } catch (StoreException e) {
      // Nobody has asked for this transcript yet.
    }
  }

  /** A transcript with what raters may not read, if it is kept. */
  Optional<Transcript> whole(TranscriptId id) {
    return Optional.ofNullable(held(id)).map(there -> there.whole);
  }

  private @Nullable Kept held(TranscriptId id) {
    synchronized (kept) {
      return kept.get(id);
    }
  }

  private void keep(Transcript whole) {
    Kept now = new Kept(whole);
    synchronized (kept) {
      kept.putIfAbsent(whole.id(), now);
      kept.get(whole.id());
      long text = kept.values().stream().mapToLong(each -> each.length).sum();
      Iterator<Kept> oldest = List.copyOf(kept.values()).iterator();
      while (kept.size() > 1 && (kept.size() > MOST || text > MOST_TEXT)) {
        Kept gone = oldest.next();
        kept.remove(gone.whole.id());
        text -= gone.length;
      }
    }
  }

  private static long length(Transcript transcript) {
    long length = 0;
    for (Message message : transcript.messages()) {
      for (Part part : message.parts()) {
        length += part.text().length();
      }
    }
    return length;
  }
}
