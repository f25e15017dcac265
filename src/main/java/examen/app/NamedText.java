package examen.app;

import examen.format.Malformed;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads short files that users write and name. */
final class NamedText {
  private NamedText() {}

  /** Makes something of a text. */
  interface Reader<T> {
    /**
     * @throws Malformed if nothing can be made of it, with the place and why
     */
    T read(String text) throws Malformed;
  }

  /**
   * What is in this file, UTF-8 with or without a mark at its start.
   *
   * @param longest in bytes
   * @param what is in such files, with its article
   * @throws Refusal if it cannot be read; says the file, the place in it and why
   */
  static <T> T read(Path file, long longest, String what, Reader<T> reader) {
    try {
      if (Files.size(file) > longest) {
        throw new Refusal(file + ": longer than " + what + " can be");
      }
      String text = Files.readString(file);
      return reader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (NoSuchFileException e) {
      throw new Refusal("there is no " + file, e);
    } catch (CharacterCodingException e) {
      throw new Refusal(file + ": not UTF-8 text", e);
    } catch (IOException e) {
      throw new Refusal(file + ": it cannot be read", e);
    } catch (Malformed e) {
      throw new Refusal(file + ": " + e.why(), e);
    }
  }
}
