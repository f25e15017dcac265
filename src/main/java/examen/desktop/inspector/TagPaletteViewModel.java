package examen.desktop.inspector;

import examen.codebook.Codebook;
import examen.codebook.Tag;
import examen.codebook.TagId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Tags to be found by typing: those used last first, then as the codebook has them. */
public final class TagPaletteViewModel {
  private static final int MOST_RECENT = 8;

  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty typed = new SimpleStringProperty("");
  private final IntegerProperty chosen = new SimpleIntegerProperty();
  private final ObservableList<Tag> found = FXCollections.observableArrayList();
  private final Deque<TagId> recent = new ArrayDeque<>();
  private final Codebook codebook;
  private final Consumer<TagId> put;

  /**
   * @param put what is done with the tag that is chosen
   */
  public TagPaletteViewModel(Codebook codebook, Consumer<TagId> put) {
    this.codebook = codebook;
    this.put = put;
    typed.addListener((property, before, now) -> find());
  }

  /** Whether the palette is shown. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** What is typed to find a tag. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** Which of the tags that were found is the one that is put, from 0. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** The tags that fit what is typed. */
  public ObservableList<Tag> found() {
    return found;
  }

  /** Shows all tags. */
  public void open() {
    typed.set("");
    find();
    open.set(true);
  }

  public void close() {
    open.set(false);
  }

  /** Goes to the next tag, or with -1 to the one before; from the last to the first. */
  public void move(int by) {
    if (!found.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + by, found.size()));
    }
  }

  /** Puts the tag that is chosen; stays open where none is. */
  public void put() {
    if (chosen.get() < found.size()) {
      put(found.get(chosen.get()));
    }
  }

  public void put(Tag tag) {
    close();
    put.accept(tag.id());
  }

  /** Remembers that this tag was put. */
  public void used(TagId tag) {
    recent.remove(tag);
    recent.addFirst(tag);
    while (recent.size() > MOST_RECENT) {
      recent.removeLast();
    }
  }

  public boolean isRecent(Tag tag) {
    return recent.contains(tag.id());
  }

  /** The tag of which this is a sub-tag. */
  public Optional<Tag> parent(Tag tag) {
    TagId parent = tag.parent();
    return parent == null ? Optional.empty() : codebook.tag(parent);
  }

  private void find() {
    List<String> words =
        Arrays.stream(typed.get().toLowerCase(Locale.ROOT).strip().split("\\s+")).toList();
    List<TagId> last = new ArrayList<>(recent);
    Comparator<Tag> byUse =
        Comparator.comparingInt(
            tag -> last.contains(tag.id()) ? last.indexOf(tag.id()) : MOST_RECENT);
    Comparator<Tag> byFit = Comparator.comparing(tag -> !begins(tag, words.getFirst()));
    found.setAll(
        codebook.tags().stream()
            .filter(tag -> words.stream().allMatch(said(tag)::contains))
            .sorted(words.getFirst().isEmpty() ? byUse : byFit.thenComparing(byUse))
            .toList());
    chosen.set(0);
  }

  private static boolean begins(Tag tag, String word) {
    return tag.name().toLowerCase(Locale.ROOT).startsWith(word);
  }

  /** Name, id and the parent's name, in which the words are looked for. */
  private String said(Tag tag) {
    String parent = parent(tag).map(Tag::name).orElse("");
    return (tag.name() + "\n" + tag.id().value() + "\n" + parent).toLowerCase(Locale.ROOT);
  }
}
