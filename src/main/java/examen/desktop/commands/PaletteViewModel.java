package examen.desktop.commands;

import examen.desktop.fx.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** The command palette: what can be done, and where one can go, by typing some of its words. */
public final class PaletteViewModel extends Palette<Entry> {
  /** More lines than anybody would look through. */
  static final int MOST = 60;

  private static final int REMEMBERED = 12;

  private final Supplier<List<Entry>> source;
  private final List<String> recent = new ArrayList<>();
  private List<Entry> entries = List.of();

  /**
   * @param source all that there is, asked whenever the palette opens
   */
  public PaletteViewModel(Supplier<List<Entry>> source) {
    this.source = source;
  }

  @Override
  public void open() {
    entries = List.copyOf(source.get());
    super.open();
  }

  /** Does the chosen line and puts the palette away; one that is refused stays. */
  public void run() {
    chosen().ifPresent(this::run);
  }

  /** Does this line, unless it is refused. */
  public void run(Entry entry) {
    if (entry.refusal().get().isEmpty()) {
      recent.remove(entry.id());
      recent.addFirst(entry.id());
      if (recent.size() > REMEMBERED) {
        recent.removeLast();
      }
      close();
      entry.run().run();
    }
  }

  /** Among equals, what was done last comes first. */
  @Override
  protected List<Entry> fitting(String words) {
    record Scored(Entry entry, int score) {}
    return entries.stream()
        .map(entry -> new Scored(entry, Match.of(words, entry)))
        .filter(scored -> scored.score() != Match.NONE)
        .sorted(
            Comparator.comparingInt((Scored scored) -> -scored.score())
                .thenComparingInt(scored -> age(scored.entry())))
        .limit(MOST)
        .map(Scored::entry)
        .toList();
  }

  private int age(Entry entry) {
    int at = recent.indexOf(entry.id());
    return at < 0 ? REMEMBERED : at;
  }
}
