package examen.desktop.inspector;

import examen.desktop.fx.Local;
import examen.desktop.fx.SafeFlow;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.highlight.FoundBy;
import examen.highlight.Highlight;
import examen.highlight.Kind;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/**
 * Why something is highlighted: by which words of which rule, or by whom, and what that one said.
 */
final class CardFacts {
  private static final int NAME = 80;

  private CardFacts() {}

  /** What a highlight shows, in words. */
  static String name(Kind kind, Texts texts) {
    return switch (kind) {
      case Kind.Of(var category) -> texts.get("category." + category.wire());
      case Kind.Named(String name) -> inOneLine(name);
    };
  }

  /** All there is to say on how it was found. */
  static List<Node> of(Highlight highlight, Texts texts) {
    return switch (highlight.foundBy()) {
      case FoundBy.Rule rule -> ofRule(highlight, rule, texts);
      case FoundBy.Classifier by -> ofClassifier(highlight, by, texts);
    };
  }

  private static List<Node> ofRule(Highlight highlight, FoundBy.Rule rule, Texts texts) {
    return List.of(
        new SafeLabel(highlight.reason(), "card-text"),
        new SafeLabel("“" + cueOf(highlight) + "”", "card-quote"),
        small(texts.get("inspector.highlight.rule", rule.rule(), rule.pack())));
  }

  private static List<Node> ofClassifier(Highlight highlight, FoundBy.Classifier by, Texts texts) {
    List<Node> facts = new ArrayList<>();
    if (!highlight.reason().isBlank()) {
      facts.add(new SafeLabel(highlight.reason().strip(), "card-text"));
    }
    if (by.likeness() < 1) {
      facts.add(new SafeLabel("“" + by.said() + "”", "card-quote"));
      facts.add(small(texts.get("inspector.imported.differs", Local.decimal(by.likeness(), 2))));
    }
    String score = by.score() == null ? "" : texts.get("inspector.imported.score", by.score());
    facts.add(small(texts.get("inspector.imported.value", inOneLine(by.value())) + score));
    facts.add(small(source(by.run(), texts)));
    return facts;
  }

  /** Who said it. */
  static String source(FoundBy.Run run, Texts texts) {
    return run.version().isEmpty()
        ? texts.get("inspector.imported.by", inOneLine(run.name()))
        : texts.get(
            "inspector.imported.by-version", inOneLine(run.name()), inOneLine(run.version()));
  }

  static String inOneLine(String text) {
    return VisibleText.inOneLine(SafeLabel.shortened(text, NAME));
  }

  private static Label small(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("card-small");
    // JavaFX must not wrap right-to-left text; such a name is cut instead.
    label.setWrapText(!SafeFlow.hasRightToLeft(text));
    return label;
  }

  private static String cueOf(Highlight highlight) {
    int start = highlight.cue().start() - highlight.anchor().span().start();
    int end = highlight.cue().end() - highlight.anchor().span().start();
    String quote = highlight.anchor().quote();
    return start >= 0 && end <= quote.length() ? quote.substring(start, end) : quote;
  }
}
