package examen.desktop.codebook;

import examen.app.OwnDecisions;
import examen.app.RuleDecisions;
import examen.app.RuleFile;
import examen.app.Workbench;
import examen.desktop.fx.Covering;
import examen.desktop.fx.Delay;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Pause;
import examen.desktop.fx.Texts;
import examen.highlight.Category;
import examen.highlight.HighlightRule;
import examen.highlight.RuleChanges;
import examen.highlight.RulePack;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The rules of a project: listed, counted, written and stored. */
public final class CodebookViewModel implements AutoCloseable {
  private final Workbench workbench;
  private final RaterId rater;
  private final FxWork work;
  private final Texts texts;
  private final Outside outside;
  private final CountViewModel counting;
  private final RuleEditorViewModel editor;
  private final RuleListViewModel list = new RuleListViewModel();
  private final ReadOnlyObjectWrapper<@Nullable String> selected = new ReadOnlyObjectWrapper<>();
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty note = new SimpleStringProperty("");
  private final UnsavedViewModel unsaved = new UnsavedViewModel();
  private @Nullable RulePack pack;
  private RuleDecisions decisions = RuleDecisions.NONE;
  private RuleDraft draft = RuleDraft.NONE;
  private boolean usable = true;

  /** What goes on outside this workspace. */
  public interface Outside {
    /** Shows this place of a transcript where transcripts are read. */
    void open(Anchor place);

    /** The rules find something else from now on. */
    void changed();

    /** Leaves for where transcripts are read. */
    void back();

    /** Of which transcripts no words are shown. */
    Covering covering();
  }

  /**
   * What the workspace works with.
   *
   * @param delay puts off the test of a rule until nothing was typed for a while
   * @param nanos a clock for the pace at which the screen is told
   */
  public record Tools(FxWork work, Texts texts, Delay delay, LongSupplier nanos) {
    /** How long nothing must have been typed before a rule is tried, in milliseconds. */
    private static final int PAUSE = 300;

    /** Those of a window. */
    public Tools(FxWork work, Texts texts) {
      this(work, texts, new Pause(PAUSE), System::nanoTime);
    }
  }

  public CodebookViewModel(Workbench workbench, RaterId rater, Tools tools, Outside outside) {
    this.workbench = workbench;
    this.rater = rater;
    this.work = tools.work();
    this.texts = tools.texts();
    this.outside = outside;
    counting = new CountViewModel(workbench, work, tools.nanos());
    editor = new RuleEditorViewModel(workbench, rater, tools, this::edited);
    counting.figuresProperty().addListener((property, before, now) -> refresh());
  }

  public RuleListViewModel list() {
    return list;
  }

  /** Key of the rule that is shown beside the table; null where none is. */
  public ReadOnlyObjectProperty<@Nullable String> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** What is not saved, and what is asked about it. */
  public UnsavedViewModel unsaved() {
    return unsaved;
  }

  /** One line that says what went wrong; empty where nothing did. */
  public StringProperty problemProperty() {
    return problem;
  }

  /** One line that says what was done; empty where there is nothing to say. */
  public StringProperty noteProperty() {
    return note;
  }

  public CountViewModel counting() {
    return counting;
  }

  public RuleEditorViewModel editor() {
    return editor;
  }

  /** Whether the rules can be changed one by one: not where those stored cannot be used. */
  boolean isUsable() {
    return usable;
  }

  private record Loaded(
      RulePack pack, RuleChanges changes, Optional<String> problem, RuleDecisions decisions) {}

  /** Takes in what the project changes and what was decided, and counts what was not counted. */
  public void open() {
    RulePack known = pack;
    work.query(
        "codebook",
        () ->
            new Loaded(
                known == null ? RuleFile.pack() : known,
                workbench.rules().changes(),
                workbench.rules().problem(),
                OwnDecisions.of(workbench, rater)),
        this::opened);
  }

  private void opened(Loaded loaded) {
    pack = loaded.pack();
    decisions = loaded.decisions();
    usable = loaded.problem().isEmpty();
    loaded.problem().ifPresent(why -> problem.set(texts.get("rules.unusable", why)));
    if (!draft.isDirty()) {
      draft = RuleDraft.of(loaded.changes());
    }
    refresh();
    if (selected.get() == null && !list.rows().isEmpty()) {
      select(list.rows().getFirst().key());
    }
    counting.start();
  }

  /** Shows this rule beside the table. */
  public void select(@Nullable String key) {
    RuleRow row = list.row(key).orElse(null);
    if (row != null && !row.key().equals(selected.get())) {
      selected.set(row.key());
      showSelected();
    }
  }

  private void showSelected() {
    RuleRow row = list.row(selected.get()).orElse(null);
    if (row == null) {
      editor.show(null, null, null);
    } else {
      RuleText text = draft.own().get(row.key());
      HighlightRule comes = builtIn(row.key()).orElse(null);
      HighlightRule stored = draft.storedRule(row.key()).orElse(comes);
      RuleText shows = text == null && comes != null ? RuleText.of(comes) : text;
      editor.setWanting(text == null ? List.of() : wanting(row.key(), text));
      editor.show(row, shows, stored);
    }
  }

  /** Whether the rule beside the table is the project's own. */
  boolean isEditable() {
    String key = selected.get();
    return key != null && draft.own().containsKey(key);
  }

  /** Switches a rule off, or on again. */
  public void toggle(String key) {
    put(draft.switched(key));
  }

  /** Begins a rule of the project's own, of the category that is looked at. */
  public void begin() {
    RuleRow row = list.row(selected.get()).orElse(null);
    Category chosen = list.categoryProperty().get();
    Category of =
        chosen != null ? chosen : row == null ? Category.STATES_EVALUATION : row.category();
    String key = draft.newKey();
    list.filterProperty().set("");
    put(draft.with(key, RuleText.empty(of)));
    select(key);
  }

  /** Takes a rule of the project's own away; one that stood in its place comes back. */
  public void remove(String key) {
    if (draft.own().containsKey(key)) {
      boolean comesBack = builtIn(key).isPresent();
      String beside = list.beside(key).map(RuleRow::key).orElse(null);
      put(comesBack ? draft.restored(key) : draft.removed(key));
      if (!comesBack) {
        selected.set(beside);
      }
      showSelected();
    }
  }

  /** Puts a rule of the project's own, so far the same, in the place of the one that is shown. */
  void changeSelected() {
    String key = selected.get();
    if (key != null && builtIn(key).isPresent()) {
      put(draft.with(key, RuleText.of(builtIn(key).orElseThrow())));
      showSelected();
    }
  }

  void removeSelected() {
    String key = selected.get();
    if (key != null) {
      remove(key);
    }
  }

  private void edited(RuleText text) {
    String key = selected.get();
    if (key != null && draft.own().containsKey(key)) {
      editor.setWanting(wanting(key, text));
      put(draft.with(key, text));
    }
  }

  private List<FieldMistake> wanting(String key, RuleText text) {
    boolean takesOther =
        draft.with(key, text).isTwice(key)
            || (!text.id().strip().equals(key) && builtIn(text.id().strip()).isPresent());
    return FieldMistake.wanting(text, takesOther, texts);
  }

  private void put(RuleDraft next) {
    draft = next;
    note.set("");
    refresh();
  }

  /** Stores all changes as a whole, or none of them. */
  public void save() {
    if (!draft.isDirty()) {
      return;
    }
    Optional<String> wrong =
        draft.own().entrySet().stream()
            .filter(entry -> !wanting(entry.getKey(), entry.getValue()).isEmpty())
            .map(Map.Entry::getKey)
            .findFirst();
    if (wrong.isPresent()) {
      refuse(wrong.get(), texts.get("rules.refused", nameOf(wrong.get())));
      return;
    }
    RuleDraft saving = draft;
    work.command(() -> Stored.in(workbench, saving), outcome -> stored(saving, outcome));
  }

  private void stored(RuleDraft saved, Stored outcome) {
    RuleChanges now = outcome.changes();
    if (now == null) {
      refuse(keyIn(outcome.refused()), outcome.refused());
      return;
    }
    usable = true;
    problem.set("");
    String id = selected.get() == null ? "" : draft.id(selected.get());
    boolean same = draft.equals(saved);
    draft = same ? RuleDraft.of(now) : draft.over(now);
    refresh();
    if (same && list.row(id).isPresent()) {
      selected.set(id);
      showSelected();
    }
    note.set(texts.get("rules.saved"));
    counting.start();
    outside.changed();
    if (same) {
      unsaved.saved();
    } else {
      unsaved.stay();
    }
  }

  /** The rule that a refusal is about, if it names one. */
  private @Nullable String keyIn(String refusal) {
    return draft.own().keySet().stream()
        .filter(key -> refusal.startsWith("rule " + draft.id(key) + ","))
        .findFirst()
        .orElse(null);
  }

  private void refuse(@Nullable String key, String why) {
    unsaved.stay();
    problem.set(why);
    if (key != null) {
      select(key);
    }
  }

  private String nameOf(String key) {
    String id = draft.id(key);
    return id.isEmpty() ? texts.get("rules.unnamed") : id;
  }

  /** Gives up what was not saved. */
  public void revert() {
    draft = RuleDraft.of(draft.stored());
    problem.set("");
    note.set("");
    refresh();
    if (list.row(selected.get()).isEmpty()) {
      selected.set(list.rows().isEmpty() ? null : list.rows().getFirst().key());
    }
    showSelected();
    unsaved.saved();
  }

  /** Takes what a file says in place of all changes; it is stored when it is saved. */
  public void take(Path file) {
    work.query("rules-file", () -> Stored.from(file), this::taken);
  }

  private void taken(Stored outcome) {
    RuleChanges changes = outcome.changes();
    if (changes == null) {
      problem.set(outcome.refused());
      return;
    }
    usable = true;
    problem.set("");
    put(RuleDraft.of(changes).over(draft.stored()));
    note.set(texts.get("rules.taken-in"));
    showSelected();
  }

  /** Writes what the project changes, as it is stored, to a new file. */
  public void write(Path file) {
    RuleChanges changes = draft.stored();
    work.command(() -> Stored.to(file, changes), this::written);
  }

  private void written(Stored outcome) {
    problem.set(outcome.refused());
    note.set(outcome.refused().isEmpty() ? texts.get("rules.exported") : "");
  }

  /** What goes on outside this workspace. */
  Outside outside() {
    return outside;
  }

  /** Asks what is under way to stop, as the window is being closed. */
  @Override
  public void close() {
    counting.stop();
    editor.close();
  }

  private Optional<HighlightRule> builtIn(String key) {
    RulePack known = pack;
    return known == null
        ? Optional.empty()
        : known.rules().stream().filter(rule -> rule.id().equals(key)).findFirst();
  }

  private void refresh() {
    RulePack known = pack;
    if (known != null) {
      unsaved.set(draft.dirty());
      list.set(
          new RuleRows(known, draft, counting.figuresProperty().get(), decisions).all(),
          selected.get());
      list.row(selected.get()).ifPresent(editor::setRow);
    }
  }
}
