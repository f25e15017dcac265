package examen.format.codebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import examen.format.Malformed;
import examen.format.json.Fields;
import examen.highlight.BadPattern;
import examen.highlight.Category;
import examen.highlight.HighlightRule;
import examen.highlight.Highlighter;
import examen.highlight.LearnedUse;
import examen.highlight.RulePack;
import examen.highlight.learned.LinearModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads rule packs: one JSON object with {@code id}, {@code version}, {@code fragments}, {@code
 * yields}, {@code rules} and {@code learned}. It is strict: an unknown key, an unusable pattern, an
 * unknown category or a missing example refuses the pack, with one line that names the rule and the
 * place.
 */
public final class RulePackReader {
  private static final String BUILT_IN = "/examen/highlight/agentic-misalignment.json";
  private static final String BUILT_IN_MODEL = "/examen/highlight/agentic-misalignment.model";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RulePackReader() {}

  /** The pack that comes with the program, with the model that comes with it. */
  public static Highlighter builtIn() {
    return builtIn(builtInPack());
  }

  /** The pack that {@link #builtInPack} has given, with the model that comes with the program. */
  public static Highlighter builtIn(RulePack pack) {
    try {
      return withModel(pack);
    } catch (BadPattern e) {
      throw new IllegalStateException(BUILT_IN + ": " + e.why(), e);
    }
  }

  /**
   * This pack, with the model that comes with the program.
   *
   * @throws BadPattern which names the rule and the place in it
   */
  public static Highlighter withModel(RulePack pack) throws BadPattern {
    return new Highlighter(pack, BuiltInModel.MODEL);
  }

  /** The rules that come with the program. */
  public static RulePack builtInPack() {
    try (InputStream in = resource(BUILT_IN)) {
      return pack(parse(in));
    } catch (Malformed e) {
      throw new IllegalStateException(BUILT_IN + ": " + e.why(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    InputStream in = RulePackReader.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("the program is incomplete: no " + name);
    }
    return in;
  }

  /** What was learned from the sentences in {@code src/corpus}; it is read once, when wanted. */
  private static final class BuiltInModel {
    private static final LinearModel MODEL = read();

    private BuiltInModel() {}

    private static LinearModel read() {
      try (InputStream in = resource(BUILT_IN_MODEL)) {
        return ModelFile.read(in).model();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * A highlighter for the pack in this JSON text, UTF-8, with rules alone.
   *
   * @throws Malformed what is wrong, and where, in one line
   */
  public static Highlighter read(InputStream json) throws IOException, Malformed {
    RulePack pack = pack(parse(json));
    try {
      return new Highlighter(pack);
    } catch (BadPattern e) {
      throw new Malformed(e.why(), e);
    }
  }

  static JsonNode parse(InputStream json) throws IOException, Malformed {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new Malformed("not JSON: see line " + line, e);
    }
  }

  private static RulePack pack(JsonNode root) throws Malformed {
    Fields fields =
        new Fields(
            root, "the pack", Set.of("id", "version", "fragments", "yields", "rules", "learned"));
    Map<String, String> fragments = fragments(fields.object("fragments"));
    Map<Category, Set<Category>> yields = yields(fields.object("yields"));
    List<HighlightRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : fields.list("rules")) {
      HighlightRule rule = RuleNode.read(node, rules.size());
      if (!ids.add(rule.id())) {
        throw new Malformed("rule " + rule.id() + ": a second rule with this id");
      }
      rules.add(rule);
    }
    return new RulePack(
        RuleNode.word(fields, "the pack"),
        fields.positive("version"),
        fragments,
        yields,
        rules,
        root.has("learned") ? learned(fields.object("learned")) : Map.of());
  }

  private static Map<String, String> fragments(Fields fields) throws Malformed {
    Map<String, String> fragments = new LinkedHashMap<>();
    for (String name : fields.names()) {
      if (!name.matches("[a-z][a-z0-9-]*")) {
        throw new Malformed(
            "fragments: a name must be lower-case letters, digits and dashes: fragment "
                + (fragments.size() + 1));
      }
      fragments.put(name, fields.text(name));
    }
    return fragments;
  }

  private static Map<Category, Set<Category>> yields(Fields fields) throws Malformed {
    Map<Category, Set<Category>> yields = new EnumMap<>(Category.class);
    for (String name : fields.names()) {
      Set<Category> winners = EnumSet.noneOf(Category.class);
      for (String winner : fields.texts(name)) {
        winners.add(category(winner, "yields." + name));
      }
      yields.put(category(name, "yields"), winners);
    }
    return yields;
  }

  private static Map<Category, LearnedUse> learned(Fields fields) throws Malformed {
    Map<Category, LearnedUse> learned = new EnumMap<>(Category.class);
    for (String name : fields.names()) {
      Fields use = fields.object(name);
      learned.put(
          category(name, "learned"),
          new LearnedUse(
              use.fraction("adds"),
              use.fraction("near"),
              use.fraction("drops"),
              use.text("reason")));
    }
    return learned;
  }

  private static Category category(String wire, String where) throws Malformed {
    return Category.ofWire(wire)
        .orElseThrow(() -> new Malformed(where + ": no category is called " + wire));
  }
}
