package examen.app;

import examen.codebook.Codebook;
import examen.codebook.QuestionId;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.codebook.TagKind;
import examen.highlight.Category;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Command;
import examen.rating.HighlightRef;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds a command against the codebook and the transcripts: what it names must be there. */
final class CommandCheck {
  private final Codebook codebook;
  private final Function<TranscriptId, Optional<Transcript>> transcripts;
  private final Function<TranscriptId, Set<HighlightRef>> imported;
  private final Function<AnnotationId, Optional<Annotation>> annotations;
  private final Map<TranscriptId, Set<HighlightRef>> known = new HashMap<>();
  private final Map<TranscriptId, Optional<Transcript>> looked = new HashMap<>();

  /**
   * @param imported the highlights of classifiers in a transcript, as far as the rater may know
   * @param annotations what the rater has put
   */
  CommandCheck(
      Codebook codebook,
      Function<TranscriptId, Optional<Transcript>> transcripts,
      Function<TranscriptId, Set<HighlightRef>> imported,
      Function<AnnotationId, Optional<Annotation>> annotations) {
    this.codebook = codebook;
    this.transcripts = transcripts;
    this.imported = imported;
    this.annotations = annotations;
  }

  /** Why the command does not fit; empty if it does. */
  Optional<String> misfit(Command command) {
    return switch (command) {
      case Command.PutTag put -> tag(put.tag()).or(() -> places(put.anchors()));
      case Command.Edit edit -> tag(edit.after().tag()).or(() -> places(edit.after().anchors()));
      case Command.Answer answer -> answer(answer.transcript(), answer.question(), answer.answer());
      case Command.Withdraw withdraw -> there(withdraw.transcript());
      case Command.Decide decide -> decision(decide);
      case Command.Together together ->
          together.commands().stream().map(this::misfit).flatMap(Optional::stream).findFirst();
      case Command.Submit submit -> there(submit.transcript());
      case Command.Reopen reopen -> there(reopen.transcript());
      case Command.Show show -> there(show.transcript());
      // They are too many to be read one by one; see FullReveal.
      case Command.ShowAll show -> Optional.empty();
      case Command.PutLink link -> link(link.from(), link.to());
      case Command.RemoveLink remove -> Optional.empty();
      case Command.MarkUnsupported mark ->
          kind(mark.annotation()) == TagKind.REASONING
              ? Optional.of("only of an action is it said that no reasoning supports it")
              : Optional.empty();
      case Command.UnmarkUnsupported unmark -> Optional.empty();
      case Command.Remove remove -> Optional.empty();
      case Command.Undo undo -> Optional.empty();
      case Command.Redo redo -> Optional.empty();
    };
  }

  private Optional<String> link(AnnotationId from, AnnotationId to) {
    if (kind(from) == TagKind.ACTION) {
      return Optional.of("a link goes from reasoning to an action, but it begins at an action");
    }
    return kind(to) == TagKind.REASONING
        ? Optional.of("a link goes from reasoning to an action, but it ends at reasoning")
        : Optional.empty();
  }

  /** Null where that is not known; then nothing is held against the command. */
  private @Nullable TagKind kind(AnnotationId annotation) {
    return annotations
        .apply(annotation)
        .flatMap(a -> codebook.tag(a.tag()))
        .map(Tag::kind)
        .orElse(null);
  }

  private Optional<String> tag(TagId tag) {
    return codebook.tag(tag).isPresent()
        ? Optional.empty()
        : Optional.of("the codebook has no tag " + tag);
  }

  private Optional<String> decision(Command.Decide decide) {
    HighlightRef highlight = decide.highlight();
    if (JudgedHighlight.isImported(highlight)) {
      // One answer for what is not there and for what may not be known: neither can be told.
      if (!known.computeIfAbsent(highlight.transcript(), imported).contains(highlight)) {
        return Optional.of("there is no such highlight");
      }
    } else if (Category.ofWire(highlight.category()).isEmpty()) {
      return Optional.of("there is no category " + highlight.category());
    }
    return decide
        .outcome()
        .other()
        .flatMap(this::otherThanTagOrCategory)
        .or(() -> Optional.ofNullable(decide.tagging()).flatMap(put -> tag(put.tag())))
        .or(() -> places(List.of(decide.highlight().anchor())));
  }

  private Optional<String> otherThanTagOrCategory(String word) {
    boolean known =
        Category.ofWire(word).isPresent()
            || codebook.tags().stream().anyMatch(tag -> tag.id().value().equals(word));
    return known ? Optional.empty() : Optional.of("there is no category or tag " + word);
  }

  private Optional<String> places(List<Anchor> anchors) {
    for (Anchor anchor : anchors) {
      Optional<Transcript> transcript = transcript(anchor.transcript());
      if (transcript.isEmpty()) {
        return Optional.of("there is no transcript " + anchor.transcript());
      }
      if (!anchor.holdsIn(transcript.get())) {
        return Optional.of(
            "message %d, part %d, [%d, %d) is not what it was"
                .formatted(
                    anchor.message(), anchor.part(), anchor.span().start(), anchor.span().end()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> answer(TranscriptId transcript, QuestionId question, String answer) {
    Optional<String> missing = there(transcript);
    if (missing.isPresent()) {
      return missing;
    }
    if (codebook.question(question).isEmpty()) {
      return Optional.of("the codebook has no question " + question);
    }
    boolean known = codebook.question(question).flatMap(q -> q.answer(answer)).isPresent();
    return known
        ? Optional.empty()
        : Optional.of("the question " + question + " has no answer " + answer);
  }

  private Optional<String> there(TranscriptId transcript) {
    return transcript(transcript).isPresent()
        ? Optional.empty()
        : Optional.of("there is no transcript " + transcript);
  }

  private Optional<Transcript> transcript(TranscriptId id) {
    return looked.computeIfAbsent(id, transcripts);
  }
}
