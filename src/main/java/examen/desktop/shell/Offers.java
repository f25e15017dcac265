package examen.desktop.shell;

import examen.codebook.Codebook;
import examen.codebook.Tag;
import examen.desktop.commands.Entry;
import examen.desktop.commands.KeySheetViewModel;
import examen.desktop.fx.Action;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Keys;
import examen.desktop.fx.Texts;
import examen.desktop.queue.QueueRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that can be done in the window, in one list. */
final class Offers {
  private final ReviewViewModel review;
  private final List<Tag> tags;
  private final List<Action> actions;
  private final Keymap keymap;
  private final Texts texts;

  Offers(ReviewViewModel review, List<Action> actions, Keymap keymap, Texts texts) {
    this.review = review;
    Codebook codebook = review.inspector().codebookProperty().get();
    this.tags = codebook == null ? List.of() : codebook.tags();
    this.actions = List.copyOf(actions);
    this.keymap = keymap;
    this.texts = texts;
  }

  List<Action> actions() {
    return actions;
  }

  /** The tags that have a key, for the key sheet. */
  List<KeySheetViewModel.Line> tagKeys() {
    return tags.stream()
        .flatMap(
            tag ->
                tag.keyIfAny().stream()
                    .map(key -> new KeySheetViewModel.Line(tag.name(), List.of(key))))
        .toList();
  }

  /** The name of the tag that has this key. */
  Optional<String> tagWith(Keys keys) {
    return tags.stream()
        .filter(tag -> tag.keyIfAny().filter(keys::is).isPresent())
        .map(Tag::name)
        .findFirst();
  }

  /** What the palette offers: actions, then tags, then transcripts. */
  List<Entry> entries() {
    return Stream.of(
            actions.stream().map(this::entry),
            tags.stream().map(this::entry),
            review.queue().rows().stream().map(this::entry))
        .flatMap(entries -> entries)
        .toList();
  }

  private Entry entry(Action action) {
    String keys = keymap.of(action).stream().map(Keys::shown).collect(Collectors.joining("  "));
    return new Entry(
        "action:" + action.id(),
        texts.get(action.text()),
        texts.get("actions." + action.group().wire()),
        keys,
        action.refusal(),
        () -> {
          goTo(action);
          action.run().run();
        });
  }

  /** What has its sense in one workspace is done there. */
  private void goTo(Action action) {
    switch (action.group().place()) {
      case REVIEW -> review.shell().workspaceProperty().set(Workspace.REVIEW);
      case CODEBOOK -> review.shell().workspaceProperty().set(Workspace.CODEBOOK);
      case FINDINGS -> review.shell().workspaceProperty().set(Workspace.FINDINGS);
      case EVERYWHERE -> {}
    }
  }

  private Entry entry(Tag tag) {
    return new Entry(
        "tag:" + tag.id().value(),
        texts.get("palette.tag", tag.name()),
        tag.id().value(),
        tag.keyIfAny().orElse(""),
        this::refusalToTag,
        () -> {
          review.shell().workspaceProperty().set(Workspace.REVIEW);
          review.put(tag.id());
        });
  }

  private String refusalToTag() {
    if (review.warning().coveringProperty().get()) {
      return texts.get("warning.action");
    }
    boolean can = review.deciding().choosingProperty().get() || !review.placesToTag().isEmpty();
    return can ? "" : texts.get("review.nothing-selected");
  }

  private Entry entry(QueueRow row) {
    return new Entry(
        "transcript:" + row.id(),
        texts.get("palette.transcript", row.title()),
        row.id() + " " + row.detail(),
        "",
        () -> "",
        () -> {
          review.shell().workspaceProperty().set(Workspace.REVIEW);
          review.queue().select(row.id());
        });
  }
}
