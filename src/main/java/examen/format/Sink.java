package examen.format;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.classifier.LabelOfSample;
import examen.transcript.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a format reads, in the order of the file. Each record ends in exactly one of the first
 * two calls.
 */
public interface Sink {
  /** Longest record that is kept as it stands, in bytes. */
  int LONGEST_RAW = 16 << 20;

  /**
   * How the record stands in the file from which the transcripts come that follow, until this is
   * called again. A format that does not call it has no records that could be shown by themselves.
   *
   * @param utf8 its bytes as UTF-8 text; null where there is none, or where it is longer than
   *     {@link #LONGEST_RAW}. Nobody changes them afterwards.
   */
  default void raw(byte @Nullable [] utf8) {}

  /**
   * A record that was read.
   *
   * @param runs the runs that {@code labels} name; the same run may be given again
   */
  void transcript(Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels);

  /** What a classifier run said about samples whose transcripts are elsewhere. */
  default void labels(ClassifierRun run, List<LabelOfSample> labels) {}

  /**
   * A record that cannot be read: where in the file, and why in one line without transcript text.
   */
  void rejected(String record, String why);

  /** Something that a user should know about a record that was read all the same. */
  void warning(String record, String what);
}
