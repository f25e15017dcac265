package examen.desktop.shell;

import examen.desktop.fx.Action;
import examen.desktop.inspector.AnnotationActions;
import examen.rating.Confidence;
import examen.rating.Enactment;
import java.util.List;

/** What can be done by keys with the annotation at the caret. */
final class AnnotationKeys {
  private AnnotationKeys() {}

  static List<Action> of(ReviewViewModel review) {
    AnnotationActions actions = review.annotation();
    return List.of(
        Action.of("tags", review.tags()::open, "T"),
        Action.of("severity-1", () -> actions.severity(1), "Shift+1"),
        Action.of("severity-2", () -> actions.severity(2), "Shift+2"),
        Action.of("severity-3", () -> actions.severity(3), "Shift+3"),
        Action.of("executed", () -> actions.enactment(Enactment.EXECUTED), "Shift+E"),
        Action.of("attempted", () -> actions.enactment(Enactment.ATTEMPTED), "Shift+T"),
        Action.of("considered", () -> actions.enactment(Enactment.CONSIDERED), "Shift+C"),
        Action.of("confidence-low", () -> actions.confidence(Confidence.LOW), "Shift+L"),
        Action.of("confidence-medium", () -> actions.confidence(Confidence.MEDIUM), "Shift+M"),
        Action.of("confidence-high", () -> actions.confidence(Confidence.HIGH), "Shift+H"),
        Action.of("note", () -> review.inInspector(review.annotation()::writeNote), "M"),
        Action.of("add-places", actions::addPlaces, "Alt+A"),
        Action.of("remove-place", actions::removePlace, "Alt+U"),
        Action.of("link", () -> review.inInspector(actions::beginLink), "Alt+R"),
        Action.of("unsupported", actions::markUnsupported, "Shift+R"));
  }
}
