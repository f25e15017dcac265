package examen.app.settings;

/** Where settings are kept. */
public interface SettingsStore {
  /**
   * What was kept, as far as it can be read.
   *
   * @param problem one line that says what could not be; empty if all could
   */
  record Loaded(Settings settings, String problem) {}

  Loaded load();

  /**
   * Keeps these.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  void save(Settings settings);

  /** Keeps nothing: for windows that are drawn for a test. */
  static SettingsStore none() {
    return new SettingsStore() {
      @Override
      public Loaded load() {
        return new Loaded(Settings.DEFAULT, "");
      }

      @Override
      public void save(Settings settings) {}
    };
  }
}
