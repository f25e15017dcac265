package examen.app;

import examen.app.search.Matching;
import examen.app.search.Query.Filter;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.rating.RaterId;
import examen.store.Passage;
import examen.transcript.Anchor;
import examen.transcript.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What filters may ask of one transcript, as one rater may know it; looked up when asked. */
final class SearchFacts {
  private final Workbench workbench;
  private final RaterId rater;
  private final TranscriptLine line;
  private final @Nullable Headway headway;
  private @Nullable List<Annotation> annotations;
  private @Nullable List<Highlight> highlights;

  /**
   * @param headway null where nobody asks
   */
  SearchFacts(Workbench workbench, RaterId rater, TranscriptLine line, @Nullable Headway headway) {
    this.workbench = workbench;
    this.rater = rater;
    this.line = line;
    this.headway = headway;
  }

  String title() {
    return line.title();
  }

  /** Whether the transcript is so, whichever part is looked at. */
  boolean ofTranscript(Filter filter) {
    return switch (filter.field()) {
      case TITLE -> holds(line.title(), filter.value());
      case CONDITION ->
          line.conditions().get(filter.name()).filter(v -> holds(v, filter.value())).isPresent();
      case STATE ->
          headway != null
              && filter
                  .value()
                  .equals(
                      switch (headway.state()) {
                        case OPEN -> "open";
                        case BEGUN -> "begun";
                        case SUBMITTED -> "submitted";
                      });
      case ROLE, PART, TAG, RATER, HIGHLIGHT -> false;
    };
  }

  private static boolean holds(String text, String value) {
    return text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
  }

  /** What filters may ask of a part. */
  Matching.Facts in(Passage passage) {
    return new Matching.Facts() {
      @Override
      public boolean is(Filter filter) {
        return switch (filter.field()) {
          case ROLE -> passage.role().wire().equals(filter.value());
          case PART -> passage.kind().equals(filter.value());
          case TAG, RATER, HIGHLIGHT -> !places(filter).isEmpty();
          case TITLE, CONDITION, STATE -> ofTranscript(filter);
        };
      }

      @Override
      public List<Span> places(Filter filter) {
        return switch (filter.field()) {
          case TAG, RATER -> within(passage, marked(filter));
          case HIGHLIGHT -> within(passage, highlighted(filter.value()));
          case ROLE, PART, TITLE, CONDITION, STATE -> List.of();
        };
      }
    };
  }

  private static List<Span> within(Passage passage, Stream<Anchor> anchors) {
    return anchors
        .filter(a -> a.message() == passage.message() && a.part() == passage.part())
        .map(Anchor::span)
        .toList();
  }

  private Stream<Anchor> marked(Filter filter) {
    return annotations().stream()
        .filter(annotation -> isMeant(annotation, filter))
        .flatMap(annotation -> annotation.anchors().stream());
  }

  private boolean isMeant(Annotation annotation, Filter filter) {
    return switch (filter.field()) {
      case RATER -> annotation.rater().value().equals(filter.value());
      case TAG ->
          workbench
              .codebook()
              .tag(annotation.tag())
              .filter(tag -> ProjectSearch.isNamed(tag, filter.value()))
              .isPresent();
      case ROLE, PART, HIGHLIGHT, TITLE, STATE, CONDITION -> false;
    };
  }

  private Stream<Anchor> highlighted(String category) {
    return highlights().stream()
        .filter(highlight -> highlight.kind().wire().equals(category))
        .map(Highlight::anchor);
  }

  private List<Annotation> annotations() {
    List<Annotation> known = annotations;
    if (known == null) {
      known = workbench.annotations(line.id(), rater);
      annotations = known;
    }
    return known;
  }

  private List<Highlight> highlights() {
    List<Highlight> known = highlights;
    if (known == null) {
      known = workbench.transcript(line.id(), rater).map(workbench::highlights).orElse(List.of());
      highlights = known;
    }
    return known;
  }
}
