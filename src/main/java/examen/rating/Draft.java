package examen.rating;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a step in the making, over what holds now; later commands see what earlier ones
 * did. A step changes each thing at most once, so that its inverse can be checked against what
 * holds without walking through it.
 */
final class Draft {
  private final Map<String, Thing> now;
  private final Map<String, Optional<Thing>> touched = new LinkedHashMap<>();
  private final Function<TranscriptId, Collection<Thing>> onTranscript;
  private final RaterId rater;

  /**
   * @param now all that holds, by key
   * @param onTranscript what of it is on a transcript
   */
  Draft(
      Map<String, Thing> now,
      Function<TranscriptId, Collection<Thing>> onTranscript,
      RaterId rater) {
    this.now = now;
    this.onTranscript = onTranscript;
    this.rater = rater;
  }

  /** The net changes, one a thing, in the order in which things were first touched. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    touched.forEach(
        (key, after) -> {
          Thing before = now.get(key);
          if (before == null) {
            after.ifPresent(thing -> changes.add(new Change.Added(thing)));
          } else if (after.isEmpty()) {
            changes.add(new Change.Removed(before));
          } else if (!before.equals(after.get())) {
            changes.add(new Change.Replaced(before, after.get()));
          }
        });
    return changes;
  }

  /** Adds what the command does; the reason, if it may not be done. */
  Optional<String> take(Command command) {
    return switch (command) {
      case Command.PutTag put ->
          add(
              new Annotation(
                  put.id(), rater, put.tag(), put.anchors(), null, null, null, put.note()));
      case Command.Edit edit -> edit(edit.after());
      case Command.Remove remove -> remove(remove.id());
      case Command.Answer answer ->
          answer(new Verdict(rater, answer.transcript(), answer.question(), answer.answer()));
      case Command.Withdraw withdraw -> withdraw(withdraw.transcript(), withdraw.question());
      case Command.Decide decide -> decide(decide);
      case Command.PutLink put -> link(put);
      case Command.RemoveLink remove -> removeLink(remove.id());
      case Command.MarkUnsupported mark -> markUnsupported(mark.annotation());
      case Command.UnmarkUnsupported unmark -> unmarkUnsupported(unmark.annotation());
      case Command.Submit submit -> submit(submit.transcript());
      case Command.Reopen reopen -> reopen(reopen.transcript());
      case Command.Show show -> show(Set.of(show.transcript()), show.what());
      case Command.ShowAll show -> show(show.transcripts(), show.what());
      case Command.Together together when together.commands().stream().anyMatch(Draft::isShow) ->
          Optional.of("to be shown what others say is a step of its own");
      case Command.Together together ->
          together.commands().stream().map(this::take).flatMap(Optional::stream).findFirst();
      case Command.Undo undo -> Optional.of("an undo is a step of its own");
      case Command.Redo redo -> Optional.of("a redo is a step of its own");
    };
  }

  String what(Command command) {
    return switch (command) {
      case Command.PutTag put -> "tag " + put.tag();
      case Command.Edit edit ->
          now.get(edit.after().key()) instanceof Annotation before
              ? EditWords.of(before, edit.after())
              : "edit " + edit.after().tag();
      case Command.Remove remove -> "remove " + tagOf(remove.id());
      case Command.Answer answer -> "answer " + answer.question() + ": " + answer.answer();
      case Command.Withdraw withdraw -> "withdraw the answer to " + withdraw.question();
      case Command.Decide decide -> what(decide);
      case Command.PutLink put -> "link " + tagOf(put.from()) + " to " + tagOf(put.to());
      case Command.RemoveLink remove -> "remove a link";
      case Command.MarkUnsupported mark ->
          "no supporting reasoning for " + tagOf(mark.annotation());
      case Command.UnmarkUnsupported unmark ->
          "not without supporting reasoning: " + tagOf(unmark.annotation());
      case Command.Submit submit -> "submit";
      case Command.Reopen reopen -> "reopen";
      case Command.Show show -> "shown: " + Reveal.Of.words(show.what());
      case Command.ShowAll show ->
          "shown: %s of %d transcripts"
              .formatted(Reveal.Of.words(show.what()), show.transcripts().size());
      case Command.Together together -> together.what();
      case Command.Undo undo -> "undo";
      case Command.Redo redo -> "redo";
    };
  }

  private Optional<String> add(Annotation annotation) {
    if (held(annotation.key()) != null) {
      return Optional.of("there is an annotation " + annotation.id() + " already");
    }
    touch(annotation);
    return Optional.empty();
  }

  private Optional<String> edit(Annotation after) {
    Thing before = held(after.key());
    if (!(before instanceof Annotation annotation)
        || !annotation.rater().equals(rater)
        || !after.rater().equals(rater)) {
      return Optional.of("there is no such annotation of one's own");
    }
    if (!annotation.transcript().equals(after.transcript())) {
      return Optional.of("an annotation stays on its transcript");
    }
    if (annotation.equals(after)) {
      return Optional.of("nothing would change");
    }
    touch(after);
    return Optional.empty();
  }

  private Optional<String> remove(AnnotationId id) {
    Thing before = held(Annotation.key(id));
    if (!(before instanceof Annotation annotation)) {
      return Optional.of("there is no such annotation of one's own");
    }
    if (!annotation.rater().equals(rater)) {
      return Optional.of("there is no such annotation of one's own");
    }
    drop(annotation);
    return Optional.empty();
  }

  /** Takes an annotation away with all that was said of it. */
  private void drop(Annotation annotation) {
    touched.put(annotation.key(), Optional.empty());
    for (Thing thing : here(annotation.transcript())) {
      switch (thing) {
        case Link link when link.joins(annotation.id()) ->
            touched.put(link.key(), Optional.empty());
        case Unsupported mark when mark.annotation().equals(annotation.id()) ->
            touched.put(mark.key(), Optional.empty());
        default -> {}
      }
    }
  }

  private Optional<String> link(Command.PutLink put) {
    Annotation from = own(put.from());
    Annotation to = own(put.to());
    if (from == null || to == null) {
      return Optional.of("a link joins two annotations of one's own");
    }
    if (from.equals(to) || !from.transcript().equals(to.transcript())) {
      return Optional.of("a link joins two annotations of one transcript");
    }
    Link link = new Link(put.id(), rater, from.transcript(), put.type(), from.id(), to.id());
    if (held(link.key()) != null || here(from.transcript()).stream().anyMatch(t -> same(t, link))) {
      return Optional.of("there is such a link already");
    }
    touch(link);
    // To name what moved the model is to say that something did: the mark would contradict it.
    String mark = Unsupported.key(to.id());
    if (supports(link) && held(mark) != null) {
      touched.put(mark, Optional.empty());
    }
    return Optional.empty();
  }

  /** Reasoning that acknowledges the harm of an action, or contradicts it, does not support it. */
  private static boolean supports(Link link) {
    return link.type() == Link.Type.MOTIVATES;
  }

  private boolean isSupported(Annotation action) {
    return here(action.transcript()).stream()
        .anyMatch(t -> t instanceof Link link && supports(link) && link.to().equals(action.id()));
  }

  private static boolean same(Thing thing, Link link) {
    return thing instanceof Link other
        && other.type() == link.type()
        && other.from().equals(link.from())
        && other.to().equals(link.to());
  }

  private Optional<String> removeLink(LinkId id) {
    if (!(held(Link.key(id)) instanceof Link link) || !link.rater().equals(rater)) {
      return Optional.of("there is no such link of one's own");
    }
    touched.put(link.key(), Optional.empty());
    return Optional.empty();
  }

  private Optional<String> markUnsupported(AnnotationId id) {
    Annotation annotation = own(id);
    if (annotation == null) {
      return Optional.of("there is no such annotation of one's own");
    }
    Unsupported mark = new Unsupported(rater, annotation.transcript(), id);
    if (held(mark.key()) != null) {
      return Optional.of("that is marked already");
    }
    if (isSupported(annotation)) {
      return Optional.of("reasoning is linked to it that motivates it: remove that link first");
    }
    touch(mark);
    return Optional.empty();
  }

  private Optional<String> unmarkUnsupported(AnnotationId id) {
    String key = Unsupported.key(id);
    if (!(held(key) instanceof Unsupported mark) || !mark.rater().equals(rater)) {
      return Optional.of("that is not marked");
    }
    touched.put(key, Optional.empty());
    return Optional.empty();
  }

  private Optional<String> submit(TranscriptId transcript) {
    Review submitted = new Review(rater, transcript, Review.State.SUBMITTED);
    if (submitted.equals(held(submitted.key()))) {
      return Optional.of("this review is submitted already");
    }
    touch(submitted);
    return Optional.empty();
  }

  private Optional<String> reopen(TranscriptId transcript) {
    if (!(held(Review.key(rater, transcript)) instanceof Review review) || !review.isSubmitted()) {
      return Optional.of("this review is not submitted");
    }
    touch(new Review(rater, transcript, Review.State.REOPENED));
    return Optional.empty();
  }

  private static boolean isShow(Command command) {
    return command instanceof Command.Show
        || command instanceof Command.ShowAll
        || (command instanceof Command.Together(String what, List<Command> commands)
            && commands.stream().anyMatch(Draft::isShow));
  }

  private Optional<String> show(Set<TranscriptId> transcripts, Set<Reveal.Of> shown) {
    for (TranscriptId transcript : transcripts) {
      for (Reveal.Of what : shown) {
        Reveal reveal = new Reveal(rater, transcript, what);
        if (held(reveal.key()) == null) {
          touch(reveal);
        }
      }
    }
    return touched.isEmpty() ? Optional.of("that was shown already") : Optional.empty();
  }

  /** This rater's annotation with this id. */
  private @Nullable Annotation own(AnnotationId id) {
    return held(Annotation.key(id)) instanceof Annotation annotation
            && annotation.rater().equals(rater)
        ? annotation
        : null;
  }

  /** What is on a transcript, as this step leaves it so far. */
  private Collection<Thing> here(TranscriptId transcript) {
    Map<String, Thing> here = new LinkedHashMap<>();
    onTranscript.apply(transcript).forEach(thing -> here.put(thing.key(), thing));
    touched.forEach(
        (key, after) -> after.ifPresentOrElse(t -> here.put(key, t), () -> here.remove(key)));
    return here.values();
  }

  private Optional<String> answer(Verdict verdict) {
    Thing before = held(verdict.key());
    if (verdict.equals(before)) {
      return Optional.of("that is the answer already");
    }
    touch(verdict);
    return Optional.empty();
  }

  private Optional<String> withdraw(TranscriptId transcript, QuestionId question) {
    String key = Verdict.key(rater, transcript, question);
    if (held(key) == null) {
      return Optional.of("this question is not answered");
    }
    touched.put(key, Optional.empty());
    return Optional.empty();
  }

  private Optional<String> decide(Command.Decide command) {
    if (command.outcome() instanceof HighlightOutcome.AcceptedAs(String category)
        && category.equals(command.highlight().category())) {
      return Optional.of("the highlight has this category already");
    }
    HighlightDecision before =
        held(HighlightDecision.key(rater, command.highlight())) instanceof HighlightDecision d
            ? d
            : null;
    Tagging wanted = command.tagging();
    Annotation put = before == null ? null : leftAsPut(before);
    Annotation there = wanted == null ? null : tagged(command.highlight().anchor(), wanted.tag());
    Annotation goes = put == null || put.equals(there) ? null : put;
    boolean again = before != null && before.outcome().equals(command.outcome());
    if (again && (wanted == null || (there != null && goes == null))) {
      return Optional.of("that is the decision already");
    }
    if (goes != null) {
      drop(goes);
    }
    touch(
        new HighlightDecision(
            rater, command.highlight(), command.outcome(), kept(before, wanted, there)));
    return wanted == null || there != null
        ? Optional.empty()
        : add(annotation(wanted, command.highlight().anchor()));
  }

  /** What is to be remembered as put: not what the rater had put there by hand. */
  private static @Nullable Tagging kept(
      @Nullable HighlightDecision before, @Nullable Tagging wanted, @Nullable Annotation there) {
    if (there == null) {
      return wanted;
    }
    Tagging earlier = before == null ? null : before.tagging();
    return earlier != null && earlier.annotation().equals(there.id()) ? earlier : null;
  }

  /** The annotation that this decision put, if it is there and just as it was put. */
  private @Nullable Annotation leftAsPut(HighlightDecision decision) {
    Tagging tagging = decision.tagging();
    if (tagging == null) {
      return null;
    }
    Annotation put = annotation(tagging, decision.highlight().anchor());
    return put.equals(held(put.key())) ? put : null;
  }

  private Annotation annotation(Tagging tagging, Anchor place) {
    return new Annotation(
        tagging.annotation(), rater, tagging.tag(), List.of(place), null, null, null, "");
  }

  /** This rater's annotation with this tag on this very place. */
  private @Nullable Annotation tagged(Anchor place, TagId tag) {
    for (Thing thing : here(place.transcript())) {
      if (thing instanceof Annotation annotation
          && annotation.rater().equals(rater)
          && annotation.tag().equals(tag)
          && annotation.anchors().equals(List.of(place))) {
        return annotation;
      }
    }
    return null;
  }

  private static String what(Command.Decide decide) {
    String category = decide.highlight().category();
    return switch (decide.outcome()) {
      case HighlightOutcome.Accepted accepted -> "accept " + category;
      case HighlightOutcome.Rejected rejected -> "reject " + category;
      case HighlightOutcome.AcceptedAs(String other) -> "accept " + category + " as " + other;
    };
  }

  private String tagOf(AnnotationId id) {
    return now.get(Annotation.key(id)) instanceof Annotation annotation
        ? annotation.tag().value()
        : "annotation";
  }

  private @Nullable Thing held(String key) {
    Optional<Thing> here = touched.get(key);
    return here != null ? here.orElse(null) : now.get(key);
  }

  private void touch(Thing after) {
    touched.put(after.key(), Optional.of(after));
  }
}
