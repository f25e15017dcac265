import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * Run by the build with the JDK that the build found. Leaves three files for the start script:
 * which java that was, the arguments to give it, and the program as one archive, as what the JDK
 * prepares for a faster start must not be in folders. What has not changed is not written anew, so
 * that what was prepared stays good.
 */
final class WriteLaunchFile {
  private WriteLaunchFile() {}

  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    Path classes = target.resolve("classes");
    Path program = target.resolve("examen.jar");
    write(program, archive(classes));
    String classPath = args[2].replace(classes.toString(), program.toString());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    write(target.resolve("launch-java"), (java + "\n").getBytes(StandardCharsets.UTF_8));
    List<String> arguments =
        List.of(
            "--module-path=" + target.resolve("javafx"),
            "--add-modules=javafx.controls",
            "--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-Dexamen.home=" + target.toAbsolutePath().getParent(),
            "-classpath",
            classPath,
            "examen.Main");
    StringBuilder file = new StringBuilder();
    for (String argument : arguments) {
      file.append('"').append(argument.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"\n");
    }
    // Always new: the start script takes it for the time of the build.
    Files.writeString(target.resolve("launch-arguments"), file.toString());
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
      Files.write(file, bytes);
    }
  }

  /**
   * The same bytes for the same classes, whenever they were compiled; not packed, to start fast.
   */
  private static byte[] archive(Path classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes);
        Stream<Path> all = Files.walk(classes)) {
      jar.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        jar.putNextEntry(entry);
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
