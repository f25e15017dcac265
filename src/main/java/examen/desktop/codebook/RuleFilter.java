package examen.desktop.codebook;

import examen.highlight.Category;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are listed.
 *
 * @param words all must be in a rule's id or category, in whatever case
 * @param category null for all
 * @param always key of the rule that is being written, which does not go from under the hand
 */
record RuleFilter(String words, @Nullable Category category, @Nullable String always) {
  boolean shows(RuleRow row) {
    boolean isWritten = row.key().equals(always) && row.unsaved();
    return isWritten || ((category == null || row.category() == category) && hasWords(row));
  }

  private boolean hasWords(RuleRow row) {
    String text =
        (row.id()
                + " "
                + row.category().wire()
                + " "
                + row.origin().wire()
                + " "
                + row.use().wire())
            .toLowerCase(Locale.ROOT);
    return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
        .allMatch(text::contains);
  }
}
