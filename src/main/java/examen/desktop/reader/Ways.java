package examen.desktop.reader;

import examen.transcript.Branch;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the ways through a transcript part. */
final class Ways {
  private Ways() {}

  /** The forks on this way in reading order; none where there is only one way. */
  static List<Block.Fork> forks(Transcript transcript, @Nullable Branch shown) {
    Map<Integer, List<Branch>> byPlace = new TreeMap<>();
    if (shown != null) {
      for (Branch other : transcript.branches()) {
        if (!other.equals(shown)) {
          byPlace
              .computeIfAbsent(common(List.of(shown, other)), at -> new ArrayList<>())
              .add(other);
        }
      }
    }
    List<Block.Fork> forks = new ArrayList<>();
    byPlace.forEach((at, others) -> forks.add(fork(transcript, shown, at, others)));
    return forks;
  }

  /** How many messages these ways have in common before they part. */
  static int common(List<Branch> ways) {
    List<Integer> first = ways.getFirst().messages();
    int common = 0;
    while (common < first.size() && haveIn(ways, common, first.get(common))) {
      common++;
    }
    return common;
  }

  private static boolean haveIn(List<Branch> ways, int place, int message) {
    return ways.stream()
        .allMatch(way -> place < way.messages().size() && way.messages().get(place) == message);
  }

  /** In the transcript's order, so that a branch has its place whichever of them is shown. */
  private static Block.Fork fork(
      Transcript transcript, @Nullable Branch shown, int at, List<Branch> others) {
    List<Branch> ways =
        transcript.branches().stream()
            .filter(branch -> branch.equals(shown) || others.contains(branch))
            .toList();
    if (shown == null || at == 0) {
      return new Block.Fork(
          shown == null || shown.messages().isEmpty() ? 0 : shown.messages().getFirst(), -2, ways);
    }
    return new Block.Fork(shown.messages().get(at - 1), Integer.MAX_VALUE, ways);
  }
}
