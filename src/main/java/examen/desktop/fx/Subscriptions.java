package examen.desktop.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;

/**
 * What a view listens to, so that closing the view ends all of it and nothing keeps the view alive.
 */
public final class Subscriptions implements AutoCloseable {
  private final Deque<Runnable> ends = new ArrayDeque<>();

  /** Calls {@code action} with the value now and after each change. */
  public <T> void watch(ObservableValue<T> value, Consumer<? super T> action) {
    onChange(value, action);
    action.accept(value.getValue());
  }

  /** Calls {@code action} after each change. */
  public <T> void onChange(ObservableValue<T> value, Consumer<? super T> action) {
    ChangeListener<T> listener = (observable, before, after) -> action.accept(after);
    value.addListener(listener);
    add(() -> value.removeListener(listener));
  }

  /** Calls {@code action} now and whenever the list, set or value may have changed. */
  public void watchAny(Observable observable, Runnable action) {
    InvalidationListener listener = o -> action.run();
    observable.addListener(listener);
    add(() -> observable.removeListener(listener));
    action.run();
  }

  /** Binds {@code target} until closed. */
  public <T> void bind(Property<T> target, ObservableValue<? extends T> source) {
    target.bind(source);
    add(target::unbind);
  }

  /** Binds both ways until closed. */
  public <T> void bindBoth(Property<T> target, Property<T> source) {
    target.bindBidirectional(source);
    add(() -> target.unbindBidirectional(source));
  }

  /** Handles events of a node until closed. */
  public <E extends Event> void handle(
      Node node, EventType<E> type, EventHandler<? super E> handler) {
    node.addEventHandler(type, handler);
    add(() -> node.removeEventHandler(type, handler));
  }

  /** Handles events on their way to a node within this one, before that node does, until closed. */
  public <E extends Event> void filter(
      Node node, EventType<E> type, EventHandler<? super E> handler) {
    node.addEventFilter(type, handler);
    add(() -> node.removeEventFilter(type, handler));
  }

  /** Runs {@code end} when closed. */
  public void add(Runnable end) {
    ends.push(end);
  }

  /** Ends all, the latest first. */
  @Override
  public void close() {
    while (!ends.isEmpty()) {
      ends.pop().run();
    }
  }
}
