package examen.format.codebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.format.Malformed;
import examen.format.json.Fields;
import examen.highlight.BadPattern;
import examen.highlight.HighlightRule;
import examen.highlight.Highlighter;
import examen.highlight.LearnedUse;
import examen.highlight.RuleChanges;
import examen.highlight.RuleExamples;
import examen.highlight.RulePack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The form in which a project's changes to the rules are kept: one JSON object with {@code
 * examen-rules}, {@code off} and {@code rules}. It is as strict as {@link RulePackReader}, and
 * holds each rule to its examples.
 */
public final class RuleChangesFile {
  /** How long such a text may be, in UTF-16 code units. */
  public static final int LONGEST = 1 << 20;

  private static final String VERSION = "examen-rules";
  private static final String OFF = "off";
  private static final String RULES = "rules";
  private static final int MOST_RULES = 500;
  private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";

  private RuleChangesFile() {}

  /**
   * Reads changes and tries them out.
   *
   * @param pack the one that is changed
   * @throws Malformed the first mistake, with its place, in one line
   */
  public static RuleChanges read(String json, RulePack pack) throws Malformed {
    RuleChanges changes = parse(json);
    for (HighlightRule rule : changes.rules()) {
      keepExamples(rule, pack.fragments());
    }
    return changes;
  }

  /**
   * What finds with these changes, the model that comes with the program included.
   *
   * @throws Malformed if a rule cannot be used, with its name and the place in it
   */
  public static Highlighter highlighter(RuleChanges changes, RulePack pack) throws Malformed {
    try {
      return RulePackReader.withModel(changes.appliedTo(pack));
    } catch (BadPattern e) {
      throw new Malformed(e.why(), e);
    }
  }

  /** The text from which {@link #read} makes the same changes. */
  public static String write(RuleChanges changes) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put(VERSION, 1);
    put(root, OFF, List.copyOf(changes.off()));
    ArrayNode rules = root.putArray(RULES);
    changes.rules().forEach(rule -> rules.add(node(rule)));
    return root.toPrettyString() + "\n";
  }

  /** One rule as it stands among the others, one JSON object. */
  public static String write(HighlightRule rule) {
    return node(rule).toString();
  }

  private static ObjectNode node(HighlightRule rule) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", rule.id());
    node.put("category", rule.category().wire());
    node.put("scope", rule.scope().wire());
    if (rule.cues().isEmpty()) {
      put(node, "patterns", rule.patterns());
    } else {
      put(node, "cues", rule.cues());
    }
    put(node, "unless", rule.unless());
    node.put("reason", rule.reason());
    put(node, "finds", rule.finds());
    put(node, "passes", rule.passes());
    return node;
  }

  private static void put(ObjectNode node, String name, List<String> texts) {
    ArrayNode list = node.putArray(name);
    texts.forEach(list::add);
  }

  private static RuleChanges parse(String json) throws Malformed {
    if (json.length() > LONGEST) {
      throw new Malformed("longer than " + LONGEST + " characters");
    }
    JsonNode root = node(json);
    Fields fields = new Fields(root, "the rules", Set.of(VERSION, OFF, RULES));
    if (fields.positive(VERSION) != 1) {
      throw new Malformed("the rules, " + VERSION + ": made by a later Examen");
    }
    return new RuleChanges(new TreeSet<>(fields.texts(OFF)), rules(fields.list(RULES)));
  }

  private static JsonNode node(String json) throws Malformed {
    try {
      return RulePackReader.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<HighlightRule> rules(JsonNode list) throws Malformed {
    if (list.size() > MOST_RULES) {
      throw new Malformed("the rules: more than " + MOST_RULES);
    }
    List<HighlightRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : list) {
      HighlightRule rule = RuleNode.read(node, rules.size());
      if (!rule.id().matches(ID) || LearnedUse.isTaken(rule.id())) {
        throw new Malformed(
            "rules["
                + rules.size()
                + "], id: lower-case letters, digits and dashes are wanted, at most 64, and not"
                + " \"learned-\" or \"suggested-\" before them");
      }
      if (!ids.add(rule.id())) {
        throw new Malformed("rule " + rule.id() + ": a second rule with this id");
      }
      rules.add(rule);
    }
    return rules;
  }

  private static void keepExamples(HighlightRule rule, Map<String, String> fragments)
      throws Malformed {
    try {
      Optional<String> broken = RuleExamples.broken(rule, fragments);
      if (broken.isPresent()) {
        throw new Malformed("rule " + rule.id() + ", " + broken.get());
      }
    } catch (BadPattern e) {
      throw new Malformed(e.why(), e);
    }
  }
}
