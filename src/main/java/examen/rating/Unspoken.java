package examen.rating;

import examen.codebook.Answer;
import examen.codebook.Codebook;
import examen.codebook.MigrationRule;
import examen.codebook.Question;
import examen.codebook.Tag;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a newer codebook has no more and no migration rule speaks of, whether anybody used it or
 * not. So who may not know what others said can be told it.
 */
final class Unspoken {
  private static final RaterId NOBODY = new RaterId("nobody");
  private static final TranscriptId NOWHERE = new TranscriptId("0".repeat(32));

  private Unspoken() {}

  /** In words, in the alphabet's order; found by migrating one of everything. */
  static List<String> of(Codebook before, Codebook after, List<MigrationRule> rules) {
    List<Thing> things = new ArrayList<>();
    for (Tag tag : before.tags()) {
      things.add(annotation(tag, things.size()));
    }
    for (Question question : before.questions()) {
      for (Answer answer : question.answers()) {
        things.add(new Verdict(NOBODY, NOWHERE, question.id(), answer.id()));
      }
    }
    return Migration.of(before, after, rules, things).missing();
  }

  private static Annotation annotation(Tag tag, int number) {
    Anchor anchor = new Anchor(NOWHERE, 0, 0, new Span(0, 1), " ");
    AnnotationId id = new AnnotationId(new UUID(0, number));
    return new Annotation(id, NOBODY, tag.id(), List.of(anchor), null, null, null, "");
  }
}
