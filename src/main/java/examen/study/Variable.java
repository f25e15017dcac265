package examen.study;

import examen.classifier.ClassifierLabel;
import examen.codebook.Codebook;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.RaterId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Something that is said of each transcript in one of several categories. */
public sealed interface Variable {
  /** A tag is there, or a yes. */
  String PRESENT = "yes";

  /** A tag is not there, or a no. */
  String ABSENT = "no";

  /** As it is written in a choice. */
  String wire();

  /** As it is shown. */
  String title(Frame frame);

  /** All that can be said, in the order of the codebook. */
  List<String> categories(Frame frame);

  /** What raters can say. */
  sealed interface Human extends Variable {
    /** What a sheet says; empty where it says nothing. */
    Optional<String> of(Sheet sheet);

    /** What this rater said in a submitted review. */
    default Optional<String> of(Case one, RaterId rater) {
      return one.submitted(rater).flatMap(this::of);
    }
  }

  /** The answer to a question. */
  record OfQuestion(QuestionId question) implements Human {
    @Override
    public String wire() {
      return "question:" + question.value();
    }

    @Override
    public String title(Frame frame) {
      return question.value();
    }

    @Override
    public List<String> categories(Frame frame) {
      return frame.codebook().question(question).orElseThrow().answers().stream()
          .map(answer -> answer.id())
          .toList();
    }

    @Override
    public Optional<String> of(Sheet sheet) {
      return sheet.answer(question);
    }
  }

  /**
   * Whether a tag was put anywhere in the transcript. A review that is submitted without it says
   * no.
   *
   * @param tags the tag and all that are below it
   */
  record OfTag(TagId tag, Set<TagId> tags) implements Human {
    public OfTag {
      tags = Set.copyOf(tags);
    }

    static OfTag in(Codebook codebook, TagId tag) {
      Set<TagId> tags = new LinkedHashSet<>(Set.of(tag));
      codebook.tags().stream()
          .filter(t -> t.parent() != null && tags.contains(t.parent()))
          .forEach(t -> tags.add(t.id()));
      return new OfTag(tag, tags);
    }

    @Override
    public String wire() {
      return "tag:" + tag.value();
    }

    @Override
    public String title(Frame frame) {
      return frame.codebook().tag(tag).map(t -> t.name()).orElse(tag.value());
    }

    @Override
    public List<String> categories(Frame frame) {
      return List.of(ABSENT, PRESENT);
    }

    @Override
    public Optional<String> of(Sheet sheet) {
      boolean there = sheet.annotations().stream().anyMatch(a -> tags.contains(a.tag()));
      return sheet.isSubmitted() ? Optional.of(there ? PRESENT : ABSENT) : Optional.empty();
    }
  }

  /**
   * A yes or no that follows from a whole review, such as whether it has a link.
   *
   * @param wire as it is named in inputs; no choice names it
   * @param says yes, no, or nothing
   */
  record OfSheet(String wire, String title, Function<Sheet, Optional<String>> says)
      implements Human {
    @Override
    public String title(Frame frame) {
      return title;
    }

    @Override
    public List<String> categories(Frame frame) {
      return List.of(ABSENT, PRESENT);
    }

    @Override
    public Optional<String> of(Sheet sheet) {
      return says.apply(sheet);
    }
  }

  /**
   * What a classifier said, by the name of its label.
   *
   * @param run id of the run
   */
  record OfLabel(String run, String name) implements Variable {
    @Override
    public String wire() {
      return "label:" + run + "/" + name;
    }

    @Override
    public String title(Frame frame) {
      String by =
          frame.runs().stream()
              .filter(r -> r.id().equals(run))
              .map(r -> r.name())
              .findFirst()
              .orElse(run);
      return name + " (" + by + ")";
    }

    @Override
    public List<String> categories(Frame frame) {
      return frame.cases().stream().flatMap(c -> of(c).stream()).distinct().sorted().toList();
    }

    /** The first label of this name, as words; empty where there is none or it says nothing. */
    public Optional<String> of(Case one) {
      return label(one).map(l -> LabelWords.of(l.value())).filter(value -> !value.isEmpty());
    }

    /** The first label of this name. */
    public Optional<ClassifierLabel> label(Case one) {
      return one.labels().stream()
          .filter(l -> l.run().equals(run) && l.name().equals(name))
          .findFirst();
    }
  }

  /** A condition. */
  record OfCondition(String name) implements Variable {
    @Override
    public String wire() {
      return "condition:" + name;
    }

    @Override
    public String title(Frame frame) {
      return name;
    }

    @Override
    public List<String> categories(Frame frame) {
      return frame.values(name);
    }
  }
}
