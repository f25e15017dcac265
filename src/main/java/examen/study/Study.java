package examen.study;

import examen.report.Report;
import java.util.List;

/** An analysis: a question asked of the labels of a project. */
public interface Study {
  /** Name of its command, and of its entry in files: lower-case words joined by hyphens. */
  String id();

  /** As the window lists it. */
  String title();

  /** What it answers, one sentence without a full stop. */
  String about();

  List<Choice> choices();

  /**
   * @param going is told how far it is, and may throw to stop it
   * @throws Unanswerable if it cannot be made as it is asked for
   */
  Report of(Frame frame, Chosen chosen, Going going);
}
