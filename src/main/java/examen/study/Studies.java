package examen.study;

import java.util.List;
import java.util.Optional;

/** Every analysis, in the order in which they are listed. */
public final class Studies {
  public static final List<Study> ALL = List.of(new BeliefTable(), new Rates());

  private Studies() {}

  public static Optional<Study> of(String id) {
    return ALL.stream().filter(study -> study.id().equals(id)).findFirst();
  }
}
