package examen.export;

import java.util.List;
import java.util.Optional;

/** All that Examen can export to. */
public final class Exporters {
  public static final List<Exporter> ALL = List.of(new JsonlExport());

  private Exporters() {}

  public static Optional<Exporter> of(String id) {
    return ALL.stream().filter(e -> e.id().equals(id)).findFirst();
  }
}
