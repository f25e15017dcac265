package examen.desktop.shell;

import examen.app.Choices;
import examen.app.JudgedHighlight;
import examen.app.Judging;
import examen.codebook.Codebook;
import examen.codebook.TagId;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.HighlightActions;
import examen.desktop.reader.Layer;
import examen.desktop.reader.ReaderViewModel;
import examen.highlight.Category;
import examen.highlight.FoundBy;
import examen.highlight.Highlight;
import examen.rating.AnnotationId;
import examen.rating.Command;
import examen.rating.HighlightRef;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** A rater's decisions on highlights: on the one at the caret, or on all that its rule found. */
final class Deciding implements HighlightActions {
  private final ReaderViewModel reader;
  private final Consumer<Supplier<Command>> act;
  private final Consumer<String> problem;
  private final Texts texts;
  private final Codebook codebook;
  private final Judging judging;
  private final BooleanProperty choosing = new SimpleBooleanProperty();

  /**
   * What decisions are made with.
   *
   * @param codebook whose tags are put by accepting
   * @param act has a command made and done
   * @param problem says in one line why nothing is done
   */
  record Means(
      Codebook codebook,
      Supplier<AnnotationId> ids,
      Consumer<Supplier<Command>> act,
      Consumer<String> problem) {}

  Deciding(ReaderViewModel reader, Means means, Texts texts) {
    this.reader = reader;
    this.act = means.act();
    this.problem = means.problem();
    this.texts = texts;
    codebook = means.codebook();
    judging = new Judging(codebook, means.ids());
    reader
        .highlightProperty()
        .addListener(
            (property, before, now) -> {
              if (!isSame(before, now)) {
                choosing.set(false);
              }
            });
  }

  /** Whether tags and categories are offered of which one is to be chosen. */
  BooleanProperty choosingProperty() {
    return choosing;
  }

  @Override
  public void accept() {
    decide(judging::accept);
  }

  @Override
  public void reject() {
    decide(judging::reject);
  }

  @Override
  public void choose() {
    if (reader.highlightProperty().get() == null) {
      problem.accept(texts.get("review.no-highlight"));
    } else {
      choosing.set(!choosing.get());
    }
  }

  @Override
  public void acceptAs(Category category) {
    decide(highlight -> judging.acceptAs(highlight, category));
  }

  @Override
  public void acceptWith(TagId tag) {
    decide(highlight -> judging.acceptWith(highlight, tag));
  }

  @Override
  public void acceptAll() {
    decideAll(judging::accept, "accept");
  }

  @Override
  public void rejectAll() {
    decideAll(judging::reject, "reject");
  }

  /** Chooses the tag or the category that has this key, if one is being chosen. */
  boolean chose(String key) {
    if (!choosing.get()) {
      return false;
    }
    Category category = Choices.of(codebook).categories().get(key);
    if (category != null) {
      acceptAs(category);
      return true;
    }
    var tag = codebook.tagForKey(key);
    tag.ifPresent(t -> acceptWith(t.id()));
    return tag.isPresent();
  }

  /** Chooses nothing after all; whether something was being chosen. */
  boolean choseNone() {
    boolean was = choosing.get();
    choosing.set(false);
    return was;
  }

  /** Hides the layer of what the highlight at the caret shows, or of who points at it. */
  void hideLayer() {
    JudgedHighlight highlight = reader.highlightProperty().get();
    if (highlight == null) {
      problem.accept(texts.get("review.no-highlight"));
    } else {
      Layer layer = Layer.of(highlight);
      if (!reader.marking().hiddenProperty().get().contains(layer)) {
        reader.marking().toggle(layer);
      }
    }
  }

  private void decide(Function<HighlightRef, Command> decision) {
    choosing.set(false);
    JudgedHighlight highlight = reader.highlightProperty().get();
    if (highlight == null) {
      problem.accept(texts.get("review.no-highlight"));
    } else {
      act.accept(() -> decision.apply(highlight.ref()));
    }
  }

  /** What was decided one by one, or has a tag, stays; it was looked at. */
  private void decideAll(Function<HighlightRef, Command> decision, String word) {
    choosing.set(false);
    JudgedHighlight at = reader.highlightProperty().get();
    if (at == null) {
      problem.accept(texts.get("review.no-highlight"));
      return;
    }
    List<HighlightRef> all =
        reader.marking().judged().stream()
            .filter(h -> h.isUndecided() && isOfOneRule(h.highlight(), at.highlight()))
            .map(JudgedHighlight::ref)
            .distinct()
            .toList();
    if (all.isEmpty()) {
      problem.accept(texts.get("review.rule-is-decided"));
    } else {
      String what = "%s all %d of %s".formatted(word, all.size(), name(at.highlight()));
      act.accept(() -> new Command.Together(what, all.stream().map(decision).toList()));
    }
  }

  private static boolean isOfOneRule(Highlight one, Highlight other) {
    return switch (one.foundBy()) {
      case FoundBy.Rule rule -> rule.equals(other.foundBy());
      case FoundBy.Classifier by ->
          other.foundBy() instanceof FoundBy.Classifier also
              && by.run().equals(also.run())
              && by.label().equals(also.label());
    };
  }

  private static String name(Highlight highlight) {
    return switch (highlight.foundBy()) {
      case FoundBy.Rule rule -> rule.rule();
      case FoundBy.Classifier by -> highlight.kind().wire() + " by " + by.run().name();
    };
  }

  private static boolean isSame(@Nullable JudgedHighlight one, @Nullable JudgedHighlight other) {
    return one != null && other != null && one.highlight().equals(other.highlight());
  }
}
