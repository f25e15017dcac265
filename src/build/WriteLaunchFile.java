import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Run by the build with the JDK that the build found. Leaves two files for the start script: which
 * java that was, and the arguments to give it.
 */
final class WriteLaunchFile {
  private WriteLaunchFile() {}

  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    String classPath = args[2];
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(target.resolve("launch-java"), java + "\n");
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
    Files.writeString(target.resolve("launch-arguments"), file.toString());
  }
}
