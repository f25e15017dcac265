package examen.app;

import examen.classifier.ClassifierRun;
import examen.store.LabelTable;
import examen.store.Reading;

/** What is said of labels that could not be kept, wherever they come from. */
final class LabelRemarks {
  private LabelRemarks() {}

  /** Whether the project has another run under the id of this one; then its labels stay out. */
  static boolean isForeign(Reading reading, ClassifierRun run) {
    return LabelTable.run(reading, run.id()).filter(there -> !there.equals(run)).isPresent();
  }

  static String differing(int labels) {
    return labels + " labels differ from those that the same classifier run has here; those stay";
  }
}
