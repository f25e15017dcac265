package examen.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.rating.Ledger;
import examen.rating.Migration;
import examen.rating.RaterId;
import examen.rating.Stamp;
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
import java.util.function.BiPredicate;

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

  /** Adds what came up later; what is listed already stays as it is. */
  void putLater(
      Writing writing,
      int version,
      Stamp stamp,
      SortedMap<RaterId, SortedMap<TranscriptId, SortedSet<String>>> more) {
    more.forEach(
        (rater, transcripts) ->
            ProjectSettings.put(
                writing,
                KEY + version + "+" + stamp.id() + "/" + rater.value(),
                text(stamp.at(), transcripts)));
  }

  /** The same without what was listed once, whether it was read again since or not. */
  Migration.Result withoutKnown(Migration.Result result) {
    SortedMap<RaterId, SortedMap<TranscriptId, SortedSet<String>>> fresh = new TreeMap<>();
    result
        .again()
        .forEach(
            (rater, transcripts) -> {
              SortedMap<TranscriptId, SortedSet<String>> listed = of(rater, (id, at) -> true);
              transcripts.forEach(
                  (id, reasons) -> {
                    SortedSet<String> rest = new TreeSet<>(reasons);
                    rest.removeAll(listed.getOrDefault(id, new TreeSet<>()));
                    if (!rest.isEmpty()) {
                      fresh.computeIfAbsent(rater, r -> new TreeMap<>()).put(id, rest);
                    }
                  });
            });
    return new Migration.Result(result.changes(), result.touched(), result.missing(), fresh);
  }

  /** It was taken back. */
  void forget(Writing writing, int version) {
    ProjectSettings.beginningWith(writing, KEY + version + "/")
        .keySet()
        .forEach(key -> ProjectSettings.put(writing, key, "{}"));
  }

  /** What this rater must read again now, with the reasons. */
  SortedMap<TranscriptId, SortedSet<String>> of(RaterId rater, Ledger ledger) {
    return of(
        rater, (id, at) -> ledger.submittedAt(rater, id).filter(t -> t.isAfter(at)).isEmpty());
  }

  private SortedMap<TranscriptId, SortedSet<String>> of(
      RaterId rater, BiPredicate<TranscriptId, Instant> isWanted) {
    SortedMap<TranscriptId, SortedSet<String>> all = new TreeMap<>();
    of(file, rater).values().forEach(text -> read(text, isWanted, all));
    return all;
  }

  /** The settings that hold this rater's lists. */
  static SortedMap<String, String> of(ProjectFile file, RaterId rater) {
    SortedMap<String, String> own = new TreeMap<>();
    file.reading(reading -> ProjectSettings.beginningWith(reading, KEY))
        .forEach(
            (key, text) -> {
              if (isOf(key, rater)) {
                own.put(key, text);
              }
            });
    return own;
  }

  private static boolean isOf(String key, RaterId rater) {
    return key.substring(key.indexOf('/', KEY.length()) + 1).equals(rater.value());
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
      String text,
      BiPredicate<TranscriptId, Instant> isWanted,
      SortedMap<TranscriptId, SortedSet<String>> all) {
    try {
      JsonNode object = JSON.readTree(text);
      if (!object.path("at").isTextual()) {
        return;
      }
      Instant at = Instant.parse(object.path("at").textValue());
      for (Map.Entry<String, JsonNode> each : object.path("transcripts").properties()) {
        TranscriptId id = new TranscriptId(each.getKey());
        if (isWanted.test(id, at)) {
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
