package examen.store;

/**
 * A look into the project at one moment. It holds only inside the work it was given to, on that
 * thread.
 */
public sealed class Reading permits Writing {
  private final Session session;
  private boolean over;

  Reading(Session session) {
    this.session = session;
  }

  final Query query(String sql) {
    return session().query(sql);
  }

  final Session session() {
    if (over) {
      throw new IllegalStateException("this look into the project file is over");
    }
    return session;
  }

  final void end() {
    over = true;
  }
}
