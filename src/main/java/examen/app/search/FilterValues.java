package examen.app.search;

import examen.app.search.Query.Field;
import examen.highlight.Category;
import examen.transcript.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What filters may be set to, where there is a fixed choice. */
final class FilterValues {
  private FilterValues() {}

  /** The value as it is known; where it may be anything, as it was typed. */
  static String checked(Field field, String value, int at) throws BadQuery {
    String lower = value.toLowerCase(Locale.ROOT);
    List<String> known = of(field);
    if (!known.isEmpty() && !known.contains(lower)) {
      throw new BadQuery(
          field.wire() + ": is one of " + String.join(", ", known) + ", not " + shortened(value),
          at);
    }
    return known.isEmpty() ? value : lower;
  }

  private static List<String> of(Field field) {
    return switch (field) {
      case ROLE -> Arrays.stream(Role.values()).map(Role::wire).toList();
      case PART -> Arrays.stream(PartKind.values()).map(PartKind::wire).toList();
      case HIGHLIGHT -> Arrays.stream(Category.values()).map(Category::wire).toList();
      case STATE -> List.of("open", "begun", "submitted");
      case TAG, RATER, TITLE, CONDITION -> List.of();
    };
  }

  private static String shortened(String value) {
    return value.length() > 40 ? value.substring(0, 40) + "…" : value;
  }
}
