package examen.store;

import examen.codebook.Answer;
import examen.codebook.Codebook;
import examen.codebook.Question;
import examen.codebook.QuestionId;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.codebook.TagKind;
import examen.rating.Ledger;
import examen.rating.MergeAccount;
import examen.rating.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Copies of a project, and what is merged from one into another. */
final class Copies {
  /** With all that {@link Work} and {@link GoldenProject} say. */
  static final Codebook CODEBOOK =
      new Codebook(
          "test",
          1,
          "Test",
          Stream.of("blackmail", "blackmail/explicit-threat", "leverage", "states-evaluation")
              .map(Copies::tag)
              .toList(),
          Stream.concat(
                  IntStream.range(0, 3)
                      .mapToObj(
                          i ->
                              question(
                                  "question-" + i,
                                  IntStream.range(0, 4).mapToObj(a -> "answer-" + a))),
                  Stream.of(
                      question("stated-belief", Stream.of("evaluation", "real", "not-stated"))))
              .toList());

  private Copies() {}

  static Tag tag(String id) {
    return new Tag(new TagId(id), id, TagKind.ACTION, null, "", List.of(), List.of(), "c1", null);
  }

  private static Question question(String id, Stream<String> answers) {
    return new Question(new QuestionId(id), id, "", answers.map(a -> new Answer(a, a)).toList());
  }

  /** Merges a file that must not be changed by it. */
  static MergeAccount merge(ProjectFile into, Path from) throws IOException {
    return merge(into, from, CODEBOOK);
  }

  static MergeAccount merge(ProjectFile into, Path from, Codebook codebook) throws IOException {
    byte[] before = Files.readAllBytes(from);
    Path folder = from.resolveSibling("private");
    MergeAccount account;
    try (ForeignFile source = ForeignFile.open(from, folder, ForeignLimits.USUAL)) {
      Merge merge = new Merge(into, List.of(codebook));
      MergeAccount dry = merge.preview(source, (done, total) -> {});
      account = merge.take(source, (done, total) -> {});
      if (!dry.equals(account)) {
        throw new AssertionError("the dry run says " + dry + " and the merge " + account);
      }
    }
    if (!Arrays.equals(before, Files.readAllBytes(from))) {
      throw new AssertionError("the other file was changed");
    }
    try (Stream<Path> left = Files.list(folder)) {
      if (left.findAny().isPresent()) {
        throw new AssertionError("a copy is left");
      }
    }
    return account;
  }

  /** All that is in the log, in its order. */
  static Ledger ledger(ProjectFile project) {
    Ledger ledger = new Ledger();
    ChangeLog.eachInOrder(project, logged -> ledger.apply(logged.step()));
    return ledger;
  }

  /**
   * Stores a step that no command of the program would make, with a hash that is right in itself.
   */
  static StepRow forge(ProjectFile project, Step step, long clock) {
    return forge(project, StepRow.of(step, clock, ""));
  }

  static StepRow forge(ProjectFile project, StepRow row) {
    project.runInTransaction(
        writing -> StepTable.insert(writing, row, StepTable.lastSeq(writing) + 1));
    return row;
  }
}
