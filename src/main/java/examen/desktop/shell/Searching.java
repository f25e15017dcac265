package examen.desktop.shell;

import static examen.desktop.fx.ActionGroup.FIND;
import static examen.desktop.fx.ActionGroup.GO;

import examen.app.Workbench;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.desktop.fx.Action;
import examen.desktop.fx.Texts;
import examen.desktop.queue.FilterViewModel;
import examen.desktop.queue.QueueRow;
import examen.desktop.queue.QueueViewModel;
import examen.desktop.queue.TallyViewModel;
import examen.desktop.reader.FindViewModel;
import examen.desktop.search.SearchViewModel;
import examen.rating.RaterId;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Set;

/** What is looked for: words in the transcript, in the project, and transcripts in the queue. */
public final class Searching {
  private final FindViewModel find;
  private final SearchViewModel search;
  private final FilterViewModel filter;
  private final RulePlaces.Panels panels;
  private final Texts texts;
  private Runnable onLeave = () -> {};
  private Runnable onQueueWords = () -> {};

  Searching(Session session, RulePlaces.Panels panels, RulePlaces places, Texts texts) {
    this.panels = panels;
    this.texts = texts;
    Workbench workbench = session.workbench();
    RaterId rater = session.rater();
    find = new FindViewModel(panels.reader(), session.work());
    find.setOnLeave(this::leave);
    search =
        new SearchViewModel(
            new SearchViewModel.Means(
                workbench.search(rater),
                places::open,
                this::makeQueue,
                hit ->
                    panels
                        .queue()
                        .row(hit.anchor().transcript())
                        .map(QueueRow::title)
                        .orElse(hit.title()),
                panels.covering(),
                this::leave),
            session.work());
    TallyViewModel tallies =
        new TallyViewModel(
            (known, goOn) ->
                known.goOn(workbench, rater, (done, total, what) -> goOn.getAsBoolean()),
            session.work(),
            System::nanoTime);
    filter =
        new FilterViewModel(
            panels.queue(),
            new FilterViewModel.Means(kept(workbench, rater), tallies, id -> tag(workbench, id)),
            session.work(),
            texts);
    panels
        .shell()
        .undecidedProperty()
        .addListener((property, before, now) -> decided(tallies, now.intValue()));
  }

  private static FilterViewModel.Kept kept(Workbench workbench, RaterId rater) {
    var filters = workbench.filters(rater);
    return new FilterViewModel.Kept(filters::all, filters::keep, filters::remove);
  }

  private static String tag(Workbench workbench, String id) {
    return workbench.codebook().tag(new TagId(id)).map(Tag::name).orElse(id);
  }

  private void decided(TallyViewModel tallies, int undecided) {
    Transcript shown = panels.reader().transcriptProperty().get();
    if (shown != null) {
      tallies.decided(shown.id(), undecided);
    }
  }

  /** Finding words in the transcript. */
  public FindViewModel find() {
    return find;
  }

  /** Finding words in the project. */
  public SearchViewModel search() {
    return search;
  }

  /** Choosing what the queue shows. */
  public FilterViewModel filter() {
    return filter;
  }

  /** Called when the keyboard ought to be put back into the transcript. */
  void setOnLeave(Runnable action) {
    onLeave = action;
  }

  /** Called when the keyboard ought to be put where the queue's words are typed. */
  void setOnQueueWords(Runnable action) {
    onQueueWords = action;
  }

  List<Action> actions() {
    QueueViewModel queue = panels.queue();
    return List.of(
        Action.of("find", find::ask, "Shortcut+F").in(FIND),
        Action.of("next-find", find::next, "F3").in(FIND),
        Action.of("previous-find", find::previous, "Shift+F3").in(FIND),
        Action.of("find-project", this::ask, "Shortcut+Shift+F").in(GO),
        Action.of("next-hit", () -> search.step(1), "F4").in(FIND).unless(this::noHits),
        Action.of("previous-hit", () -> search.step(-1), "Shift+F4").in(FIND).unless(this::noHits),
        Action.of("queue-of-hits", search::makeQueue, "Shortcut+J").in(FIND).unless(this::noHits),
        Action.of("leave-hits", () -> queue.showOnly(null), "Shortcut+Shift+J")
            .in(FIND)
            .unless(() -> queue.withinProperty().get() == null ? texts.get("find.no-result") : ""),
        Action.of("queue-words", () -> onQueueWords.run(), "/").in(FIND),
        Action.of("filter-queue", filter::open, "Shortcut+Shift+L").in(FIND),
        Action.of("clear-filter", queue::showAll, "Shortcut+Shift+X").in(FIND));
  }

  private String noHits() {
    return search.hits().isEmpty() ? texts.get("find.no-hits") : "";
  }

  private void ask() {
    panels.shell().workspaceProperty().set(Workspace.REVIEW);
    search.ask();
  }

  private void leave() {
    onLeave.run();
  }

  private void makeQueue(SearchViewModel.Queue found) {
    QueueViewModel queue = panels.queue();
    Set<TranscriptId> ids = Set.copyOf(found.transcripts());
    queue.showOnly(new QueueViewModel.Within(found.query(), ids));
    QueueRow here = queue.currentProperty().get();
    if (here == null || !ids.contains(here.id())) {
      queue.select(found.transcripts().getFirst());
    }
    leave();
  }
}
