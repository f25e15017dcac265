package examen.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.text.Font;

/** The fonts that come with the program, so that a transcript looks the same on every machine. */
public final class Fonts {
  private static final List<String> FILES =
      List.of(
          "Inter_400Regular.ttf",
          "Inter_400Regular_Italic.ttf",
          "Inter_500Medium.ttf",
          "Inter_600SemiBold.ttf",
          "JetBrainsMono_400Regular.ttf",
          "JetBrainsMono_700Bold.ttf",
          "NotoEmoji_400Regular.ttf");

  private Fonts() {}

  /**
   * Keeps fonts in colour away from JavaFX, which cannot draw them and shows nothing, or wrong
   * signs, in their place. Linux only; call it before JavaFX starts. Where it does not work out,
   * only emoji suffer.
   *
   * @return whether the program's own choice of fonts holds now
   */
  public static boolean keepColourFontsAway() {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return false;
    }
    try {
      Path file = Files.createTempFile("examen-fonts", ".conf");
      file.toFile().deleteOnExit();
      try (InputStream in = resource("/examen/desktop/fonts.conf")) {
        Files.write(file, in.readAllBytes());
      }
      return setEnvironment("FONTCONFIG_FILE", file.toString());
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes the fonts known to JavaFX; call it once, on any thread, after JavaFX has started. */
  public static void load() {
    for (String name : FILES) {
      try (InputStream in = resource("/examen/fonts/" + name)) {
        if (Font.loadFont(in, 14) == null) {
          throw new IllegalStateException("the font " + name + " cannot be read");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static InputStream resource(String name) {
    InputStream in = Fonts.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing from the program");
    }
    return in;
  }

  /**
   * The C function: gives the variable this value, overwriting when {@code overwrite} is not 0; 0
   * when it worked.
   */
  public interface SetEnvironment {
    int set(MemorySegment name, MemorySegment value, int overwrite);
  }

  /** Java cannot change its own environment; the C library, from which fontconfig asks it, can. */
  @SuppressWarnings("restricted")
  private static boolean setEnvironment(String name, String value) {
    Linker linker = Linker.nativeLinker();
    MethodHandle handle =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setenv"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    SetEnvironment setenv = MethodHandleProxies.asInterfaceInstance(SetEnvironment.class, handle);
    try (Arena arena = Arena.ofConfined()) {
      return setenv.set(arena.allocateFrom(name), arena.allocateFrom(value), 1) == 0;
    }
  }
}
