package examen.rating;

/**
 * Somebody who rates: files carry the id, people read the name.
 *
 * @param name 1 to 64 characters (code points) in one line, without blanks at its ends
 */
public record Rater(RaterId id, String name) {
  /** The longest name, in code points. */
  public static final int LONGEST_NAME = 64;

  public Rater {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a rater's name has 1 to " + LONGEST_NAME + " characters in one line");
    }
  }

  /** One of whom no name is known is called by their id. */
  public static Rater unnamed(RaterId id) {
    return new Rater(id, id.value());
  }

  /** Whether somebody can be called so. */
  public static boolean isName(String text) {
    return !text.isBlank()
        && text.equals(text.strip())
        && text.codePointCount(0, text.length()) <= LONGEST_NAME
        && text.codePoints().allMatch(Rater::isPlain);
  }

  /** Names stand in lists and files' names: what cannot be seen there is none of them. */
  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
