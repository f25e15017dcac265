package examen.store;

import java.util.Set;
import java.util.function.Consumer;

/** Compares all that carries a seal with it. */
final class SealCheck {
  private final ProjectFile project;
  private final String advice;

  SealCheck(ProjectFile project, String advice) {
    this.project = project;
    this.advice = advice;
  }

  void run(Consumer<Finding> found) {
    for (SealKind kind : SealKind.values()) {
      Set<SealedThing> all = project.reading(reading -> Seals.all(reading, kind));
      for (SealedThing thing : all) {
        if (!project.reading(reading -> Seals.holds(reading, thing))) {
          found.accept(new Finding("this does not read as it was stored", thing.inWords(), advice));
        }
      }
    }
  }
}
