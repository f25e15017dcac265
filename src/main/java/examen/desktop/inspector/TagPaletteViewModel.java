package examen.desktop.inspector;

import examen.codebook.Codebook;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.desktop.fx.Palette;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Tags to be found by typing: those used last first, then as the codebook has them. */
public final class TagPaletteViewModel extends Palette<Tag> {
  private static final int MOST_RECENT = 8;

  private final Deque<TagId> recent = new ArrayDeque<>();
  private final Codebook codebook;
  private final Consumer<TagId> put;

  /**
   * @param put what is done with the tag that is chosen
   */
  public TagPaletteViewModel(Codebook codebook, Consumer<TagId> put) {
    this.codebook = codebook;
    this.put = put;
  }

  /** Puts the tag that is chosen; stays open where none is. */
  public void put() {
    chosen().ifPresent(this::put);
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

  @Override
  protected List<Tag> fitting(String typed) {
    List<String> words =
        Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+")).toList();
    List<TagId> last = new ArrayList<>(recent);
    Comparator<Tag> byUse =
        Comparator.comparingInt(
            tag -> last.contains(tag.id()) ? last.indexOf(tag.id()) : MOST_RECENT);
    Comparator<Tag> byFit = Comparator.comparing(tag -> !begins(tag, words.getFirst()));
    return codebook.tags().stream()
        .filter(tag -> words.stream().allMatch(said(tag)::contains))
        .sorted(words.getFirst().isEmpty() ? byUse : byFit.thenComparing(byUse))
        .toList();
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
