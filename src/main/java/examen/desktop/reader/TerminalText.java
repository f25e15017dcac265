package examen.desktop.reader;

import java.util.Arrays;

/**
 * What the escape sequences of terminals in a text mean for the characters after them. No character
 * is taken away; the sequences are dimmed. On a ground of any colour the letters have the colour of
 * plain text: only that is sure to stand out from it in each theme.
 */
final class TerminalText {
  private static final int LONGEST = 400;
  private static final char ESCAPE = '\u001b';
  private static final int GREY = 7;

  /** Colours of letters and ground are to be exchanged; a bit beyond those of {@link Style}. */
  private static final int INVERSE = 1 << 18;

  private static final char CONTROL = '\u009b';

  private final String text;
  private int escape;
  private int control;
  private int count;
  private int[] starts = new int[16];
  private int[] ends = new int[16];

  /** The look of what follows each sequence. */
  private int[] looks = new int[16];

  TerminalText(String text) {
    this.text = text;
    escape = text.indexOf(ESCAPE);
    control = text.indexOf(CONTROL);
    int look = 0;
    for (int at = next(0); at >= 0; ) {
      int end = end(at);
      boolean style = text.charAt(end - 1) == 'm' && !isCommand(at);
      look = style ? look(look, at, end) : look;
      add(at, end, shown(look));
      at = next(end);
    }
  }

  /**
   * Adds the looks of a piece of the text.
   *
   * @param from where it begins, in UTF-16 code units
   * @param bits takes up the look of each of its characters; as long as the piece
   */
  void mark(int from, int[] bits) {
    if (count == 0) {
      return;
    }
    int found = Arrays.binarySearch(starts, 0, count, from);
    int before = found >= 0 ? found : -found - 2;
    for (int i = 0; i < bits.length; i++) {
      while (before + 1 < count && starts[before + 1] <= from + i) {
        before++;
      }
      if (before >= 0) {
        bits[i] |= from + i < ends[before] ? Style.MARK : looks[before];
      }
    }
  }

  /** Each sign is looked for once only: where one is rare, the search for it may be long. */
  private int next(int from) {
    escape = escape >= 0 && escape < from ? text.indexOf(ESCAPE, from) : escape;
    control = control >= 0 && control < from ? text.indexOf(CONTROL, from) : control;
    return escape < 0 || control < 0 ? Math.max(escape, control) : Math.min(escape, control);
  }

  /** A command for the title of a window and the like, which ends with a bell. */
  private boolean isCommand(int at) {
    return text.startsWith("]", at + 1) && text.charAt(at) == ESCAPE;
  }

  /** One past the sequence that begins here; a mere escape is one of its own. */
  private int end(int at) {
    int limit = Math.min(text.length(), at + LONGEST);
    if (isCommand(at)) {
      for (int i = at + 2; i < limit; i++) {
        if (text.charAt(i) == '\u0007') {
          return i + 1;
        }
        if (text.charAt(i) == ESCAPE) {
          return i + 1 < text.length() && text.charAt(i + 1) == '\\' ? i + 2 : i;
        }
      }
      return at + 1;
    }
    int first = text.charAt(at) == CONTROL ? at + 1 : at + 2;
    if (text.charAt(at) == ESCAPE && !text.startsWith("[", at + 1)) {
      return at + 1;
    }
    for (int i = first; i < limit; i++) {
      char sign = text.charAt(i);
      if (sign >= 0x40 && sign <= 0x7e) {
        return i + 1;
      }
      if (sign < 0x20 || sign > 0x7e) {
        return i;
      }
    }
    return Math.min(first, text.length());
  }

  private int look(int before, int at, int end) {
    int first = at + (text.charAt(at) == CONTROL ? 1 : 2);
    String[] numbers = text.substring(first, end - 1).split("[;:]", -1);
    int look = before;
    for (int i = 0; i < numbers.length; i++) {
      int number = number(numbers[i]);
      if (number == 38 || number == 48) {
        int kind = i + 1 < numbers.length ? number(numbers[i + 1]) : 0;
        int colour = extended(numbers, i + 2, kind);
        look = number == 38 ? coloured(look, colour) : grounded(look, visible(colour));
        i += kind == 5 ? 2 : kind == 2 ? 4 : 1;
      } else {
        look = look(look, number);
      }
    }
    return look;
  }

  private static int look(int before, int number) {
    return switch (number) {
      case 0 -> 0;
      case 1 -> before | Style.BOLD;
      case 2 -> before | Style.DIM;
      case 3 -> before | Style.ITALIC;
      case 4, 21 -> before | Style.UNDERLINE;
      case 7 -> before | INVERSE;
      case 9 -> before | Style.STRUCK;
      case 22 -> before & ~(Style.BOLD | Style.DIM);
      case 23 -> before & ~Style.ITALIC;
      case 24 -> before & ~Style.UNDERLINE;
      case 27 -> before & ~INVERSE;
      case 29 -> before & ~Style.STRUCK;
      case 30, 37, 39, 97 -> coloured(before, 0);
      case 90 -> coloured(before, 7);
      case 31, 32, 33, 34, 35, 36 -> coloured(before, number - 30);
      case 91, 92, 93, 94, 95, 96 -> coloured(before, number - 90);
      case 40, 47, 100, 107 -> grounded(before, GREY);
      case 41, 42, 43, 44, 45, 46 -> grounded(before, number - 40);
      case 101, 102, 103, 104, 105, 106 -> grounded(before, number - 100);
      case 49 -> grounded(before, 0);
      default -> before;
    };
  }

  private static int coloured(int before, int colour) {
    return (before & ~Style.colour(7)) | Style.colour(colour);
  }

  private static int grounded(int before, int colour) {
    return (before & ~Style.ground(7)) | Style.ground(colour);
  }

  /** Black and white are the page in one theme or another; as a ground, grey is seen in all. */
  private static int visible(int colour) {
    return colour == 0 ? GREY : colour;
  }

  /** How letters are shown for what the sequences before them say. */
  private static int shown(int look) {
    int letters = (look >> Style.COLOUR) & 7;
    int ground = (look & INVERSE) == 0 ? (look >> Style.GROUND) & 7 : visible(letters);
    int rest = look & ~(INVERSE | Style.ground(7));
    return ground == 0 ? rest : grounded(coloured(rest & ~Style.DIM, 0), ground);
  }

  /** The one of the few colours of the theme that is nearest to one of very many. */
  private static int extended(String[] numbers, int at, int kind) {
    if (kind == 2 && at + 2 < numbers.length) {
      return nearest(number(numbers[at]), number(numbers[at + 1]), number(numbers[at + 2]));
    }
    int number = kind == 5 && at < numbers.length ? number(numbers[at]) : 0;
    if (number < 16) {
      return number == 8 ? 7 : number % 8 == 7 ? 0 : number % 8;
    }
    if (number >= 232) {
      return number < 250 ? 7 : 0;
    }
    int cube = number - 16;
    return nearest(cube / 36 * 51, cube / 6 % 6 * 51, cube % 6 * 51);
  }

  private static int nearest(int red, int green, int blue) {
    int most = Math.max(red, Math.max(green, blue));
    int least = Math.min(red, Math.min(green, blue));
    if (most - least < 40) {
      return most > 60 && most < 200 ? 7 : 0;
    }
    int middle = (most + least) / 2;
    return (red > middle ? 1 : 0) | (green > middle ? 2 : 0) | (blue > middle ? 4 : 0);
  }

  private static int number(String digits) {
    if (digits.isEmpty() || digits.length() > 3) {
      return digits.isEmpty() ? 0 : -1;
    }
    return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : -1;
  }

  private void add(int start, int end, int look) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      looks = Arrays.copyOf(looks, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    looks[count] = look;
    count++;
  }
}
