package examen.app.privacy;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.export.Contents;
import examen.rating.Annotation;
import examen.rating.FirstSight;
import examen.rating.HighlightDecision;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.Provenance;
import examen.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Names under which nobody recognises the raters of a project: {@code rater-1}, {@code rater-2} in
 * the order of hashes that only this project gives, so that the order of names, of joining or of
 * work says nothing. The same raters always get the same ones.
 */
final class Pseudonyms {
  private static final Comparator<Verdict> BY_QUESTION =
      Comparator.comparing(Verdict::question).thenComparing(Verdict::rater);
  private static final Comparator<HighlightDecision> BY_HIGHLIGHT =
      Comparator.comparing(HighlightDecision::highlight).thenComparing(HighlightDecision::rater);
  private static final Comparator<Review> BY_RATER = Comparator.comparing(Review::rater);

  private final Map<RaterId, RaterId> names = new HashMap<>();
  private final UnaryOperator<String> sources;

  /**
   * @param salt the project's own
   * @param sources what is told of where a source lay
   */
  Pseudonyms(Collection<RaterId> raters, String salt, UnaryOperator<String> sources) {
    this.sources = sources;
    List<RaterId> order =
        raters.stream()
            .distinct()
            .sorted(Comparator.comparing(rater -> hash(salt + "\n" + rater.value())))
            .toList();
    for (RaterId rater : order) {
      names.put(rater, new RaterId("rater-" + (names.size() + 1)));
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name of a file without its folders. */
  static String fileName(String source) {
    String shown = source.replace('\\', '/');
    return shown.substring(shown.lastIndexOf('/') + 1);
  }

  RaterId of(RaterId rater) {
    RaterId name = names.get(rater);
    if (name == null) {
      throw new IllegalArgumentException("a rater whom the project does not know");
    }
    return name;
  }

  ClassifierRun of(ClassifierRun run) {
    return new ClassifierRun(run.id(), run.name(), run.version(), sources.apply(run.source()));
  }

  Contents.Sample of(Contents.Sample sample) {
    return new Contents.Sample(
        of(sample.transcript()),
        sample.annotations().stream().map(this::of).toList(),
        sample.verdicts().stream().map(this::of).sorted(BY_QUESTION).toList(),
        sample.unasked().stream().map(this::of).collect(Collectors.toSet()),
        sample.decisions().stream().map(this::of).sorted(BY_HIGHLIGHT).toList(),
        sample.links().stream().map(this::of).toList(),
        sample.unsupported().stream().map(this::of).toList(),
        sample.reviews().stream().map(this::of).sorted(BY_RATER).toList(),
        sample.reveals().stream().map(this::of).toList(),
        of(sample.sights()),
        List.<ClassifierLabel>copyOf(sample.labels()));
  }

  private Transcript of(Transcript transcript) {
    Provenance from = transcript.provenance();
    return new Transcript(
        transcript.id(),
        transcript.title(),
        new Provenance(
            from.format(),
            sources.apply(from.source()),
            from.record(),
            from.sample(),
            from.sha256(),
            from.readerVersion()),
        transcript.conditions(),
        transcript.metadata(),
        transcript.messages(),
        transcript.branches());
  }

  private Annotation of(Annotation annotation) {
    return new Annotation(
        annotation.id(),
        of(annotation.rater()),
        annotation.tag(),
        annotation.anchors(),
        annotation.severity(),
        annotation.enactment(),
        annotation.confidence(),
        annotation.note());
  }

  private Verdict of(Verdict verdict) {
    return new Verdict(
        of(verdict.rater()), verdict.transcript(), verdict.question(), verdict.answer());
  }

  private HighlightDecision of(HighlightDecision decision) {
    return new HighlightDecision(
        of(decision.rater()), decision.highlight(), decision.outcome(), decision.tagging());
  }

  private Link of(Link link) {
    return new Link(
        link.id(), of(link.rater()), link.transcript(), link.type(), link.from(), link.to());
  }

  private Unsupported of(Unsupported mark) {
    return new Unsupported(of(mark.rater()), mark.transcript(), mark.annotation());
  }

  private Review of(Review review) {
    return new Review(of(review.rater()), review.transcript(), review.state());
  }

  private Reveal of(Reveal reveal) {
    return new Reveal(of(reveal.rater()), reveal.transcript(), reveal.what());
  }

  private SortedMap<RaterId, FirstSight> of(SortedMap<RaterId, FirstSight> sights) {
    SortedMap<RaterId, FirstSight> renamed = new TreeMap<>();
    sights.forEach(
        (rater, sight) ->
            renamed.put(
                of(rater),
                new FirstSight(
                    sight.at(),
                    sight.answers().stream().map(this::of).toList(),
                    sight.openedAgain())));
    return renamed;
  }
}
