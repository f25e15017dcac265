package examen.app;

import examen.codebook.Codebook;
import examen.format.Malformed;
import examen.format.codebook.CodebookReader;
import examen.store.CodebookTable;
import examen.store.ProjectFile;
import examen.store.StoredCodebook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The codebook of a project. */
final class Codebooks {
  private Codebooks() {}

  /**
   * The codebook in use. A project whose making was cut short before it got one gets the one that
   * comes with Examen.
   */
  static Codebook inUse(ProjectFile file) {
    Optional<StoredCodebook> stored = file.reading(CodebookTable::inUse);
    if (stored.isPresent()) {
      return parse(stored.get().json());
    }
    return file.readOnly().isPresent()
        ? parse(Resources.text(CodebookReader.AGENTIC_MISALIGNMENT))
        : putDefault(file);
  }

  /** The one in use and its earlier versions, the oldest first. */
  static List<Codebook> untilNow(ProjectFile file) {
    Codebook now = inUse(file);
    return file.reading(CodebookTable::all).stream()
        .filter(stored -> stored.id().equals(now.id()) && stored.version() <= now.version())
        .map(stored -> parse(stored.json()))
        .toList();
  }

  /** Gives a new project the codebook that comes with Examen. */
  static Codebook putDefault(ProjectFile file) {
    String json = Resources.text(CodebookReader.AGENTIC_MISALIGNMENT);
    Codebook codebook = parse(json);
    file.runInTransaction(
        writing -> {
          CodebookTable.insert(
              writing, new StoredCodebook(codebook.id(), codebook.version(), json));
          CodebookTable.use(writing, codebook.id(), codebook.version());
        });
    return codebook;
  }

  private static Codebook parse(String json) {
    try {
      return CodebookReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Malformed e) {
      throw new Refusal("the codebook cannot be read: " + e.why(), e);
    }
  }
}
