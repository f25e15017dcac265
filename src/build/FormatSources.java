import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Puts every Java source of the project into google-java-format; SourceTest holds them there. */
final class FormatSources {
  private FormatSources() {}

  public static void main(String[] args) throws Exception {
    Formatter formatter = new Formatter();
    for (Path root :
        List.of(Path.of("src/main/java"), Path.of("src/test/java"), Path.of("src/build"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file :
            (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
          String before = Files.readString(file);
          String after = formatter.formatSourceAndFixImports(before);
          if (!after.equals(before)) {
            Files.writeString(file, after);
            System.out.println("formatted " + file);
          }
        }
      }
    }
  }
}
