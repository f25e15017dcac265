package examen.format.codebook;

import examen.codebook.Warning;
import examen.format.Malformed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what a codebook warns of. A warning has {@code id}, {@code text} and perhaps {@code where}:
 * by the name of a condition the values of the transcripts that are meant.
 */
final class WarningReader {
  private WarningReader() {}

  static List<Warning> read(List<CodebookNode> nodes) throws Malformed {
    List<Warning> warnings = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (CodebookNode node : nodes) {
      node.allow("id", "text", "where");
      String id = node.text("id", CodebookReader.ID);
      if (!ids.add(id)) {
        throw node.wrong("id", "is taken by a warning before it");
      }
      warnings.add(new Warning(id, node.text("text"), where(node)));
    }
    return warnings;
  }

  private static Map<String, List<String>> where(CodebookNode warning) throws Malformed {
    Map<String, List<String>> where = new TreeMap<>();
    if (warning.has("where")) {
      CodebookNode conditions = warning.object("where");
      for (String condition : conditions.keys()) {
        List<String> values = conditions.texts(condition);
        if (values.isEmpty()) {
          throw conditions.wrong(condition, "must be one value or more");
        }
        where.put(condition, values);
      }
    }
    return where;
  }
}
