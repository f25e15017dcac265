package examen.desktop.inspector;

import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.Link;
import examen.rating.LinkId;

/** What can be done with the annotation that keys act on. Each is one step. */
public interface AnnotationActions {
  /** Go on to the next annotation at the caret. */
  void cycle();

  /** Say how severe it is, from 1 to 3; what is said already is taken back. */
  void severity(int severity);

  /** Say how far it went; what is said already is taken back. */
  void enactment(Enactment enactment);

  /** Say how sure one is; what is said already is taken back. */
  void confidence(Confidence confidence);

  /** Put this note on an annotation in place of what it has. */
  void note(Annotation annotation, String note);

  /** Have it mark what is selected too. */
  void addPlaces();

  /** Have it mark the place at the caret no longer. */
  void removePlace();

  /** Say that no reasoning supports it, or say so no longer. */
  void markUnsupported();

  /** Begin to link it to another one. */
  void beginLink();

  /** Give the link in the making another type. */
  void chooseType(Link.Type type);

  /** Put the link in the making. */
  void putLink();

  /** Make no link after all. */
  void endLink();

  void removeLink(LinkId link);

  /** Show this annotation in the reader, as the one that keys act on. */
  void goTo(AnnotationId annotation);

  /** Put the keyboard back into the transcript. */
  void leaveNote();
}
