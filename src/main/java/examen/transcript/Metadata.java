package examen.transcript;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a source says and the model of a transcript has no place for, by name; each value is a JSON
 * text. Kept whole, so that nothing of a source is lost.
 */
public record Metadata(SortedMap<String, String> values) {
  public static final Metadata NONE = new Metadata(new TreeMap<>());

  public Metadata {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Metadata of(Map<String, String> values) {
    return new Metadata(new TreeMap<>(values));
  }
}
