package examen.desktop.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The words of the window, by key. */
public final class Texts {
  private final Properties texts;

  private Texts(Properties texts) {
    this.texts = texts;
  }

  /** The texts that come with the program. */
  public static Texts load() {
    Properties texts = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream("/examen/messages.properties")) {
      if (in == null) {
        throw new IllegalStateException("messages.properties is missing from the program");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Texts(texts);
  }

  /**
   * The text with this key, {@code {0}}, {@code {1}} ... replaced by the arguments, which are taken
   * as they are.
   *
   * @throws IllegalArgumentException if there is no such text
   */
  public String get(String key, Object... arguments) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text with the key " + key);
    }
    StringBuilder out = new StringBuilder(pattern.length() + 16);
    int at = 0;
    while (at < pattern.length()) {
      int open = pattern.indexOf('{', at);
      int close = open < 0 ? -1 : pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      out.append(pattern, at, open)
          .append(arguments[Integer.parseInt(pattern, open + 1, close, 10)]);
      at = close + 1;
    }
    return out.append(pattern, at, pattern.length()).toString();
  }

  /** The text for this many: {@code key.one} or {@code key.many}, {@code {0}} being the number. */
  public String count(String key, int number) {
    return get(key + (number == 1 ? ".one" : ".many"), number(number));
  }

  /** A number as people read it, such as 1,048,576. */
  public static String number(long number) {
    return Local.number(number);
  }
}
