package examen.format;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.transcript.Transcript;
import java.util.List;

/**
 * Takes what a format reads, in the order of the file. Each record ends in exactly one of the first
 * two calls.
 */
public interface Sink {
  /**
   * A record that was read.
   *
   * @param runs the runs that {@code labels} name; the same run may be given again
   */
  void transcript(Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels);

  /**
   * A record that cannot be read: where in the file, and why in one line without transcript text.
   */
  void rejected(String record, String why);

  /** Something that a user should know about a record that was read all the same. */
  void warning(String record, String what);
}
