package examen.desktop.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/**
 * What is pressed to have something done: keys together, two such after one another, or a sign
 * wherever it is on the keyboard.
 *
 * @param strokes what is pressed, one after another; empty where a sign is typed
 * @param typed the sign that is typed; empty where keys are pressed
 */
public record Keys(List<KeyCodeCombination> strokes, String typed) {
  private static final String THEN = ", ";
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
  private static final Map<KeyCode, String> SIGNS =
      Map.ofEntries(
          Map.entry(KeyCode.RIGHT, "→"),
          Map.entry(KeyCode.LEFT, "←"),
          Map.entry(KeyCode.UP, "↑"),
          Map.entry(KeyCode.DOWN, "↓"),
          Map.entry(KeyCode.OPEN_BRACKET, "["),
          Map.entry(KeyCode.CLOSE_BRACKET, "]"),
          Map.entry(KeyCode.COMMA, ","),
          Map.entry(KeyCode.PERIOD, "."),
          Map.entry(KeyCode.SLASH, "/"),
          Map.entry(KeyCode.MINUS, "-"),
          Map.entry(KeyCode.PLUS, "+"),
          Map.entry(KeyCode.EQUALS, "="));

  public Keys {
    strokes = List.copyOf(strokes);
  }

  /**
   * Keys by their name in settings: {@code Shortcut+Shift+Z}, {@code G, G}, {@code ?}.
   *
   * @throws IllegalArgumentException if these are no keys
   */
  public static Keys of(String name) {
    if (name.length() == 1 && isSign(name)) {
      return new Keys(List.of(), name);
    }
    List<KeyCodeCombination> strokes = new ArrayList<>();
    for (String stroke : name.split(THEN, -1)) {
      if (!(KeyCombination.valueOf(stroke) instanceof KeyCodeCombination keys)) {
        throw new IllegalArgumentException("there is no key " + stroke);
      }
      strokes.add(keys);
    }
    if (strokes.size() > 2) {
      throw new IllegalArgumentException("these are more than two keys: " + name);
    }
    return new Keys(strokes, "");
  }

  /**
   * What was pressed or typed here; empty while only keys are held that do nothing by themselves,
   * and for a key whose sign is still to come.
   */
  public static Optional<Keys> in(KeyEvent event) {
    boolean held = event.isShortcutDown() || event.isAltDown();
    if (event.getEventType() == KeyEvent.KEY_TYPED) {
      String sign = event.getCharacter();
      return !event.isShortcutDown() && sign.length() == 1 && isSign(sign)
          ? Optional.of(new Keys(List.of(), sign))
          : Optional.empty();
    }
    KeyCode code = event.getCode();
    if (code.isModifierKey() || code == KeyCode.UNDEFINED || (!held && isOfSign(code))) {
      return Optional.empty();
    }
    KeyCodeCombination stroke =
        new KeyCodeCombination(
            code,
            value(event.isShiftDown()),
            ModifierValue.UP,
            value(event.isAltDown()),
            ModifierValue.UP,
            value(event.isShortcutDown()));
    return Optional.of(new Keys(List.of((KeyCodeCombination) named(stroke)), ""));
  }

  /** A letter, a digit, or what moves the caret; means nothing while text is typed. */
  public boolean isBare() {
    return strokes.isEmpty()
        || (strokes.getFirst().getShortcut() != ModifierValue.DOWN
            && strokes.getFirst().getAlt() != ModifierValue.DOWN
            && !strokes.getFirst().getCode().isFunctionKey());
  }

  /** Whether one could not be told from the other while it is pressed. */
  public boolean clashesWith(Keys other) {
    int common = Math.min(strokes.size(), other.strokes.size());
    return typed.equals(other.typed)
        && (common > 0 || !typed.isEmpty())
        && strokes.subList(0, common).equals(other.strokes.subList(0, common));
  }

  /** Whether this is one letter or digit alone, as keys of tags are. */
  public boolean is(String letterOrDigit) {
    return strokes.size() == 1
        && name(strokes.getFirst()).equalsIgnoreCase(letterOrDigit)
        && typed.isEmpty();
  }

  /** The name in settings. */
  public String wire() {
    return typed.isEmpty()
        ? strokes.stream().map(Keys::name).collect(Collectors.joining(THEN))
        : typed;
  }

  /** As a reader sees it on the keyboard: {@code Ctrl+Shift+Z}, {@code g g}, {@code ?}. */
  public String shown() {
    return typed.isEmpty()
        ? strokes.stream().map(Keys::shown).collect(Collectors.joining(" "))
        : typed;
  }

  private static String shown(KeyCodeCombination stroke) {
    StringBuilder out = new StringBuilder();
    if (stroke.getShortcut() == ModifierValue.DOWN) {
      out.append(MAC ? "Cmd+" : "Ctrl+");
    }
    if (stroke.getControl() == ModifierValue.DOWN) {
      out.append("Ctrl+");
    }
    if (stroke.getAlt() == ModifierValue.DOWN) {
      out.append("Alt+");
    }
    if (stroke.getShift() == ModifierValue.DOWN) {
      out.append("Shift+");
    }
    KeyCode code = stroke.getCode();
    String name = SIGNS.getOrDefault(code, code.getName());
    return out.isEmpty() && code.isLetterKey()
        ? name.toLowerCase(Locale.ROOT)
        : out.append(name).toString();
  }

  private static String name(KeyCodeCombination stroke) {
    return stroke.getName();
  }

  private static KeyCombination named(KeyCodeCombination stroke) {
    return KeyCombination.valueOf(stroke.getName());
  }

  private static ModifierValue value(boolean down) {
    return down ? ModifierValue.DOWN : ModifierValue.UP;
  }

  private static boolean isSign(String text) {
    char sign = text.charAt(0);
    return sign > ' ' && sign != 0x7f && !Character.isLetterOrDigit(sign);
  }

  /** A key whose sign is another one on another keyboard. */
  private static boolean isOfSign(KeyCode code) {
    return !code.isLetterKey()
        && !code.isDigitKey()
        && !code.isFunctionKey()
        && !code.isNavigationKey()
        && !code.isWhitespaceKey()
        && !List.of(KeyCode.DELETE, KeyCode.BACK_SPACE, KeyCode.INSERT, KeyCode.ESCAPE)
            .contains(code);
  }
}
