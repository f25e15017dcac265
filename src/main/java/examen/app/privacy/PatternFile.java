package examen.app.privacy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * A list of patterns of secrets, one a line: {@code name = pattern}, or {@code name (check) =
 * pattern} with a check that the place must pass. After that, in square brackets, may stand words
 * of which a text must hold one for the pattern to be tried at all. A pattern may stand in single
 * quotation marks, as in TOML. Empty lines and lines that begin with {@code #} say nothing.
 */
public final class PatternFile {
  /** The list that comes with Examen. */
  public static final String USUAL = "usual";

  private static final String USUAL_RESOURCE = "/examen/privacy/usual-secrets.txt";
  private static final long LARGEST = 1_000_000;
  private static final int MOST = 1_000;
  private static final java.util.regex.Pattern LINE =
      java.util.regex.Pattern.compile(
          "\\s*([\\p{L}\\p{N}][\\p{L}\\p{N}"
              + " ._-]{0,59}?)\\s*(?:\\(([a-z]+)\\))?\\s*(?:\\[([^\\]]+)\\])?\\s*=\\s*(.+?)\\s*");

  private PatternFile() {}

  /** The patterns that come with Examen. */
  static List<SecretPattern> usual() {
    try (InputStream in = PatternFile.class.getResourceAsStream(USUAL_RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + USUAL_RESOURCE);
      }
      return read(in, USUAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadPatternFile e) {
      throw new IllegalStateException(e.why(), e);
    }
  }

  /**
   * The patterns of a file.
   *
   * @throws BadPatternFile at the first line that cannot be used
   */
  static List<SecretPattern> read(Path file) throws BadPatternFile {
    String name = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > LARGEST) {
        throw new BadPatternFile(name + ": larger than a list of patterns is");
      }
      return read(in, name);
    } catch (CharacterCodingException e) {
      throw new BadPatternFile(name + " is not UTF-8 text");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<SecretPattern> read(InputStream in, String name)
      throws IOException, BadPatternFile {
    List<SecretPattern> patterns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        String where = name + " line " + number + ": ";
        SecretPattern pattern = pattern(line, where);
        if (!names.add(pattern.name())) {
          throw new BadPatternFile(where + "there is a pattern of this name already");
        }
        patterns.add(pattern);
      }
    }
    if (patterns.isEmpty() || patterns.size() > MOST) {
      throw new BadPatternFile(name + " has " + patterns.size() + " patterns, not 1 to " + MOST);
    }
    return patterns;
  }

  private static SecretPattern pattern(String line, String where) throws BadPatternFile {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new BadPatternFile(where + "a line is: name = pattern");
    }
    String wire = parts.group(2) == null ? "none" : parts.group(2);
    SecretCheck check =
        SecretCheck.ofWire(wire)
            .orElseThrow(() -> new BadPatternFile(where + "the checks are luhn, iban, phone, ip"));
    try {
      Pattern pattern = Pattern.compile(unquoted(parts.group(4)));
      if (pattern.matches("")) {
        throw new BadPatternFile(where + "the pattern finds nothing at all everywhere");
      }
      Needs needs = parts.group(3) == null ? Needs.NOTHING : Needs.of(parts.group(3));
      return new SecretPattern(parts.group(1), pattern, check, needs);
    } catch (PatternSyntaxException e) {
      throw new BadPatternFile(where + e.getDescription());
    }
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
