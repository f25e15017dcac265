package examen.desktop.inspector;

import examen.codebook.TagId;
import examen.highlight.Category;

/** What can be done with the highlight at the caret. */
public interface HighlightActions {
  void accept();

  void reject();

  /** Offer the tags with one of which it is to be accepted, or offer them no longer. */
  void choose();

  /** Accept it with this tag in place of the one of its category. */
  void acceptWith(TagId tag);

  /** Accept it under this category. */
  void acceptAs(Category category);

  /** Accept what is undecided of all that its rule found in this transcript, as one step. */
  void acceptAll();

  /** Reject what is undecided of all that its rule found in this transcript, as one step. */
  void rejectAll();
}
