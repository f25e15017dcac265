package examen.app;

import examen.app.search.BadQuery;
import examen.app.search.Matching;
import examen.app.search.Query;
import examen.app.search.Query.Field;
import examen.app.search.QueryParser;
import examen.codebook.Tag;
import examen.rating.RaterId;
import examen.store.Passage;
import examen.store.ProjectFile;
import examen.store.Reading;
import examen.store.SearchIndex;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds words in all transcripts of a project, as far as one rater may read them now. The index of
 * words says where to look; each place is then found in the text itself.
 */
public final class ProjectSearch {
  /** The most hits that are kept; more are only counted. */
  public static final int MOST = 2_000;

  private static final int CONTEXT = 90;
  private static final int BATCH = 64;
  private static final long BATCH_BYTES = 4_000_000;

  private final Workbench workbench;
  private final ProjectFile file;
  private final RaterId rater;

  ProjectSearch(Workbench workbench, ProjectFile file, RaterId rater) {
    this.workbench = workbench;
    this.file = file;
    this.rater = rater;
  }

  /**
   * What these words ask.
   *
   * @throws BadQuery if they cannot be understood, or name what there is not
   */
  public Query understand(String words) throws BadQuery {
    Query query = QueryParser.parse(words);
    Set<String> conditions = new TreeSet<>();
    workbench
        .transcripts(rater)
        .forEach(line -> conditions.addAll(line.conditions().values().keySet()));
    for (Query leaf : query.leaves().toList()) {
      if (leaf instanceof Query.Filter filter) {
        check(filter, conditions);
      }
    }
    return query;
  }

  private void check(Query.Filter filter, Set<String> conditions) throws BadQuery {
    String value = filter.value();
    switch (filter.field()) {
      case CONDITION -> {
        if (!conditions.contains(filter.name())) {
          throw new BadQuery(unknownName(filter.name()), filter.at());
        }
      }
      case TAG -> {
        if (workbench.codebook().tags().stream().noneMatch(tag -> isNamed(tag, value))) {
          throw new BadQuery("the codebook has no tag " + shortened(value), filter.at());
        }
      }
      case RATER -> {
        if (!value.equals(rater.value())) {
          throw new BadQuery(
              "only what you marked yourself can be found: rater:" + rater.value(), filter.at());
        }
      }
      case ROLE, PART, HIGHLIGHT, TITLE, STATE -> {}
    }
  }

  private static String unknownName(String name) {
    String shown = shortened(name);
    return "nothing here is called "
        + shown
        + "; to look for a colon, put quotation marks around the words";
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  /** Whether this is the tag, or the one above it. */
  static boolean isNamed(Tag tag, String value) {
    String id = tag.id().value();
    return id.equals(value) || id.startsWith(value + "/") || tag.name().equalsIgnoreCase(value);
  }

  /**
   * Looks for this.
   *
   * @param query as {@link #understand} gave it
   * @param progress told after every few parts; stopped, what was found so far is the result
   */
  public SearchResult find(Query query, Progress progress) {
    workbench.checkThread();
    Matching matching = new Matching(query);
    Map<TranscriptId, SearchFacts> transcripts = transcripts(matching);
    List<Passage.Place> places =
        file.reading(reading -> candidates(reading, matching)).stream()
            .filter(place -> transcripts.containsKey(place.transcript()))
            .toList();
    Found found = new Found();
    int done = 0;
    while (done < places.size()) {
      if (!progress.at(done, places.size(), "")) {
        return found.result(false);
      }
      List<Passage.Place> batch = batch(places, done);
      for (Passage passage : file.reading(reading -> SearchIndex.passages(reading, batch))) {
        look(passage, matching, transcripts, found);
      }
      done += batch.size();
    }
    return found.result(true);
  }

  private static List<Passage.Place> candidates(Reading reading, Matching matching) {
    return matching.isOfTranscripts()
        ? SearchIndex.firsts(reading)
        : matching
            .forIndex()
            .map(match -> SearchIndex.having(reading, match))
            .orElseGet(() -> SearchIndex.all(reading));
  }

  /** What is known of each transcript in which the query may be found. */
  private Map<TranscriptId, SearchFacts> transcripts(Matching matching) {
    boolean needsHeadway = matching.asks(Field.STATE);
    Map<TranscriptId, SearchFacts> facts = new LinkedHashMap<>();
    for (TranscriptLine line : workbench.transcripts(rater)) {
      Headway headway = needsHeadway ? workbench.headway(line.id(), rater) : null;
      SearchFacts of = new SearchFacts(workbench, rater, line, headway);
      if (matching.mayBeIn(of::ofTranscript)) {
        facts.put(line.id(), of);
      }
    }
    return facts;
  }

  private static List<Passage.Place> batch(List<Passage.Place> places, int from) {
    int end = from + 1;
    long bytes = places.get(from).bytes();
    while (end < places.size() && end - from < BATCH) {
      bytes += places.get(end).bytes();
      if (bytes > BATCH_BYTES) {
        break;
      }
      end++;
    }
    return places.subList(from, end);
  }

  private static void look(
      Passage passage, Matching matching, Map<TranscriptId, SearchFacts> transcripts, Found found) {
    SearchFacts facts = transcripts.get(passage.transcript());
    if (facts != null) {
      List<Span> spans = matching.places(passage.text(), facts.in(passage));
      if (!spans.isEmpty()) {
        found.transcripts.add(passage.transcript());
      }
      for (Span span : spans) {
        found.count++;
        if (found.hits.size() < MOST) {
          found.hits.add(hit(passage, facts.title(), span));
        }
      }
    }
  }

  private static SearchHit hit(Passage passage, String title, Span span) {
    String text = passage.text();
    Anchor anchor =
        new Anchor(passage.transcript(), passage.message(), passage.part(), span, span.of(text));
    int from = whole(text, Math.max(0, span.start() - CONTEXT));
    int to = whole(text, Math.min(text.length(), span.end() + CONTEXT));
    return new SearchHit(
        anchor,
        title,
        passage.role(),
        passage.kind(),
        text.substring(from, span.start()),
        text.substring(span.end(), to));
  }

  /** The offset, or the one before it where it would cut a character. */
  private static int whole(String text, int offset) {
    boolean cuts =
        offset > 0
            && offset < text.length()
            && Character.isLowSurrogate(text.charAt(offset))
            && Character.isHighSurrogate(text.charAt(offset - 1));
    return cuts ? offset - 1 : offset;
  }

  /** What was found so far. */
  private static final class Found {
    private final List<SearchHit> hits = new ArrayList<>();
    private final Set<TranscriptId> transcripts = new LinkedHashSet<>();
    private int count;

    SearchResult result(boolean whole) {
      return new SearchResult(hits, count, List.copyOf(transcripts), whole);
    }
  }
}
