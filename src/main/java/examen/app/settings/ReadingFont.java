package examen.app.settings;

import java.util.Arrays;
import java.util.Optional;

/** In which letters a transcript is set. */
public enum ReadingFont {
  INTER("inter"),
  SYSTEM("system"),
  SERIF("serif"),
  MONO("mono");

  private final String wire;

  ReadingFont(String wire) {
    this.wire = wire;
  }

  /** The name in settings and in the keys of texts. */
  public String wire() {
    return wire;
  }

  public static Optional<ReadingFont> ofWire(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
  }
}
