package examen.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the program stands on and a test can choose.
 *
 * @param home the folder with {@code sample-transcripts}
 * @param data where the program keeps its own files: the sample project, settings, the problem log
 */
public record Surroundings(InstantSource clock, RandomGenerator random, Path home, Path data) {
  public Ids ids() {
    return new Ids(clock, random);
  }
}
