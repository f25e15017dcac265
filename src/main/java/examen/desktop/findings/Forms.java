package examen.desktop.findings;

import examen.study.Choice;
import examen.study.Study;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was said for each analysis while the window is open. An analysis that is opened for the
 * first time begins with what was last said for the same choices of another.
 */
final class Forms {
  private final Map<String, List<Field>> forms = new HashMap<>();
  private final Map<Key, String> latest = new HashMap<>();

  private record Key(String id, Choice.Kind kind) {}

  List<Field> of(Study study) {
    return forms.computeIfAbsent(
        study.id(), id -> study.choices().stream().map(this::field).toList());
  }

  private Field field(Choice choice) {
    Key key = new Key(choice.id(), choice.kind());
    Field field = new Field(choice, latest.getOrDefault(key, ""));
    field.valueProperty().addListener((property, before, now) -> latest.put(key, now));
    return field;
  }
}
