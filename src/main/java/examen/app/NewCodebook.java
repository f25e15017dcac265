package examen.app;

import examen.codebook.Codebook;
import examen.codebook.MigrationRule;
import examen.format.Malformed;
import examen.format.codebook.CodebookReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A codebook that is to take the place of a project's.
 *
 * @param json its file's text
 * @param rules what becomes of what was said under the version before it
 */
public record NewCodebook(String json, Codebook codebook, List<MigrationRule> rules) {
  private static final long LARGEST = 10_000_000;

  public NewCodebook {
    rules = List.copyOf(rules);
  }

  /**
   * The codebook in this file.
   *
   * @throws Refusal if it is none
   */
  public static NewCodebook read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new Refusal(file.getFileName() + " is larger than a codebook is");
      }
      return of(Files.readString(file), String.valueOf(file.getFileName()));
    } catch (CharacterCodingException e) {
      throw new Refusal(file.getFileName() + " is not UTF-8 text", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that comes with this version of the program. */
  public static NewCodebook bundled() {
    return of(Resources.text(CodebookReader.AGENTIC_MISALIGNMENT), "the bundled codebook");
  }

  static NewCodebook of(String json, String name) {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    try {
      return new NewCodebook(
          json,
          CodebookReader.read(new ByteArrayInputStream(utf8)),
          CodebookReader.migration(new ByteArrayInputStream(utf8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Malformed e) {
      throw new Refusal(name + " cannot be used: " + e.why(), e);
    }
  }
}
