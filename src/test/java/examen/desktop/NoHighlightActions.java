package examen.desktop;

import examen.codebook.TagId;
import examen.desktop.inspector.HighlightActions;
import examen.highlight.Category;

/** For views that are only looked at. */
public final class NoHighlightActions implements HighlightActions {
  @Override
  public void accept() {}

  @Override
  public void reject() {}

  @Override
  public void choose() {}

  @Override
  public void acceptWith(TagId tag) {}

  @Override
  public void acceptAs(Category category) {}

  @Override
  public void acceptAll() {}

  @Override
  public void rejectAll() {}
}
