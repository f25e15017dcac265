package examen.app.settings;

/** What a user chose for all projects: a record for each part of the program that asks. */
public record Settings(Appearance appearance, KeyChoices keys, RecentProjects recent, Care care) {
  public static final Settings DEFAULT =
      new Settings(Appearance.DEFAULT, KeyChoices.NONE, RecentProjects.NONE, Care.DEFAULT);

  public Settings with(Appearance other) {
    return new Settings(other, keys, recent, care);
  }

  public Settings with(KeyChoices other) {
    return new Settings(appearance, other, recent, care);
  }

  public Settings with(RecentProjects other) {
    return new Settings(appearance, keys, other, care);
  }

  public Settings with(Care other) {
    return new Settings(appearance, keys, recent, other);
  }
}
