package examen.app;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.rating.Thing;
import java.util.List;

/**
 * What others say of one transcript, as far as one rater may know it.
 *
 * @param labels what classifiers say; empty if that may not be known
 * @param peers what other raters made who have submitted; empty if that may not be known
 */
public record Others(List<Said> labels, List<Thing> peers) {
  /** A label, and which classifier's it is. */
  public record Said(ClassifierRun run, ClassifierLabel label) {}

  public Others {
    labels = List.copyOf(labels);
    peers = List.copyOf(peers);
  }
}
