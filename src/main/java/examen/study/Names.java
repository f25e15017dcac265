package examen.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names as choices write them: {@code a,b}, or {@code condition=value,...}. A name that holds a
 * comma, an equals sign, a double quote or blanks at an end stands in double quotes, in which a
 * double quote is written twice: {@code "a, b",c} are two names.
 */
public final class Names {
  private static final char QUOTE = '"';

  private Names() {}

  /**
   * A name, and what is said of it.
   *
   * @param rest what stands behind the equals sign, as it is written; null where there is none
   */
  public record Said(String name, @Nullable String rest) {
    /** What stands behind the equals sign, read as one name; empty where there is none. */
    public String value() {
      return rest == null ? "" : bare(rest);
    }

    /** What stands behind the equals sign, read as names. */
    public List<String> values() {
      return rest == null ? List.of() : read(rest);
    }
  }

  /** The names that are written here, without blanks at their ends; none in a blank text. */
  public static List<String> read(String text) {
    return parts(text).stream().map(Names::bare).toList();
  }

  /** As {@link #read} reads it. */
  public static String write(Collection<String> names) {
    return names.stream().map(Names::write).collect(Collectors.joining(","));
  }

  /** A single one, as {@link #read} reads it. */
  public static String write(String name) {
    boolean plain = !name.isEmpty() && name.equals(name.strip());
    return plain && name.chars().noneMatch(c -> c == ',' || c == '=' || c == QUOTE)
        ? name
        : QUOTE + name.replace("\"", "\"\"") + QUOTE;
  }

  /** Names with what is said of each. */
  public static List<Said> readSaid(String text) {
    return parts(text).stream().map(Names::said).toList();
  }

  /** One name with what is said of it; commas before the equals sign are part of the name. */
  public static Said said(String text) {
    int equals = end(text, 0, '=');
    return equals == text.length()
        ? new Said(bare(text), null)
        : new Said(bare(text.substring(0, equals)), text.substring(equals + 1));
  }

  /** What stands between commas that are no part of a name. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    if (!text.isBlank()) {
      int from = 0;
      for (int at = end(text, 0, ','); at < text.length(); at = end(text, from, ',')) {
        parts.add(text.substring(from, at));
        from = at + 1;
      }
      parts.add(text.substring(from));
    }
    return parts;
  }

  /** Where the sign next stands outside of quotes; the length of the text if it does not. */
  private static int end(String text, int from, char sign) {
    boolean begins = true;
    int at = from;
    while (at < text.length() && (begins || text.charAt(at) != sign)) {
      char here = text.charAt(at);
      int closing = begins && here == QUOTE ? closing(text, at) : -1;
      if (closing < 0 && here == sign) {
        return at;
      }
      begins = closing < 0 && (here == '=' || (begins && Character.isWhitespace(here)));
      at = closing < 0 ? at + 1 : closing + 1;
    }
    return at;
  }

  /** Where quotes end that begin a name; negative if they do not end where a name can. */
  private static int closing(String text, int open) {
    int at = text.indexOf(QUOTE, open + 1);
    while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
      at = text.indexOf(QUOTE, at + 2);
    }
    int next = at + 1;
    while (at >= 0 && next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    boolean ends = next >= text.length() || text.charAt(next) == ',' || text.charAt(next) == '=';
    return at >= 0 && ends ? at : -1;
  }

  private static String bare(String part) {
    String name = part.strip();
    boolean quoted = name.startsWith("\"") && closing(name, 0) == name.length() - 1;
    return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
  }
}
