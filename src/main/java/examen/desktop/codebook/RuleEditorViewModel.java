package examen.desktop.codebook;

import examen.app.RuleTrial;
import examen.app.RuleTrial.Findings;
import examen.app.TrialHit;
import examen.app.Workbench;
import examen.desktop.codebook.RuleText.LooksFor;
import examen.desktop.fx.Delay;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Job;
import examen.highlight.Category;
import examen.highlight.HighlightRule;
import examen.highlight.RuleMistake;
import examen.highlight.Scope;
import examen.rating.RaterId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The rule that is shown, as it is being written, and what comes of it. */
public final class RuleEditorViewModel {
  /** The screen is told no oftener, in nanoseconds. */
  private static final long PACE = 120_000_000;

  private final Workbench workbench;
  private final RaterId rater;
  private final FxWork work;
  private final Delay delay;
  private final LongSupplier nanos;
  private final Consumer<RuleText> edited;
  private final ReadOnlyObjectWrapper<@Nullable RuleRow> row = new ReadOnlyObjectWrapper<>();
  private final StringProperty id = new SimpleStringProperty("");
  private final ObjectProperty<Category> category =
      new SimpleObjectProperty<>(Category.STATES_EVALUATION);
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.SENTENCE);
  private final ObjectProperty<LooksFor> looksFor = new SimpleObjectProperty<>(LooksFor.WORDS);
  private final StringProperty cues = new SimpleStringProperty("");
  private final StringProperty patterns = new SimpleStringProperty("");
  private final StringProperty unless = new SimpleStringProperty("");
  private final StringProperty reason = new SimpleStringProperty("");
  private final StringProperty finds = new SimpleStringProperty("");
  private final StringProperty passes = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<FieldMistake>> mistakes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final HitsViewModel hits = new HitsViewModel();
  private Map<String, String> hidden = Map.of();
  private @Nullable HighlightRule stored;
  private List<FieldMistake> wanting = List.of();
  private boolean setting;
  private int said;
  private @Nullable Job job;

  /**
   * @param edited told what the rule says, whenever somebody changed it
   */
  RuleEditorViewModel(
      Workbench workbench,
      RaterId rater,
      CodebookViewModel.Tools tools,
      Consumer<RuleText> edited) {
    this.workbench = workbench;
    this.rater = rater;
    this.work = tools.work();
    this.delay = tools.delay();
    this.nanos = tools.nanos();
    this.edited = edited;
    for (Property<?> field :
        List.of(id, category, scope, looksFor, cues, patterns, unless, reason, finds, passes)) {
      field.addListener((property, before, now) -> changed());
    }
  }

  /** The rule that is shown; null where none is. */
  public ReadOnlyObjectProperty<@Nullable RuleRow> rowProperty() {
    return row.getReadOnlyProperty();
  }

  public StringProperty idProperty() {
    return id;
  }

  public ObjectProperty<Category> categoryProperty() {
    return category;
  }

  public ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  ObjectProperty<LooksFor> looksForProperty() {
    return looksFor;
  }

  /** Plain words and phrases, one a line. */
  public StringProperty cuesProperty() {
    return cues;
  }

  /** Patterns, one a line. */
  public StringProperty patternsProperty() {
    return patterns;
  }

  /** Patterns none of which may match, one a line. */
  public StringProperty unlessProperty() {
    return unless;
  }

  public StringProperty reasonProperty() {
    return reason;
  }

  /** Sentences that the rule must find, one a line. */
  public StringProperty findsProperty() {
    return finds;
  }

  /** Sentences in which the rule must find nothing, one a line. */
  public StringProperty passesProperty() {
    return passes;
  }

  /** What keeps the rule from being used. */
  ReadOnlyObjectProperty<List<FieldMistake>> mistakesProperty() {
    return mistakes.getReadOnlyProperty();
  }

  /** Whether nothing can be looked for by what stands in the fields. */
  boolean isBroken() {
    return mistakes.get().stream()
        .anyMatch(
            m -> m.field() == FieldMistake.Field.WORDS || m.field() == FieldMistake.Field.UNLESS);
  }

  public HitsViewModel hits() {
    return hits;
  }

  /**
   * Shows a rule, and what it finds.
   *
   * @param text null for one that has no words of its own
   * @param saved the rule as it is stored; null where it is not
   */
  void show(@Nullable RuleRow shown, @Nullable RuleText text, @Nullable HighlightRule saved) {
    stop();
    row.set(shown);
    stored = saved;
    set(text == null ? RuleText.empty(category.get()) : text);
    mistakes.set(List.of());
    hits.none();
    if (shown != null && text != null) {
      begin(text);
    }
  }

  /** Takes another row for the rule that is shown, such as with other counts. */
  void setRow(RuleRow shown) {
    row.set(shown);
  }

  /** Says what is wanting besides what is wrong in itself, such as that an id is another rule's. */
  void setWanting(List<FieldMistake> more) {
    wanting = more;
  }

  /** Adds the sentence of a hit to those that the rule must find. */
  public void mustFind(TrialHit hit) {
    finds.set(Lines.with(finds.get(), sentence(hit)));
  }

  /** Adds the sentence of a hit to those in which the rule must find nothing. */
  public void mustPass(TrialHit hit) {
    passes.set(Lines.with(passes.get(), sentence(hit)));
  }

  private static String sentence(TrialHit hit) {
    return hit.anchor().quote().strip().replaceAll("\\s+", " ");
  }

  /** Gives up what is under way, and what was to be begun. */
  void close() {
    stop();
    delay.close();
  }

  private void stop() {
    said++;
    if (job != null) {
      job.cancel();
      job = null;
    }
  }

  /** What stands in the fields. */
  RuleText text() {
    return new RuleText(
        id.get(),
        category.get(),
        scope.get(),
        looksFor.get(),
        cues.get(),
        patterns.get(),
        unless.get(),
        reason.get(),
        finds.get(),
        passes.get(),
        hidden);
  }

  private void set(RuleText text) {
    setting = true;
    hidden = text.hidden();
    id.set(text.id());
    category.set(text.category());
    scope.set(text.scope());
    looksFor.set(text.looksFor());
    cues.set(text.cues());
    patterns.set(text.patterns());
    unless.set(text.unless());
    reason.set(text.reason());
    finds.set(text.finds());
    passes.set(text.passes());
    setting = false;
  }

  private void changed() {
    if (setting || row.get() == null) {
      return;
    }
    RuleText text = text();
    edited.accept(text);
    begin(text);
  }

  /** What was looked for before is of no use any more, whatever comes of what is typed now. */
  private void begin(RuleText text) {
    stop();
    int mine = said;
    delay.then(
        () -> {
          if (mine == said) {
            look(mine, text);
          }
        });
  }

  private void look(int mine, RuleText text) {
    HighlightRule rule = text.rule();
    HighlightRule before = stored;
    hits.begin();
    job =
        work.job(
            running -> run(running, mine, rule, before),
            result -> end(mine, result),
            () -> end(mine, new Result(List.of(), Findings.NONE)));
  }

  /** What came of a rule. */
  private record Result(List<RuleMistake> mistakes, Findings findings) {}

  private Result run(Job running, int mine, HighlightRule rule, @Nullable HighlightRule before) {
    List<RuleMistake> wrong = RuleTrial.mistakes(workbench, rule);
    work.later(() -> tell(mine, wrong));
    boolean usable = wrong.stream().noneMatch(RuleEditorViewModel::isOfPattern);
    if (!usable || rule.cues().size() + rule.patterns().size() == 0) {
      return new Result(wrong, Findings.NONE);
    }
    RuleTrial trial = new RuleTrial(workbench, rule, before);
    int[] all = {0};
    long[] told = {nanos.getAsLong()};
    Findings found =
        trial.over(
            workbench,
            rater,
            (done, total, what) -> {
              all[0] = (int) total;
              return !running.cancelled();
            },
            soFar -> {
              if (nanos.getAsLong() - told[0] >= PACE) {
                told[0] = nanos.getAsLong();
                Findings now = soFar.findings(all[0]);
                work.later(() -> tell(mine, now));
              }
            });
    return new Result(wrong, found);
  }

  private static boolean isOfPattern(RuleMistake mistake) {
    return switch (mistake.place()) {
      case CUES, PATTERNS, UNLESS, RULE -> true;
      case FINDS, PASSES -> false;
    };
  }

  private void tell(int mine, Findings found) {
    if (mine == said) {
      hits.soFar(found);
    }
  }

  private void tell(int mine, List<RuleMistake> wrong) {
    if (mine == said) {
      List<FieldMistake> all = new ArrayList<>(wanting);
      all.addAll(FieldMistake.of(text(), wrong));
      mistakes.set(all);
    }
  }

  private void end(int mine, Result result) {
    if (mine == said) {
      hits.end(result.findings());
      job = null;
    }
  }
}
