package examen.format.codebook;

import examen.codebook.Codebook;
import examen.codebook.MigrationRule;
import examen.codebook.Question;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.codebook.TagKind;
import examen.codebook.Warning;
import examen.format.Malformed;
import examen.format.json.JsonReading;
import examen.highlight.Category;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a codebook from JSON: {@code id}, {@code version}, {@code name}, {@code tags}, {@code
 * questions} and perhaps {@code warnings} and {@code migration} (see {@link MigrationReader}). A
 * tag has {@code id}, {@code name}, {@code kind} ("action" or "reasoning"), {@code definition},
 * {@code includes}, {@code excludes}, {@code colour} and perhaps {@code key} and {@code category}
 * (of highlights that are marked with it when they are accepted); one with a {@code parent} has
 * that one's kind and colour. What a question has is said at {@link QuestionReader}, what a warning
 * has at {@link WarningReader}.
 *
 * <p>Nothing is guessed: what is missing, misspelt or of another type is refused with its place.
 */
public final class CodebookReader {
  /** The codebook that comes with the program. */
  public static final String AGENTIC_MISALIGNMENT = "/examen/codebook/agentic-misalignment.json";

  static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  static final Pattern TAG_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*");
  private static final Pattern COLOUR = Pattern.compile("c([1-9]|1[0-2])");
  private static final Pattern KEY = Pattern.compile("[1-9a-z]");

  private CodebookReader() {}

  /**
   * The codebook in this JSON.
   *
   * @throws Malformed if it is none; the reason says where
   */
  public static Codebook read(InputStream json) throws IOException, Malformed {
    CodebookNode book = new CodebookNode(JsonReading.document(json), "");
    book.allow("id", "version", "name", "tags", "questions", "warnings", "migration");
    String id = book.text("id", ID);
    int version = book.number("version");
    String name = book.text("name");
    List<Tag> tags = tags(book.list("tags"));
    List<Question> questions = QuestionReader.read(book.list("questions"), tags);
    List<Warning> warnings =
        book.has("warnings") ? WarningReader.read(book.list("warnings")) : List.of();
    try {
      return new Codebook(id, version, name, tags, questions, warnings);
    } catch (IllegalArgumentException e) {
      throw new Malformed("the codebook does not hold together: " + e.getMessage(), e);
    }
  }

  /**
   * The rules by which the codebook in this JSON takes the place of the version before it; none if
   * it says none.
   *
   * @throws Malformed if they are none; the reason says where
   */
  public static List<MigrationRule> migration(InputStream json) throws IOException, Malformed {
    CodebookNode book = new CodebookNode(JsonReading.document(json), "");
    return book.has("migration") ? MigrationReader.read(book.list("migration")) : List.of();
  }

  /** The codebook that comes with the program, "Agentic misalignment". */
  public static Codebook agenticMisalignment() {
    try (InputStream json = CodebookReader.class.getResourceAsStream(AGENTIC_MISALIGNMENT)) {
      if (json == null) {
        throw new AssertionError("the program has lost its codebook");
      }
      return read(json);
    } catch (IOException | Malformed e) {
      throw new AssertionError("the program's own codebook is damaged", e);
    }
  }

  private static List<Tag> tags(List<CodebookNode> nodes) throws Malformed {
    Map<TagId, Tag> tags = new LinkedHashMap<>();
    for (CodebookNode node : nodes) {
      Tag tag = tag(node, tags);
      if (tags.putIfAbsent(tag.id(), tag) != null) {
        throw node.wrong("id", "is taken by a tag before it");
      }
    }
    return List.copyOf(tags.values());
  }

  private static Tag tag(CodebookNode node, Map<TagId, Tag> before) throws Malformed {
    node.allow(
        "id",
        "name",
        "kind",
        "parent",
        "definition",
        "includes",
        "excludes",
        "colour",
        "key",
        "category");
    TagId id = new TagId(node.text("id", TAG_ID));
    Tag parent = parent(node, id, before);
    TagKind kind = parent == null ? kind(node) : parent.kind();
    String colour = parent == null ? node.text("colour", COLOUR) : parent.colour();
    if (parent != null && (node.has("kind") || node.has("colour"))) {
      throw node.wrong(
          node.has("kind") ? "kind" : "colour", "is its parent's and is not said again");
    }
    return new Tag(
        id,
        node.text("name"),
        kind,
        parent == null ? null : parent.id(),
        node.text("definition"),
        node.texts("includes"),
        node.texts("excludes"),
        colour,
        node.has("key") ? node.text("key", KEY) : null,
        node.has("category") ? category(node) : null);
  }

  private static String category(CodebookNode node) throws Malformed {
    String said = node.text("category");
    if (Category.ofWire(said).isEmpty()) {
      throw node.wrong("category", "is none of those that highlights have");
    }
    return said;
  }

  private static @Nullable Tag parent(CodebookNode node, TagId id, Map<TagId, Tag> before)
      throws Malformed {
    int slash = id.value().lastIndexOf('/');
    if (!node.has("parent")) {
      if (slash >= 0) {
        throw node.wrong("id", "has a slash, so the tag must have a parent");
      }
      return null;
    }
    String named = node.text("parent", TAG_ID);
    Tag parent = before.get(new TagId(named));
    if (parent == null) {
      throw node.wrong("parent", "is no tag before it");
    }
    if (slash < 0 || !id.value().substring(0, slash).equals(named)) {
      throw node.wrong("id", "must begin with the parent's id and a slash");
    }
    return parent;
  }

  private static TagKind kind(CodebookNode node) throws Malformed {
    String said = node.text("kind");
    return TagKind.ofWire(said)
        .orElseThrow(() -> node.wrong("kind", "must be action or reasoning"));
  }
}
