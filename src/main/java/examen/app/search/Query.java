package examen.app.search;

import java.util.List;
import java.util.stream.Stream;

/** What is looked for in the parts of all transcripts. A part is found if all of it holds there. */
public sealed interface Query {
  /** All of these hold. */
  record All(List<Query> queries) implements Query {
    public All {
      queries = List.copyOf(queries);
    }
  }

  /** At least one of these holds. */
  record Any(List<Query> queries) implements Query {
    public Any {
      queries = List.copyOf(queries);
    }
  }

  /** This does not hold. */
  record Not(Query query) implements Query {}

  /** The part has these words, one after the other. */
  record Words(Term term) implements Query {}

  /**
   * The part, or the transcript that it is in, is of this kind.
   *
   * @param name the name of the condition where the field is that; else empty
   * @param at where the value stands in what was typed, in UTF-16 code units
   */
  record Filter(Field field, String name, String value, int at) implements Query {}

  /** What a filter looks at. */
  enum Field {
    /** Who speaks. */
    ROLE("role", false),
    /** What kind of part it is. */
    PART("part", false),
    /** What the rater marked in the part. */
    TAG("tag", false),
    /** Who marked something in the part. */
    RATER("rater", false),
    /** What rules find in the part. */
    HIGHLIGHT("highlight", false),
    /** The title of the transcript. */
    TITLE("title", true),
    /** How far the rater is with the transcript. */
    STATE("state", true),
    /** A condition of the transcript. */
    CONDITION("", true);

    private final String wire;
    private final boolean ofTranscript;

    Field(String wire, boolean ofTranscript) {
      this.wire = wire;
      this.ofTranscript = ofTranscript;
    }

    /** The name in queries; empty for conditions, which have names of their own. */
    public String wire() {
      return wire;
    }

    /** Whether it is the same in all parts of a transcript. */
    public boolean isOfTranscript() {
      return ofTranscript;
    }
  }

  /** All filters and words in it that must hold, rather than not hold, for it to be found. */
  default Stream<Query> wanted() {
    return switch (this) {
      case All(List<Query> queries) -> queries.stream().flatMap(Query::wanted);
      case Any(List<Query> queries) -> queries.stream().flatMap(Query::wanted);
      case Not(Query query) -> query.unwanted();
      case Words _, Filter _ -> Stream.of(this);
    };
  }

  private Stream<Query> unwanted() {
    return switch (this) {
      case All(List<Query> queries) -> queries.stream().flatMap(Query::unwanted);
      case Any(List<Query> queries) -> queries.stream().flatMap(Query::unwanted);
      case Not(Query query) -> query.wanted();
      case Words _, Filter _ -> Stream.of();
    };
  }

  /** All filters and words in it. */
  default Stream<Query> leaves() {
    return switch (this) {
      case All(List<Query> queries) -> queries.stream().flatMap(Query::leaves);
      case Any(List<Query> queries) -> queries.stream().flatMap(Query::leaves);
      case Not(Query query) -> query.leaves();
      case Words _, Filter _ -> Stream.of(this);
    };
  }
}
