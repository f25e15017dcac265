package examen.highlight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a {@link Program} over text, one table look-up a character. States are built when they are
 * first met and thrown away when there are too many, so time is linear in the text and memory
 * bounded whatever the pattern is. Not thread-safe.
 */
final class Automaton {
  static final int MOST_STATES = 1_000;

  /** In all states together; far more than one program has, so that some states always fit. */
  static final int MOST_HELD = 50 * Program.MOST_STEPS;

  private static final int UNKNOWN = -1;

  /** What lies before the next character. */
  private enum Before {
    NOTHING(0),
    WORD(1),
    OTHER(2);

    private final int place;

    Before(int place) {
      this.place = place;
    }
  }

  private record State(List<Integer> steps, Before before) {}

  private final Program program;
  private final boolean anywhere;
  private final Map<State, Integer> known = new HashMap<>();
  private final List<State> states = new ArrayList<>();
  private final int width;
  private int[] next = new int[0];
  private int held;

  /** The states that a run begins in, by what lies before it; kept while there is room. */
  private final int[] starts = new int[Before.values().length];

  private final int[] stack;
  private final int[] seen;
  private int round;

  /**
   * @param program forwards to search anywhere, see {@link #firstEnd}, or backwards, see {@link
   *     #farthestStart}
   */
  private Automaton(Program program, boolean anywhere) {
    this.program = program;
    this.anywhere = anywhere;
    this.width = program.width();
    this.stack = new int[3 * program.size() + 2];
    this.seen = new int[program.size()];
    Arrays.fill(starts, UNKNOWN);
  }

  static Automaton searching(Program forwards) {
    return new Automaton(forwards, true);
  }

  static Automaton anchored(Program backwards) {
    return new Automaton(backwards, false);
  }

  /** The end of the match in {@code [from, to)} that ends first, or -1. */
  int firstEnd(char[] text, int from, int to) {
    int state = start(Before.NOTHING);
    for (int i = from; i <= to; i++) {
      int step = step(state, i < to ? Letters.of(text[i]) : Letters.END);
      if ((step & 1) != 0) {
        return i;
      }
      state = step >> 1;
    }
    return -1;
  }

  /**
   * The start of the longest match that ends at {@code end}, looking back to {@code from}; {@code
   * end} if none.
   */
  int farthestStart(char[] text, int from, int end, int to) {
    int state = start(end == to ? Before.NOTHING : before(Letters.of(text[end])));
    int start = end;
    for (int i = end; i >= from; i--) {
      int step = step(state, i > from ? Letters.of(text[i - 1]) : Letters.END);
      if ((step & 1) != 0) {
        start = i;
      }
      state = step >> 1;
      if (states.get(state).steps().isEmpty()) {
        break;
      }
    }
    return start;
  }

  /** How many states it holds now, at most {@link #MOST_STATES}. */
  int size() {
    return states.size();
  }

  private int start(Before before) {
    int known = starts[before.place];
    if (known != UNKNOWN) {
      return known;
    }
    int start = index(List.of(program.start()), before);
    starts[before.place] = start;
    return start;
  }

  private static Before before(int letter) {
    return Letters.isWord(letter) ? Before.WORD : Before.OTHER;
  }

  /** Twice the next state, plus one if a match ends before the letter. */
  private int step(int state, int letter) {
    int place = state * width + program.column(letter);
    int step = next[place];
    if (step != UNKNOWN) {
      return step;
    }
    return build(state, letter);
  }

  private int build(int state, int letter) {
    State from = states.get(state);
    List<Integer> after = new ArrayList<>();
    boolean matched = follow(from, letter, after);
    if (anywhere && letter != Letters.END) {
      after.add(program.start());
    }
    int sizeBefore = states.size();
    int to = index(after.stream().distinct().sorted().toList(), before(letter));
    int step = 2 * to + (matched ? 1 : 0);
    if (states.size() >= sizeBefore) {
      next[state * width + program.column(letter)] = step;
    }
    return step;
  }

  /** Collects where the letter leads to; says whether the program can end before it. */
  private boolean follow(State from, int letter, List<Integer> after) {
    boolean matched = false;
    round++;
    int top = 0;
    for (int step : from.steps()) {
      stack[top++] = step;
    }
    while (top > 0) {
      int index = stack[--top];
      if (seen[index] == round) {
        continue;
      }
      seen[index] = round;
      Program.Step step = program.step(index);
      switch (step.kind()) {
        case MATCH -> matched = true;
        case LETTER -> {
          if (letter != Letters.END && step.letters().get(letter)) {
            after.add(step.next());
          }
        }
        case SPLIT -> {
          stack[top++] = step.other();
          stack[top++] = step.next();
        }
        case WORD_EDGE, NOT_WITHIN_WORD, FIRST, LAST -> {
          if (holds(step.kind(), from.before(), letter)) {
            stack[top++] = step.next();
          }
        }
      }
    }
    return matched;
  }

  /** Whether the place that the step asks for is here, between {@code before} and the letter. */
  private static boolean holds(Program.Kind place, Before before, int letter) {
    boolean wordBefore = before == Before.WORD;
    boolean wordAfter = letter != Letters.END && Letters.isWord(letter);
    return switch (place) {
      case WORD_EDGE -> wordBefore != wordAfter;
      case NOT_WITHIN_WORD -> !(wordBefore && wordAfter);
      case FIRST -> before == Before.NOTHING;
      case LAST -> letter == Letters.END;
      case LETTER, SPLIT, MATCH -> false;
    };
  }

  private int index(List<Integer> steps, Before before) {
    State state = new State(steps, before);
    Integer index = known.get(state);
    if (index != null) {
      return index;
    }
    if (states.size() >= MOST_STATES || held > MOST_HELD) {
      known.clear();
      states.clear();
      Arrays.fill(starts, UNKNOWN);
      held = 0;
    }
    held += steps.size();
    int fresh = states.size();
    states.add(state);
    known.put(state, fresh);
    if (next.length < (fresh + 1) * width) {
      next = Arrays.copyOf(next, Math.max(8, 2 * (fresh + 1)) * width);
    }
    Arrays.fill(next, fresh * width, (fresh + 1) * width, UNKNOWN);
    return fresh;
  }
}
