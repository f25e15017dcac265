package examen.rating;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a rater wants done. */
public sealed interface Command {
  /** Put a tag on a place. */
  record PutTag(AnnotationId id, TagId tag, List<Anchor> anchors, String note) implements Command {}

  /** Replace an annotation of one's own by a changed one. */
  record Edit(Annotation after) implements Command {}

  /** Take an annotation of one's own away. */
  record Remove(AnnotationId id) implements Command {}

  /** Answer a question, or answer it differently. */
  record Answer(TranscriptId transcript, QuestionId question, String answer) implements Command {}

  /** Take an answer of one's own back: the question is open again. */
  record Withdraw(TranscriptId transcript, QuestionId question) implements Command {}

  /**
   * Decide on a highlight, or decide differently. What an earlier decision put is taken away if the
   * rater has left it as it was.
   *
   * @param tagging the annotation to put on its place, unless this rater has one with this tag on
   *     this very place; null to put none
   */
  record Decide(HighlightRef highlight, HighlightOutcome outcome, @Nullable Tagging tagging)
      implements Command {
    public Decide {
      if (outcome instanceof HighlightOutcome.Rejected && tagging != null) {
        throw new IllegalArgumentException("to reject a highlight puts no annotation");
      }
    }

    /** Decide, and put no annotation. */
    public Decide(HighlightRef highlight, HighlightOutcome outcome) {
      this(highlight, outcome, null);
    }
  }

  /** Link one annotation of one's own to another one. */
  record PutLink(LinkId id, Link.Type type, AnnotationId from, AnnotationId to)
      implements Command {}

  /** Take a link of one's own away. */
  record RemoveLink(LinkId id) implements Command {}

  /** Say that no reasoning supports the action that one marked so. */
  record MarkUnsupported(AnnotationId annotation) implements Command {}

  /** Take that mark away. */
  record UnmarkUnsupported(AnnotationId annotation) implements Command {}

  /** Close one's review of a transcript. */
  record Submit(TranscriptId transcript) implements Command {}

  /** Open it again. */
  record Reopen(TranscriptId transcript) implements Command {}

  /** Have oneself shown what others say of a transcript; it cannot be undone. */
  record Show(TranscriptId transcript, Set<Reveal.Of> what) implements Command {
    public Show {
      what = Collections.unmodifiableSet(new TreeSet<>(what));
    }
  }

  /**
   * Have oneself shown what others say of all of these, in one step; it cannot be undone either.
   */
  record ShowAll(Set<TranscriptId> transcripts, Set<Reveal.Of> what) implements Command {
    public ShowAll {
      transcripts = Collections.unmodifiableSet(new LinkedHashSet<>(transcripts));
      what = Collections.unmodifiableSet(new TreeSet<>(what));
    }
  }

  /** Take one's latest step back. */
  record Undo() implements Command {}

  /** Do again what was last undone. */
  record Redo() implements Command {}

  /** Several at once, as one step: all or nothing. */
  record Together(String what, List<Command> commands) implements Command {
    public Together {
      commands = List.copyOf(commands);
    }
  }
}
