package examen.desktop.shell;

import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.queue.FilterView;
import examen.desktop.queue.QueueView;
import examen.desktop.reader.ReaderView;
import examen.desktop.search.SearchPanel;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** Where one looks for something: a bar, a panel and a sheet. Close them with the window. */
final class SearchViews implements AutoCloseable {
  private final Searching searching;
  private final SearchPanel panel;
  private final FilterView filter;
  private final Subscriptions subscriptions = new Subscriptions();

  SearchViews(
      Searching searching, QueueView queue, ReaderView reader, ReviewShell shell, Texts texts) {
    this.searching = searching;
    panel = new SearchPanel(searching.search(), texts);
    filter = new FilterView(searching.filter(), texts);
    reader.setFindBar(searching.find(), texts);
    queue.setFilter(searching.filter());
    searching.setOnQueueWords(queue::focusFilter);
    subscriptions.add(() -> searching.setOnQueueWords(() -> {}));
    shell.showBelow(panel);
    searching.setOnLeave(shell::takeFocus);
    subscriptions.add(() -> searching.setOnLeave(() -> {}));
  }

  /** The sheet over the window. */
  FilterView filter() {
    return filter;
  }

  /** Whether the sheet covers the window. */
  ReadOnlyBooleanProperty coversProperty() {
    return searching.filter().openProperty();
  }

  @Override
  public void close() {
    searching.search().stop();
    searching.filter().tallies().stop();
    subscriptions.close();
    panel.close();
    filter.close();
  }
}
