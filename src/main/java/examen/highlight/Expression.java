package examen.highlight;

import java.util.BitSet;
import java.util.List;

/** A parsed pattern. Characters are letters of {@link Letters}. */
sealed interface Expression {
  /** One character out of a set. */
  record One(BitSet letters) implements Expression {}

  record Sequence(List<Expression> items) implements Expression {}

  record Choice(List<Expression> options) implements Expression {}

  /**
   * The item again and again.
   *
   * @param max {@link #UNBOUNDED} where there is no limit
   */
  record Repeat(Expression item, int min, int max) implements Expression {}

  /** A place between characters. */
  enum Place implements Expression {
    WORD_EDGE,
    NOT_WITHIN_WORD,
    TEXT_START,
    TEXT_END
  }

  int UNBOUNDED = -1;
}
