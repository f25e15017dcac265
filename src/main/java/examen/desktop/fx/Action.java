package examen.desktop.fx;

import java.util.List;
import java.util.function.Supplier;

/**
 * Something that a user can have done, in every place that offers it: keys, palette, key sheet.
 *
 * @param id the name in settings, never shown
 * @param group the heading under which it is listed
 * @param keys the keys that do it unless the user chose others
 * @param refusal why it cannot be done now, in one line; empty if it can
 */
public record Action(
    String id, ActionGroup group, List<Keys> keys, Supplier<String> refusal, Runnable run) {
  public Action {
    keys = List.copyOf(keys);
  }

  /** An action that can be done at any time. */
  public static Action of(String id, Runnable run, String... keys) {
    return new Action(
        id, ActionGroup.ANNOTATE, List.of(keys).stream().map(Keys::of).toList(), () -> "", run);
  }

  /** The same, listed under this heading. */
  public Action in(ActionGroup other) {
    return new Action(id, other, keys, refusal, run);
  }

  /**
   * The same, which cannot always be done.
   *
   * @param why asked when it is offered: the reason, or empty
   */
  public Action unless(Supplier<String> why) {
    return new Action(id, group, keys, why, run);
  }

  /** Key of its words. */
  public String text() {
    return "action." + id;
  }
}
