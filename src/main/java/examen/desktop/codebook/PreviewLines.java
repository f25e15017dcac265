package examen.desktop.codebook;

import examen.app.CodebookPreview;
import examen.app.CodebookPreview.Touched;
import examen.codebook.Answer;
import examen.codebook.Codebook;
import examen.codebook.MigrationRule;
import examen.codebook.Question;
import examen.codebook.QuestionId;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a newer codebook changes, in lines: by kind of change, then what must be read again. */
final class PreviewLines {
  private static final List<String> KINDS =
      List.of("renamed", "merged", "split", "dropped", "questions");

  private final CodebookPreview preview;
  private final Texts texts;

  PreviewLines(CodebookPreview preview, Texts texts) {
    this.preview = preview;
    this.texts = texts;
  }

  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    Codebook before = preview.before();
    nodes.add(
        new SafeLabel(
            texts.get(
                "newer.versions",
                preview.after().name(),
                Texts.number(before.version()),
                Texts.number(preview.after().version())),
            "newer-now"));
    Map<String, List<Node>> kinds = new LinkedHashMap<>();
    KINDS.forEach(kind -> kinds.put(kind, new ArrayList<>()));
    for (Touched touched : preview.rules()) {
      kinds
          .computeIfAbsent(kind(touched.rule()), kind -> new ArrayList<>())
          .add(line(words(touched.rule()), count(touched)));
    }
    kinds.put("new", preview.added().stream().map(added -> line(added, "")).toList());
    kinds.forEach((kind, lines) -> nodes.addAll(group("newer." + kind, lines)));
    if (preview.rules().isEmpty()) {
      nodes.add(hint(texts.get("newer.nothing")));
    }
    nodes.addAll(group("newer.again", again()));
    if (preview.others() > 0) {
      nodes.add(hint(texts.count("newer.others", preview.others())));
    }
    nodes.add(hint(texts.get("newer.after")));
    return nodes;
  }

  private List<Node> group(String heading, List<Node> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    Label title = new Label(texts.get(heading));
    title.getStyleClass().add("panel-title");
    VBox group = new VBox(5, title);
    group.getChildren().addAll(lines);
    return List.of(group);
  }

  private static String kind(MigrationRule rule) {
    return switch (rule) {
      case MigrationRule.Retag(List<TagId> from, TagId to) ->
          from.size() == 1 ? "renamed" : "merged";
      case MigrationRule.Split _ -> "split";
      case MigrationRule.RemoveTag _ -> "dropped";
      case MigrationRule.RenameQuestion _,
          MigrationRule.RemoveQuestion _,
          MigrationRule.RenameAnswer _,
          MigrationRule.RemoveAnswer _ ->
          "questions";
    };
  }

  private String words(MigrationRule rule) {
    return switch (rule) {
      case MigrationRule.Retag(List<TagId> from, TagId to) ->
          becomes(
              names(preview.before(), from, " + "),
              after(to),
              from.stream().map(TagId::value).collect(Collectors.joining(" + ")),
              to.value());
      case MigrationRule.Split(TagId from, List<TagId> into) ->
          texts.get("newer.becomes", before(from), names(preview.after(), into, " / "));
      case MigrationRule.RemoveTag(TagId tag) -> before(tag);
      case MigrationRule.RenameQuestion(QuestionId from, QuestionId to) ->
          becomes(
              question(preview.before(), from),
              question(preview.after(), to),
              from.value(),
              to.value());
      case MigrationRule.RemoveQuestion(QuestionId question) ->
          texts.get("newer.not-asked", question(preview.before(), question));
      case MigrationRule.RenameAnswer(QuestionId of, String from, String to) ->
          texts.get("newer.answer", question(preview.before(), of), answer(of, from), to);
      case MigrationRule.RemoveAnswer(QuestionId of, String gone) ->
          texts.get("newer.no-answer", question(preview.before(), of), answer(of, gone));
    };
  }

  /** Where only the id changes, it is the ids that say what does. */
  private String becomes(String before, String after, String beforeId, String afterId) {
    return before.equals(after)
        ? texts.get("newer.becomes", beforeId, afterId)
        : texts.get("newer.becomes", before, after);
  }

  private String count(Touched touched) {
    return touched.things() == 0
        ? texts.get("newer.none")
        : texts.get(
            "newer.count",
            texts.count(unit(touched.rule()), touched.things()),
            texts.count("newer.transcripts", touched.transcripts()));
  }

  private static String unit(MigrationRule rule) {
    return kind(rule).equals("questions") ? "newer.answers" : "newer.annotations";
  }

  /** By reason, with the number of transcripts. */
  private List<Node> again() {
    SortedMap<String, Integer> reasons = new TreeMap<>();
    for (SortedSet<String> each : preview.again().values()) {
      each.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    }
    return reasons.entrySet().stream()
        .map(it -> line(it.getKey(), texts.count("newer.transcripts", it.getValue())))
        .toList();
  }

  private static String names(Codebook book, List<TagId> tags, String between) {
    return tags.stream()
        .map(tag -> book.tag(tag).map(Tag::name).orElse(tag.value()))
        .collect(Collectors.joining(between));
  }

  private String before(TagId tag) {
    return names(preview.before(), List.of(tag), "");
  }

  private String after(TagId tag) {
    return names(preview.after(), List.of(tag), "");
  }

  private static String question(Codebook book, QuestionId id) {
    return book.question(id).map(Question::text).orElse(id.value());
  }

  private String answer(QuestionId question, String id) {
    return preview
        .before()
        .question(question)
        .flatMap(it -> it.answer(id))
        .map(Answer::text)
        .orElse(id);
  }

  private static Node line(String words, String count) {
    VBox line = new VBox(1, new SafeLabel(words, "newer-what"));
    if (!count.isEmpty()) {
      Label number = new Label(count);
      number.getStyleClass().add("newer-count");
      number.setWrapText(true);
      line.getChildren().add(number);
    }
    line.getStyleClass().add("newer-line");
    return line;
  }

  private static Label hint(String words) {
    Label hint = new Label(words);
    hint.getStyleClass().add("import-hint");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    return hint;
  }
}
