package examen.app.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * The projects that were opened, the latest first.
 *
 * @param paths absolute paths
 */
public record RecentProjects(List<String> paths) {
  public static final int MOST = 12;
  public static final RecentProjects NONE = new RecentProjects(List.of());

  public RecentProjects {
    paths = paths.stream().distinct().limit(MOST).toList();
  }

  /** With this one as the latest. */
  public RecentProjects opened(String path) {
    List<String> now = new ArrayList<>(List.of(path));
    now.addAll(paths);
    return new RecentProjects(now);
  }

  public RecentProjects without(String path) {
    return new RecentProjects(paths.stream().filter(it -> !it.equals(path)).toList());
  }
}
