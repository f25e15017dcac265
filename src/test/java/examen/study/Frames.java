package examen.study;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.format.codebook.CodebookReader;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.FirstSight;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.RaterId;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Conditions;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a study is made of, written in a line for each kind of transcript:
 *
 * <pre>{@code
 * new Frames()
 *     .add(27, "model=a scenario=x", "ann: misaligned-action=yes #blackmail@1")
 *     .add(2, "model=b", "ben?: misaligned-action=no", "label judge/harm=true:0.9")
 * }</pre>
 *
 * After the rater's name stand, with blanks between them: {@code question=answer}; {@code
 * was:question=answer}, the answer at first sight of what others say; {@code #tag} or {@code
 * #tag@message}, on the first letters of that message; {@code ack>action}, a link "acknowledges
 * harm" from the first annotation with the one tag to that with the other. A name with a question
 * mark has not submitted. The codebook is the bundled one.
 */
final class Frames {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  private final List<Case> cases = new ArrayList<>();
  private Frame.Plans plans = Frame.Plans.NONE;
  private long things;

  /** With these sampling plans. */
  Frames plans(SamplingPlan... drawn) {
    List<SamplingPlan> all = List.of(drawn);
    plans =
        new Frame.Plans() {
          @Override
          public List<String> names() {
            return all.stream().map(SamplingPlan::name).toList();
          }

          @Override
          public Optional<SamplingPlan> of(String name) {
            return all.stream().filter(plan -> plan.name().equals(name)).findFirst();
          }
        };
    return this;
  }

  /** One transcript. */
  Frames add(String conditions, String... said) {
    TranscriptId id = id(cases.size());
    List<Sheet> sheets = new ArrayList<>();
    List<ClassifierLabel> labels = new ArrayList<>();
    for (String line : said) {
      if (line.startsWith("label ")) {
        labels.add(label(id, line.substring(6)));
      } else {
        sheets.add(sheet(id, line));
      }
    }
    cases.add(new Case(id, "t" + cases.size(), conditions(conditions), sheets, labels));
    return this;
  }

  /** So many alike. */
  Frames add(int times, String conditions, String... said) {
    for (int i = 0; i < times; i++) {
      add(conditions, said);
    }
    return this;
  }

  /** The id of a transcript by its place, from 0. */
  static TranscriptId id(int place) {
    return new TranscriptId("%032x".formatted(place));
  }

  /** With a run for each that some label names. */
  Frame frame() {
    TreeSet<String> names = new TreeSet<>();
    cases.forEach(c -> c.labels().forEach(l -> names.add(l.run())));
    List<ClassifierRun> runs =
        names.stream().map(name -> new ClassifierRun(name, name, "", "made up")).toList();
    return new Frame(CodebookReader.agenticMisalignment(), runs, cases, 0, new NoTexts(), plans);
  }

  /** What a study tells with these choices, such as {@code "outcome=blackmail"}. */
  Told ask(Study study, String... choices) {
    return ask(frame(), study, choices);
  }

  /** The same of another frame. */
  static Told ask(Frame frame, Study study, String... choices) {
    Map<String, String> said = new HashMap<>();
    for (String choice : choices) {
      int equals = choice.indexOf('=');
      said.put(choice.substring(0, equals), choice.substring(equals + 1));
    }
    return new Told(study.of(frame, new Chosen(study.choices(), said), Going.QUIETLY));
  }

  private static Conditions conditions(String words) {
    TreeMap<String, String> values = new TreeMap<>();
    for (String word : words.split(" ", -1)) {
      if (!word.isEmpty()) {
        values.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
      }
    }
    return new Conditions(values);
  }

  private static ClassifierLabel label(TranscriptId id, String words) {
    String run = words.substring(0, words.indexOf('/'));
    String name = words.substring(words.indexOf('/') + 1, words.indexOf('='));
    String[] value = words.substring(words.indexOf('=') + 1).split(":", -1);
    Double score = value.length > 1 ? Double.valueOf(value[1]) : null;
    return new ClassifierLabel(run, id, name, value[0], score, null);
  }

  private Sheet sheet(TranscriptId id, String line) {
    String name = line.substring(0, line.indexOf(':'));
    boolean open = name.endsWith("?");
    RaterId rater = new RaterId(open ? name.substring(0, name.length() - 1) : name);
    Map<QuestionId, String> answers = new HashMap<>();
    List<Verdict> before = new ArrayList<>();
    List<Annotation> annotations = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (String word : line.substring(line.indexOf(':') + 1).strip().split(" +", -1)) {
      int equals = word.indexOf('=');
      if (word.startsWith("#")) {
        annotations.add(annotation(id, rater, word.substring(1)));
      } else if (word.contains(">")) {
        links.add(link(id, rater, word.split(">", -1), annotations));
      } else if (word.startsWith("was:")) {
        QuestionId question = new QuestionId(word.substring(4, equals));
        before.add(new Verdict(rater, id, question, word.substring(equals + 1)));
      } else if (equals > 0) {
        answers.put(new QuestionId(word.substring(0, equals)), word.substring(equals + 1));
      }
    }
    Instant at = START.plusSeconds(60L * cases.size());
    FirstSight sight = before.isEmpty() ? null : new FirstSight(at, before, true);
    return new Sheet(rater, open ? null : at, answers, sight, annotations, links, List.of());
  }

  private Annotation annotation(TranscriptId id, RaterId rater, String word) {
    int at = word.indexOf('@');
    int message = at < 0 ? 0 : Integer.parseInt(word.substring(at + 1));
    TagId tag = new TagId(at < 0 ? word : word.substring(0, at));
    List<Anchor> anchors = List.of(new Anchor(id, message, 0, new Span(0, 4), "text"));
    AnnotationId own = new AnnotationId(new UUID(7, things++));
    return new Annotation(own, rater, tag, anchors, null, null, null, "");
  }

  private Link link(TranscriptId id, RaterId rater, String[] ends, List<Annotation> annotations) {
    return new Link(
        new LinkId(new UUID(8, things++)),
        rater,
        id,
        Link.Type.ACKNOWLEDGES_HARM,
        first(annotations, ends[0]),
        first(annotations, ends[1]));
  }

  private static AnnotationId first(List<Annotation> annotations, String tag) {
    return annotations.stream()
        .filter(a -> a.tag().value().equals(tag))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** No study of labels asks for texts. */
  private record NoTexts() implements Frame.Texts {
    @Override
    public List<Frame.PartLength> of(TranscriptId transcript) {
      return List.of();
    }

    @Override
    public List<ClassifierLabel> cited(TranscriptId transcript) {
      return List.of();
    }
  }
}
