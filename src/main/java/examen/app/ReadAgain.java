package examen.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.store.Writing;
import examen.transcript.TranscriptId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each rater must read again because of a newer codebook, until they submit it anew; each
 * rater's apart, as it tells what they had said.
 */
final class ReadAgain {
  private static final String KEY = "read-again/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProjectFile file;

  ReadAgain(ProjectFile file) {
    this.file = file;
  }

  void put(
      Writing writing,
      int version,
      Instant at,
      SortedMap<RaterId, SortedMap<TranscriptId, SortedSet<String>>> all) {
    forget(writing, version);
    all.forEach(
        (rater, transcripts) ->
            ProjectSettings.put(writing, key(version, rater), text(at, transcripts)));
  }

  /** It was taken back. */
  void forget(Writing writing, int version) {
    ProjectSettings.beginningWith(writing, KEY + version + "/")
        .keySet()
        .forEach(key -> ProjectSettings.put(writing, key, "{}"));
  }

  /** What this rater must read again now, with the reasons. */
  SortedMap<TranscriptId, SortedSet<String>> of(RaterId rater, Ledger ledger) {
    SortedMap<TranscriptId, SortedSet<String>> all = new TreeMap<>();
    file.reading(reading -> ProjectSettings.beginningWith(reading, KEY))
        .forEach(
            (key, text) -> {
              if (key.substring(key.indexOf('/', KEY.length()) + 1).equals(rater.value())) {
                read(text, rater, ledger, all);
              }
            });
    return all;
  }

  private static String key(int version, RaterId rater) {
    return KEY + version + "/" + rater.value();
  }

  private static String text(Instant at, SortedMap<TranscriptId, SortedSet<String>> transcripts) {
    ObjectNode object = JSON.createObjectNode().put("at", at.toString());
    ObjectNode each = object.putObject("transcripts");
    transcripts.forEach(
        (id, reasons) -> {
          ArrayNode array = each.putArray(id.value());
          reasons.forEach(array::add);
        });
    return object.toString();
  }

  /** What another program may have spoiled is left out. */
  private static void read(
      String text, RaterId rater, Ledger ledger, SortedMap<TranscriptId, SortedSet<String>> all) {
    try {
      JsonNode object = JSON.readTree(text);
      if (!object.path("at").isTextual()) {
        return;
      }
      Instant at = Instant.parse(object.path("at").textValue());
      for (Map.Entry<String, JsonNode> each : object.path("transcripts").properties()) {
        TranscriptId id = new TranscriptId(each.getKey());
        if (ledger.submittedAt(rater, id).filter(then -> then.isAfter(at)).isEmpty()) {
          SortedSet<String> reasons = all.computeIfAbsent(id, same -> new TreeSet<>());
          each.getValue().forEach(reason -> reasons.add(reason.asText()));
        }
      }
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      // The list is a help; what must be read again is in the log, too.
      return;
    }
  }
}
