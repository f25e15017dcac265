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
import examen.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Copies of a project on which others work, or the same rater, to be merged into it. */
final class OtherCopies {
  private static final int STEPS = 20;

  private final Path folder;

  OtherCopies(Path folder) {
    this.folder = folder.resolve("others");
  }

  /** To be called with a project that nobody has open. */
  void keepBase(Path project) throws IOException {
    Files.createDirectories(folder);
    Files.copy(project, base());
  }

  /** A copy of the base with some work; beside it a list of the steps that it has. */
  Path worked(String name, String rater, long seed, List<Transcript> transcripts) {
    Path copy = folder.resolve(name + ".examen");
    try {
      Files.copy(base(), copy);
      List<String> ids = new ArrayList<>();
      try (ProjectFile project = ProjectFile.open(copy)) {
        Ledger ledger = new Ledger();
        ChangeLog.eachInOrder(project, logged -> ledger.apply(logged.step()));
        new Work(rater, ledger, transcripts, seed).store(project, STEPS);
        ChangeLog.eachInOrder(project, logged -> ids.add(logged.step().id().toString()));
      }
      Files.write(folder.resolve(name + ".ids"), ids);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a copy in. */
  void merge(ProjectFile project, Path copy) {
    try (ForeignFile source =
        ForeignFile.open(copy, folder.resolve("private"), ForeignLimits.USUAL)) {
      MergeAccount account =
          new Merge(project, List.of(codebook())).take(source, (done, total) -> {});
      if (account.leftOutCount() > 0) {
        throw new IllegalStateException("left out: " + account.leftOutBy());
      }
    }
  }

  /** The steps that a copy has. */
  List<String> steps(String name) {
    try {
      return Files.readAllLines(folder.resolve(name + ".ids"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All copies whose work is complete. */
  List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.newDirectoryStream(folder, "*.ids")) {
      List<String> names = new ArrayList<>();
      files.forEach(file -> names.add(file.getFileName().toString().replace(".ids", "")));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path base() {
    return folder.resolve("base.examen");
  }

  /** With all words that {@link Work} uses. */
  private static Codebook codebook() {
    TagId blackmail = new TagId("blackmail");
    Tag parent =
        new Tag(blackmail, "b", TagKind.ACTION, null, "", List.of(), List.of(), "#800000", null);
    Tag child =
        new Tag(
            new TagId("blackmail/explicit-threat"),
            "e",
            TagKind.ACTION,
            blackmail,
            "",
            List.of(),
            List.of(),
            "#800000",
            null);
    List<Answer> answers =
        IntStream.range(0, 4).mapToObj(i -> new Answer("answer-" + i, "a")).toList();
    List<Question> questions =
        IntStream.range(0, 3)
            .mapToObj(i -> new Question(new QuestionId("question-" + i), "q", "", answers))
            .toList();
    return new Codebook("busy", 1, "Busy", List.of(parent, child), questions);
  }
}
