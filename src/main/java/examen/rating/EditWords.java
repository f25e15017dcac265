package examen.rating;

/** Says in words what an edit of an annotation changed, for those who may undo it. */
final class EditWords {
  private EditWords() {}

  static String of(Annotation before, Annotation after) {
    if (!before.tag().equals(after.tag())) {
      return "tag " + after.tag() + " in place of " + before.tag();
    }
    String about = " of " + after.tag();
    if (after.equals(before.withSeverity(after.severity()))) {
      return after.severity() == null
          ? "severity" + about + " not said"
          : "severity " + after.severity() + about;
    }
    if (after.equals(before.withEnactment(after.enactment()))) {
      Enactment enactment = after.enactment();
      return enactment == null
          ? "how far " + after.tag() + " went not said"
          : enactment.wire() + ": " + after.tag();
    }
    if (after.equals(before.withConfidence(after.confidence()))) {
      Confidence confidence = after.confidence();
      return confidence == null
          ? "confidence in " + after.tag() + " not said"
          : confidence.wire() + " confidence in " + after.tag();
    }
    if (after.equals(before.withNote(after.note()))) {
      return "note on " + after.tag();
    }
    if (after.equals(before.withAnchors(after.anchors()))) {
      return "places" + about;
    }
    return "edit " + after.tag();
  }
}
