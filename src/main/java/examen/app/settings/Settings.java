package examen.app.settings;

import examen.rating.Rater;
import org.jspecify.annotations.Nullable;

/**
 * What a user chose for all projects: a record for each part of the program that asks.
 *
 * @param rater who they have said they are; null until then
 */
public record Settings(
    Appearance appearance,
    KeyChoices keys,
    RecentProjects recent,
    Care care,
    @Nullable Rater rater) {
  public static final Settings DEFAULT =
      new Settings(Appearance.DEFAULT, KeyChoices.NONE, RecentProjects.NONE, Care.DEFAULT, null);

  public Settings with(Appearance other) {
    return new Settings(other, keys, recent, care, rater);
  }

  public Settings with(KeyChoices other) {
    return new Settings(appearance, other, recent, care, rater);
  }

  public Settings with(RecentProjects other) {
    return new Settings(appearance, keys, other, care, rater);
  }

  public Settings with(Care other) {
    return new Settings(appearance, keys, recent, other, rater);
  }

  public Settings with(Rater other) {
    return new Settings(appearance, keys, recent, care, other);
  }
}
