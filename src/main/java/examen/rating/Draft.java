package examen.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a step in the making, over what holds now; later commands see what earlier ones
 * did.
 */
final class Draft {
  private final Map<String, Thing> now;
  private final Map<String, Optional<Thing>> touched = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final RaterId rater;

  Draft(Map<String, Thing> now, RaterId rater) {
    this.now = now;
    this.rater = rater;
  }

  List<Change> changes() {
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
      case Command.Together together ->
          together.commands().stream().map(this::take).flatMap(Optional::stream).findFirst();
      case Command.Undo undo -> Optional.of("an undo is a step of its own");
      case Command.Redo redo -> Optional.of("a redo is a step of its own");
    };
  }

  String what(Command command) {
    return switch (command) {
      case Command.PutTag put -> "tag " + put.tag();
      case Command.Edit edit -> "edit " + edit.after().tag();
      case Command.Remove remove ->
          changes.getFirst() instanceof Change.Removed(Annotation before)
              ? "remove " + before.tag()
              : "remove";
      case Command.Answer answer -> "answer " + answer.question() + ": " + answer.answer();
      case Command.Together together -> together.what();
      case Command.Undo undo -> "undo";
      case Command.Redo redo -> "redo";
    };
  }

  private Optional<String> add(Annotation annotation) {
    if (held(annotation.key()) != null) {
      return Optional.of("there is an annotation " + annotation.id() + " already");
    }
    note(new Change.Added(annotation), annotation);
    return Optional.empty();
  }

  private Optional<String> edit(Annotation after) {
    Thing before = held(after.key());
    if (!(before instanceof Annotation annotation)) {
      return Optional.of("there is no such annotation");
    }
    if (!annotation.rater().equals(rater) || !after.rater().equals(rater)) {
      return Optional.of("this annotation is " + annotation.rater() + "'s");
    }
    if (!annotation.transcript().equals(after.transcript())) {
      return Optional.of("an annotation stays on its transcript");
    }
    if (annotation.equals(after)) {
      return Optional.of("nothing would change");
    }
    note(new Change.Replaced(annotation, after), after);
    return Optional.empty();
  }

  private Optional<String> remove(AnnotationId id) {
    Thing before = held(Annotation.key(id));
    if (!(before instanceof Annotation annotation)) {
      return Optional.of("there is no such annotation");
    }
    if (!annotation.rater().equals(rater)) {
      return Optional.of("this annotation is " + annotation.rater() + "'s");
    }
    note(new Change.Removed(annotation), null);
    return Optional.empty();
  }

  private Optional<String> answer(Verdict verdict) {
    Thing before = held(verdict.key());
    if (before == null) {
      note(new Change.Added(verdict), verdict);
    } else if (before.equals(verdict)) {
      return Optional.of("that is the answer already");
    } else {
      note(new Change.Replaced(before, verdict), verdict);
    }
    return Optional.empty();
  }

  private @Nullable Thing held(String key) {
    Optional<Thing> here = touched.get(key);
    return here != null ? here.orElse(null) : now.get(key);
  }

  private void note(Change change, @Nullable Thing after) {
    changes.add(change);
    touched.put(change.key(), Optional.ofNullable(after));
  }
}
