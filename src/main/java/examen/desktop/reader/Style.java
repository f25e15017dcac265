package examen.desktop.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How single characters of a rendered text look, as bits that add up. */
final class Style {
  static final int BOLD = 1;
  static final int ITALIC = 1 << 1;
  static final int CODE = 1 << 2;
  static final int STRUCK = 1 << 3;
  static final int LINK = 1 << 4;

  /** Says how what is beside it looks, and is dimmed itself. */
  static final int MARK = 1 << 5;

  static final int HEADING = 1 << 6;
  static final int SMALL_HEADING = 1 << 7;
  static final int QUOTE = 1 << 8;
  static final int BULLET = 1 << 9;
  static final int UNDERLINE = 1 << 10;
  static final int DIM = 1 << 11;

  /** Where the colour begins, which has three bits: 0 is none, else one of {@link #COLOURS}. */
  static final int COLOUR = 12;

  /** Where the colour under the letters begins, which is as the colour of letters. */
  static final int GROUND = 15;

  /** How the class begins that is for what is drawn under letters. */
  private static final String GROUND_CLASS = "rd-on-";

  private static final List<String> COLOURS =
      List.of("", "red", "green", "yellow", "blue", "magenta", "cyan", "grey");

  private static final List<String> NAMES =
      List.of(
          "rd-bold",
          "rd-italic",
          "rd-code",
          "rd-struck",
          "rd-link",
          "rd-mark",
          "rd-heading",
          "rd-small-heading",
          "rd-quote",
          "rd-bullet",
          "rd-underline",
          "rd-dim");

  private Style() {}

  /** The bits of a colour of terminals, 1 for red to 6 for cyan, 7 for grey; 0 for none. */
  static int colour(int number) {
    return number << COLOUR;
  }

  /** The bits of a colour under the letters, numbered as those of letters. */
  static int ground(int number) {
    return number << GROUND;
  }

  /** The style class of what is drawn under letters with these classes; empty if nothing is. */
  static Optional<String> ground(List<String> classes) {
    return classes.stream().filter(name -> name.startsWith(GROUND_CLASS)).findFirst();
  }

  /** The style classes for these bits; marks look like nothing but marks. */
  static List<String> classes(int bits) {
    if ((bits & MARK) != 0) {
      return List.of("rd-mark");
    }
    List<String> classes = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      if ((bits & (1 << i)) != 0) {
        classes.add(NAMES.get(i));
      }
    }
    int colour = (bits >> COLOUR) & 7;
    if (colour > 0) {
      classes.add("rd-" + COLOURS.get(colour));
    }
    int ground = (bits >> GROUND) & 7;
    if (ground > 0) {
      classes.add(GROUND_CLASS + COLOURS.get(ground));
    }
    return classes;
  }
}
