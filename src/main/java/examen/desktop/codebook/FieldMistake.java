package examen.desktop.codebook;

import examen.desktop.fx.Texts;
import examen.highlight.RuleMistake;
import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a rule from being used, at its place on the screen.
 *
 * @param line from 0; {@link RuleMistake#NONE} where it is the field as a whole
 * @param offset in that line, in UTF-16 code units; {@link RuleMistake#NONE} where it is the line
 *     as a whole
 * @param why in one line
 */
record FieldMistake(Field field, int line, int offset, String why) {
  /** The fields of a rule. */
  enum Field {
    ID,
    REASON,
    WORDS,
    UNLESS,
    FINDS,
    PASSES
  }

  /** So many examples of each kind a rule must have. */
  static final int FEWEST_EXAMPLES = 3;

  private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";

  /** The mistakes of a pattern or an example, at the lines on which they stand. */
  static List<FieldMistake> of(RuleText text, List<RuleMistake> mistakes) {
    List<FieldMistake> all = new ArrayList<>();
    for (RuleMistake mistake : mistakes) {
      Field field = field(mistake.place());
      int line =
          mistake.item() < 0 ? RuleMistake.NONE : Lines.line(lines(text, field), mistake.item());
      all.add(new FieldMistake(field, line, mistake.offset(), mistake.why()));
    }
    return all;
  }

  /**
   * The fields in which something is still wanting.
   *
   * @param takesOther whether another rule has this name
   */
  static List<FieldMistake> wanting(RuleText text, boolean takesOther, Texts texts) {
    List<FieldMistake> all = new ArrayList<>();
    if (takesOther) {
      all.add(whole(Field.ID, "rules.taken"));
    }
    if (!text.id().strip().matches(ID) || text.id().strip().startsWith("learned-")) {
      all.add(whole(Field.ID, "rules.wanting.id"));
    }
    if (Lines.items(lines(text, Field.WORDS), text.hidden()).isEmpty()) {
      all.add(whole(Field.WORDS, "rules.wanting.words"));
    }
    if (text.reason().isBlank()) {
      all.add(whole(Field.REASON, "rules.wanting.reason"));
    }
    if (Lines.items(text.finds(), text.hidden()).size() < FEWEST_EXAMPLES) {
      all.add(whole(Field.FINDS, "rules.wanting.finds"));
    }
    if (Lines.items(text.passes(), text.hidden()).size() < FEWEST_EXAMPLES) {
      all.add(whole(Field.PASSES, "rules.wanting.passes"));
    }
    return all.stream().map(m -> whole(m.field(), texts.get(m.why()))).toList();
  }

  private static FieldMistake whole(Field field, String why) {
    return new FieldMistake(field, RuleMistake.NONE, RuleMistake.NONE, why);
  }

  private static Field field(RuleMistake.Place place) {
    return switch (place) {
      case CUES, PATTERNS, RULE -> Field.WORDS;
      case UNLESS -> Field.UNLESS;
      case FINDS -> Field.FINDS;
      case PASSES -> Field.PASSES;
    };
  }

  private static String lines(RuleText text, Field field) {
    return switch (field) {
      case ID -> text.id();
      case REASON -> text.reason();
      case WORDS ->
          switch (text.looksFor()) {
            case WORDS -> text.cues();
            case PATTERNS -> text.patterns();
          };
      case UNLESS -> text.unless();
      case FINDS -> text.finds();
      case PASSES -> text.passes();
    };
  }
}
