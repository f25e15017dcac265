package examen.study;

import examen.codebook.TagId;
import examen.stats.span.LabelledSpan;
import examen.stats.span.SpanF1;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which marks an analysis of places looks at. */
sealed interface SpanSubject {
  String title();

  /** Those of a rater's marks that count, with the labels by which they are held together. */
  List<LabelledSpan> of(List<LabelledSpan> spans);

  /** Marks of one tag and all below it, as one label. */
  record OfTag(String title, String wire, Set<String> tags) implements SpanSubject {
    static OfTag of(Frame frame, Variable.OfTag tag) {
      return new OfTag(
          tag.title(frame),
          tag.tag().value(),
          tag.tags().stream().map(TagId::value).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public List<LabelledSpan> of(List<LabelledSpan> spans) {
      return spans.stream()
          .filter(span -> tags.contains(span.label()))
          .map(span -> new LabelledSpan(span.start(), span.end(), wire))
          .toList();
    }
  }

  /** All marks, each with its own tag. */
  record AllTags() implements SpanSubject {
    @Override
    public String title() {
      return "all tags, same tag";
    }

    @Override
    public List<LabelledSpan> of(List<LabelledSpan> spans) {
      return spans;
    }
  }

  /** All marks, whatever their tags; marks of one rater that overlap are one. */
  record AnyTag() implements SpanSubject {
    @Override
    public String title() {
      return "any tag, places only";
    }

    @Override
    public List<LabelledSpan> of(List<LabelledSpan> spans) {
      List<LabelledSpan> sorted = new ArrayList<>(SpanF1.unlabelled(spans));
      sorted.sort(Comparator.comparingLong(LabelledSpan::start));
      List<LabelledSpan> merged = new ArrayList<>();
      for (LabelledSpan span : sorted) {
        if (!merged.isEmpty() && merged.getLast().end() > span.start()) {
          LabelledSpan last = merged.removeLast();
          long end = Math.max(last.end(), span.end());
          merged.add(new LabelledSpan(last.start(), end, last.label()));
        } else {
          merged.add(span);
        }
      }
      return merged;
    }
  }

  /** Each tag that someone put, then all of them together. */
  static List<SpanSubject> all(Frame frame) {
    Set<String> used = new TreeSet<>();
    frame
        .cases()
        .forEach(
            c ->
                c.submitted()
                    .forEach(s -> s.annotations().forEach(a -> used.add(a.tag().value()))));
    List<SpanSubject> all = new ArrayList<>();
    for (Variable variable : Variables.human(frame)) {
      if (variable instanceof Variable.OfTag tag
          && tag.tags().stream().anyMatch(t -> used.contains(t.value()))) {
        all.add(OfTag.of(frame, tag));
      }
    }
    all.add(new AllTags());
    all.add(new AnyTag());
    return all;
  }
}
