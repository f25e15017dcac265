package examen.rating;

import examen.classifier.VerdictNames;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rater may read about a transcript. Until they have submitted their review of it, nothing
 * that another has judged of it is theirs to read, wherever a source has put that.
 *
 * @param names how the transcript's format names what bears verdicts
 */
public record Blinding(Sight sight, VerdictNames names) {
  /** How much a rater sees of what others said. */
  public enum Sight {
    /** Not even the transcript: it is not theirs to read. */
    NONE,
    /** Nothing: their own answers are not yet submitted. */
    BLIND,
    /** Everything. */
    SEEING
  }

  /** In place of what may not be read. */
  private static final String WITHHELD = "null";

  /** The value of a name that is looked at by itself. */
  private static final String NOTHING = "null";

  /**
   * What this rater sees now of what others say of this transcript: everything once their review is
   * submitted, and what was revealed to them from then on.
   */
  public static Sight sight(Ledger ledger, RaterId rater, TranscriptId transcript, Reveal.Of what) {
    return ledger.isSubmitted(rater, transcript) || ledger.isRevealed(rater, transcript, what)
        ? Sight.SEEING
        : Sight.BLIND;
  }

  /** The same of what classifiers and the source say, of a transcript that they may read. */
  public static Sight sight(
      Ledger ledger, RaterId rater, TranscriptId transcript, ReadingList list) {
    return mayRead(ledger, rater, transcript, list)
        ? sight(ledger, rater, transcript, Reveal.Of.LABELS)
        : Sight.NONE;
  }

  /** Whether this rater may read a transcript: what they worked on stays open to them. */
  public static boolean mayRead(
      Ledger ledger, RaterId rater, TranscriptId transcript, ReadingList list) {
    return list.admits(transcript)
        || ledger.things(transcript).stream().anyMatch(thing -> thing.rater().equals(rater));
  }

  /** Whether this rater may have themselves shown now what others say of this transcript. */
  public static boolean mayReveal(
      Ledger ledger, RaterId rater, TranscriptId transcript, Revealing when) {
    return switch (when) {
      case AFTER_SUBMISSION -> ledger.isSubmitted(rater, transcript);
      case ANY_TIME -> true;
    };
  }

  /**
   * What other raters made of this transcript, as far as this rater may know it now: of those only
   * who have submitted theirs, as what is not finished is nobody's word.
   */
  public static List<Thing> peers(Ledger ledger, RaterId rater, TranscriptId transcript) {
    return switch (sight(ledger, rater, transcript, Reveal.Of.PEERS)) {
      case NONE, BLIND -> List.of();
      case SEEING ->
          ledger.things(transcript).stream()
              .filter(thing -> !thing.rater().equals(rater))
              .filter(thing -> ledger.isSubmitted(thing.rater(), transcript))
              .toList();
    };
  }

  /**
   * The decisions from which may be learned what a rater is shown of this transcript: their own,
   * and all on transcripts of which they see everything. None where the project shows nothing of
   * the kind to them now.
   */
  public static List<HighlightDecision> lessons(
      Ledger ledger, RaterId rater, TranscriptId transcript, Suggesting when) {
    boolean shown =
        switch (when) {
          case OFF -> false;
          case AFTER_SUBMISSION ->
              sight(ledger, rater, transcript, Reveal.Of.SUGGESTIONS) == Sight.SEEING;
          case ON -> true;
        };
    return shown ? lessons(ledger, rater) : List.of();
  }

  private static List<HighlightDecision> lessons(Ledger ledger, RaterId rater) {
    Map<TranscriptId, Sight> sights = new HashMap<>();
    return allLessons(ledger).stream()
        .filter(
            decision ->
                decision.rater().equals(rater)
                    || sights.computeIfAbsent(
                            decision.transcript(), id -> sight(ledger, rater, id, Reveal.Of.PEERS))
                        == Sight.SEEING)
        .toList();
  }

  /** All decisions that hold: for one who rates nothing. */
  public static List<HighlightDecision> allLessons(Ledger ledger) {
    return ledger.things().stream()
        .filter(HighlightDecision.class::isInstance)
        .map(HighlightDecision.class::cast)
        .toList();
  }

  /**
   * What its own rater may read of a step: what it did to their own things. A step for the whole
   * project, such as a newer codebook, changes what others made, too.
   */
  public static Step ofOwn(Step step) {
    List<Change> own =
        step.changes().stream()
            .filter(change -> change.thing().rater().equals(step.rater()))
            .toList();
    return new Step(step.id(), step.at(), step.rater(), step.what(), step.undoes(), own);
  }

  /**
   * Whether what a source keeps under this name may be read.
   *
   * @param json the value
   */
  public boolean shows(String name, String json) {
    return sight == Sight.SEEING || !names.bears(name, json);
  }

  /**
   * What of this may be read: sources keep verdicts among what they say of a sample, too. Whatever
   * the format, as conditions have names of their own.
   */
  public Conditions of(Conditions conditions) {
    SortedMap<String, String> shown = new TreeMap<>(conditions.values());
    if (sight != Sight.SEEING) {
      shown.keySet().removeIf(name -> VerdictNames.USUAL.bears(name, NOTHING));
    }
    return new Conditions(shown);
  }

  /** What of this may be read. */
  public Metadata of(Metadata metadata) {
    SortedMap<String, String> shown = new TreeMap<>(metadata.values());
    shown.entrySet().removeIf(entry -> !shows(entry.getKey(), entry.getValue()));
    return new Metadata(shown);
  }

  /**
   * The transcript as far as it may be read. Messages and parts stay in their places; an unknown
   * part that bears a verdict keeps its type only.
   */
  public Transcript of(Transcript transcript) {
    if (sight == Sight.SEEING) {
      return transcript;
    }
    List<Message> messages = new ArrayList<>();
    for (Message message : transcript.messages()) {
      List<Part> parts = message.parts().stream().map(this::of).toList();
      messages.add(
          new Message(
              message.index(), message.role(), message.speaker(), parts, of(message.metadata())));
    }
    return new Transcript(
        transcript.id(),
        transcript.title(),
        transcript.provenance(),
        of(transcript.conditions()),
        of(transcript.metadata()),
        messages,
        transcript.branches());
  }

  /**
   * Whether the record that the transcript was read from may be read: it holds all that its source
   * says, so only where there is nothing to hide.
   *
   * @param labels how many labels classifiers gave the transcripts that come from the record
   */
  public boolean showsRecord(String record, Transcript transcript, long labels) {
    return sight == Sight.SEEING
        || (labels == 0 && of(transcript).equals(transcript) && !VerdictNames.inRecord(record));
  }

  private Part of(Part part) {
    return part instanceof Part.Unknown(String type, String raw) && !shows(type, raw)
        ? new Part.Unknown(type, WITHHELD)
        : part;
  }
}
