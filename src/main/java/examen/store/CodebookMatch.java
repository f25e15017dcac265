package examen.store;

import examen.codebook.Codebook;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.CodebookMove;
import examen.rating.HighlightDecision;
import examen.rating.Link;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Tagging;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import java.util.List;

/** Whether what a rater said elsewhere is said in the words of this project's codebooks. */
final class CodebookMatch {
  private final List<Codebook> codebooks;

  CodebookMatch(List<Codebook> codebooks) {
    this.codebooks = List.copyOf(codebooks);
  }

  /** Whether this project has come to the version that a step of a codebook speaks of. */
  boolean isReached(CodebookMove move) {
    return codebooks.stream().anyMatch(codebook -> codebook.version() >= move.to());
  }

  boolean knows(Thing thing) {
    return switch (thing) {
      case Annotation annotation -> knows(annotation.tag());
      case HighlightDecision decision -> {
        Tagging tagging = decision.tagging();
        yield tagging == null || knows(tagging.tag());
      }
      case Verdict verdict ->
          codebooks.stream()
              .flatMap(codebook -> codebook.question(verdict.question()).stream())
              .anyMatch(question -> question.answer(verdict.answer()).isPresent());
      case Link _, Review _, Reveal _, Unsupported _ -> true;
    };
  }

  private boolean knows(TagId tag) {
    return codebooks.stream().anyMatch(codebook -> codebook.tag(tag).isPresent());
  }
}
