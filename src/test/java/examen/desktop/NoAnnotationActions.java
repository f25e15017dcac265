package examen.desktop;

import examen.desktop.inspector.AnnotationActions;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.Link;
import examen.rating.LinkId;

/** For views that are only looked at. */
public final class NoAnnotationActions implements AnnotationActions {
  @Override
  public void cycle() {}

  @Override
  public void severity(int severity) {}

  @Override
  public void enactment(Enactment enactment) {}

  @Override
  public void confidence(Confidence confidence) {}

  @Override
  public void note(Annotation annotation, String note) {}

  @Override
  public void addPlaces() {}

  @Override
  public void removePlace() {}

  @Override
  public void markUnsupported() {}

  @Override
  public void beginLink() {}

  @Override
  public void chooseType(Link.Type type) {}

  @Override
  public void putLink() {}

  @Override
  public void endLink() {}

  @Override
  public void removeLink(LinkId link) {}

  @Override
  public void goTo(AnnotationId annotation) {}

  @Override
  public void leaveNote() {}
}
