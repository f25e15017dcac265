package planted.source;

import java.util.Optional;

/** One mistake of each kind that is about the text of a source. */
public final class MistakeManager {
  private MistakeManager() {}

  public static int broad() {
    try {
      return 1;
    } catch (RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
      return 2;
    }
  }

  public static void console(boolean loud, Optional<String> what) {
    System.out.println(what.isPresent() == loud);
  }

  public static int many(int a, int b, int c, int d, int e, int f) {
    return a + b + c + d + e + f;
  }

  public static int ordinal(Thread.State state) {
    return state.ordinal();
  }

  public static int longer() {
    int n = 0;
    n += 0;
    n += 1;
    n += 2;
    n += 3;
    n += 4;
    n += 5;
    n += 6;
    n += 7;
    n += 8;
    n += 9;
    n += 10;
    n += 11;
    n += 12;
    n += 13;
    n += 14;
    n += 15;
    n += 16;
    n += 17;
    n += 18;
    n += 19;
    n += 20;
    n += 21;
    n += 22;
    n += 23;
    n += 24;
    n += 25;
    n += 26;
    n += 27;
    n += 28;
    n += 29;
    n += 30;
    n += 31;
    n += 32;
    n += 33;
    n += 34;
    n += 35;
    n += 36;
    n += 37;
    n += 38;
    n += 39;
    n += 40;
    n += 41;
    n += 42;
    n += 43;
    n += 44;
    return n;
  }
}
