package examen.desktop.findings;

import examen.desktop.fx.Texts;
import examen.study.Choice;
import examen.study.Names;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One choice of an analysis that is being made: what was said, and what is wrong with it. */
public final class Field {
  private final Choice choice;
  private final StringProperty value = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");

  Field(Choice choice, String value) {
    this.choice = choice;
    this.value.set(value);
    // What was wrong with another value need not be wrong with this one.
    this.value.addListener((property, before, now) -> mistake.set(""));
  }

  public Choice choice() {
    return choice;
  }

  /** As a command would have it; empty where nothing is said, so that the fallback holds. */
  public StringProperty valueProperty() {
    return value;
  }

  /** One line; empty where nothing is known to be wrong. */
  public ReadOnlyStringProperty mistakeProperty() {
    return mistake.getReadOnlyProperty();
  }

  /** What holds: what was said, or else the fallback; empty where neither is. */
  String holding() {
    String said = value.get();
    return said.isBlank() && !choice.isRequired() ? choice.fallback() : said;
  }

  void setMistake(String words) {
    mistake.set(words);
  }

  /** Says what is wrong as far as that is seen without making the analysis; whether nothing is. */
  boolean check(Texts texts) {
    mistake.set(wrong(texts));
    return mistake.get().isEmpty();
  }

  private String wrong(Texts texts) {
    String said = value.get().strip();
    if (said.isEmpty()) {
      return choice.isRequired() ? texts.get("findings.missing") : "";
    }
    return switch (choice.kind()) {
      case OUTCOME -> isHalf(Names.said(said)) ? texts.get("findings.no-answer") : "";
      case WHOLE_NUMBER -> isWhole(said) ? "" : texts.get("findings.not-whole", said);
      case TEXT -> "";
      case NUMBER -> isNumber(said) ? "" : texts.get("findings.not-number", said);
      case WITHIN -> arePairs(said) ? "" : texts.get("findings.no-value");
      case MAPPING -> arePairs(said) ? "" : texts.get("findings.no-meaning");
      case HUMAN,
          LABEL,
          VARIABLE,
          VARIABLES,
          CATEGORY,
          CATEGORIES,
          CONDITION,
          CONDITIONS,
          GOLD,
          RATER,
          PLAN,
          RUN,
          ONE_OF ->
          "";
    };
  }

  /** Whether nothing stands behind its equals sign. */
  private static boolean isHalf(Names.Said said) {
    return said.rest() != null && said.rest().isBlank();
  }

  /** Whether each of them is a name with what is said of it. */
  private static boolean arePairs(String said) {
    return Names.readSaid(said).stream()
        .allMatch(each -> !each.name().isEmpty() && each.rest() != null && !isHalf(each));
  }

  private static boolean isWhole(String said) {
    try {
      Long.parseLong(said);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isNumber(String said) {
    try {
      return Double.isFinite(Double.parseDouble(said));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
