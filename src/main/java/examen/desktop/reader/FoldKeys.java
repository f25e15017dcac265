package examen.desktop.reader;

import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be done to how the transcript is shown: folding, one message alone, ways, rendering. */
final class FoldKeys {
  private static final Map<FoldScope, String> KEYS =
      Map.of(
          FoldScope.SYSTEM, "Z, S",
          FoldScope.USER, "Z, U",
          FoldScope.ASSISTANT, "Z, A",
          FoldScope.TOOL, "Z, O",
          FoldScope.REASONING, "Z, R",
          FoldScope.CALLS, "Z, C",
          FoldScope.RESULTS, "Z, T");

  private final ReaderViewModel model;

  FoldKeys(ReaderViewModel model) {
    this.model = model;
  }

  List<Action> actions() {
    Folding folding = model.folding();
    List<Action> all = new ArrayList<>();
    all.add(view("fold-message", () -> folding.toggle(caret().message()), "Z, Z"));
    all.add(view("fold-part", () -> folding.toggle(caret().message(), caret().part()), "Z, P"));
    all.add(view("fold-long", () -> folding.toggleLong(caret().message(), caret().part()), "Z, L"));
    for (FoldScope scope : FoldScope.values()) {
      String keys = KEYS.getOrDefault(scope, "");
      all.add(view("fold-" + scope.wire(), () -> folding.toggle(scope), keys));
    }
    all.add(view("fold-all", folding::foldAll, "Z, F"));
    all.add(view("unfold-all", folding::unfoldAll, "Z, E"));
    all.add(view("alone", model::toggleAlone, "F"));
    all.add(view("rendered", model.rendering()::toggle, "R"));
    all.add(view("view-menu", model::openView, "Z, M"));
    all.add(view("next-branch", model.branching()::next, "Alt+Down"));
    all.add(view("previous-branch", model.branching()::previous, "Alt+Up"));
    all.add(view("columns", model.branching()::toggleColumns, "Alt+C"));
    return all;
  }

  private Place caret() {
    return model.caretProperty().get();
  }

  private static Action view(String id, Runnable run, String... keys) {
    return Action.of(id, run, keys).in(ActionGroup.VIEW);
  }
}
