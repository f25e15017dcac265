package examen.study;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which people expect names: "step-900" before "step-1000". */
public final class NaturalOrder {
  public static final Comparator<String> COMPARATOR =
      Comparator.<String, List<Piece>>comparing(NaturalOrder::pieces, NaturalOrder::compare)
          .thenComparing(Comparator.naturalOrder());

  private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

  private NaturalOrder() {}

  /** Digits, or what stands between digits. */
  private record Piece(String text, boolean digits) implements Comparable<Piece> {
    @Override
    public int compareTo(Piece other) {
      return digits && other.digits
          ? new BigInteger(text).compareTo(new BigInteger(other.text))
          : text.compareToIgnoreCase(other.text);
    }
  }

  private static List<Piece> pieces(String name) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(name);
    while (matcher.find()) {
      pieces.add(new Piece(matcher.group(), Character.isDigit(name.charAt(matcher.start()))));
    }
    return pieces;
  }

  private static int compare(List<Piece> a, List<Piece> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
