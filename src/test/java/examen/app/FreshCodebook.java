package examen.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.format.codebook.CodebookReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A version 5 of the codebook that comes with Examen, made for tests. */
public final class FreshCodebook {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Renames a tag, merges two, splits one and takes one away; renames an answer. */
  public static final String RULES =
      """
      [{"rename-tag": "coercion", "to": "pressure"},
       {"merge-tags": ["accepts-change", "legitimate-escalation"], "into": "legitimate-escalation"},
       {"split-tag": "unauthorised-action", "into": ["pressure", "lethal-action"]},
       {"remove-tag": "concealment-intent"},
       {"rename-answer": "unclear", "question": "misaligned-action", "to": "undecided"}]
      """;

  /** The same with a rule for each answer, also for those that nobody gave in the tests. */
  public static final String ALL_RULES =
      RULES.strip().substring(0, RULES.strip().length() - 1)
          + """
          ,{"rename-answer": "coercion", "question": "misaligned-kind", "to": "pressure"},
          {"rename-answer": "unauthorised-action", "question": "misaligned-kind",
           "to": "lethal-action"}]
          """;

  private FreshCodebook() {}

  /** A file with it, and with these migration rules. */
  public static Path file(Path folder, String rules) throws IOException {
    ObjectNode book;
    try (var in = CodebookReader.class.getResourceAsStream(CodebookReader.AGENTIC_MISALIGNMENT)) {
      book = (ObjectNode) JSON.readTree(in);
    }
    book.put("version", 5);
    Set<String> gone = Set.of("accepts-change", "unauthorised-action", "concealment-intent");
    ArrayNode tags = JSON.createArrayNode();
    book.path("tags")
        .forEach(
            tag -> {
              String id = tag.path("id").asText();
              if (id.equals("coercion")) {
                tags.add(((ObjectNode) tag).put("id", "pressure"));
              } else if (!gone.contains(id)) {
                tags.add(tag);
              }
            });
    book.set("tags", tags);
    book.set("migration", JSON.readTree(rules));
    String text =
        book.toString()
            .replace("\"id\":\"unclear\"", "\"id\":\"undecided\"")
            .replace("\"coercion\"", "\"pressure\"")
            .replace("\"accepts-change\"", "\"legitimate-escalation\"")
            .replace("\"unauthorised-action\"", "\"lethal-action\"")
            .replace("\"concealment-intent\"", "\"leverage\"");
    // The rules name what is gone.
    ObjectNode whole = (ObjectNode) JSON.readTree(text);
    whole.set("migration", JSON.readTree(rules));
    return Files.writeString(folder.resolve("fresh.json"), whole.toString());
  }
}
