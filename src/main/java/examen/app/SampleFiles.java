package examen.app;

import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.transcript.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which sample files there are, as far as can be told without reading them, and which program would
 * read them: a project keeps it, so that they are read again only when this changes.
 *
 * @param text the same for the same names, sizes and times of change, and the same program
 */
record SampleFiles(String text) {
  private static final String KEY = "samples";

  static SampleFiles in(Path folder) {
    StringBuilder all = new StringBuilder(Version.PROGRAM).append('\n');
    try (Stream<Path> walked = Files.walk(folder)) {
      appendProgram(all);
      List<Path> files = walked.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        append(all, file, folder.relativize(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SampleFiles(Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** Another build of the same version may read them in another way. */
  private static void appendProgram(StringBuilder all) throws IOException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (Files.exists(Path.of(entry))) {
        append(all, Path.of(entry), Path.of(entry));
      }
    }
  }

  private static void append(StringBuilder all, Path file, Path name) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    all.append(name)
        .append('\t')
        .append(attributes.size())
        .append('\t')
        .append(attributes.lastModifiedTime().toMillis())
        .append('\n');
  }

  boolean areIn(ProjectFile project) {
    return project.reading(reading -> ProjectSettings.get(reading, KEY)).orElse("").equals(text);
  }

  void keepIn(ProjectFile project) {
    project.runInTransaction(writing -> ProjectSettings.put(writing, KEY, text));
  }
}
