package examen.app;

import examen.codebook.Codebook;
import examen.codebook.Question;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Message;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What a rater may do in an open project, at random: all commands, undo and redo included. */
final class RandomRating {
  private final Workbench workbench;
  private final List<Transcript> transcripts;
  private final Random random;

  RandomRating(Workbench workbench, List<Transcript> transcripts, Random random) {
    this.workbench = workbench;
    this.transcripts = transcripts;
    this.random = random;
  }

  /** Does one thing that may be done. */
  void step(RaterId rater) {
    for (int tries = 0; tries < 100; tries++) {
      Optional<Command> command = command(rater);
      if (command.isPresent() && workbench.act(rater, command.get()) instanceof Decision.Accepted) {
        return;
      }
    }
    throw new AssertionError("nothing can be done");
  }

  private Optional<Command> command(RaterId rater) {
    Transcript transcript = oneOf(transcripts);
    return switch (random.nextInt(15)) {
      case 0, 1 -> Optional.of(answer(transcript));
      case 2, 3 -> Optional.of(new Command.Undo());
      case 4 -> Optional.of(new Command.Redo());
      case 5 -> own(transcript, rater).map(a -> new Command.Remove(a.id()));
      case 6 -> own(transcript, rater).map(a -> new Command.Edit(edited(a)));
      case 7 -> link(transcript, rater);
      case 8 -> own(transcript, rater).map(a -> new Command.MarkUnsupported(a.id()));
      case 9 -> Optional.of(new Command.Together("all", allAnswers(transcript)));
      case 10 ->
          Optional.of(
              random.nextBoolean()
                  ? new Command.Submit(transcript.id())
                  : new Command.Reopen(transcript.id()));
      case 11 -> decide(transcript);
      case 12 -> {
        Question question = oneOf(workbench.codebook().questions());
        yield Optional.of(new Command.Withdraw(transcript.id(), question.id()));
      }
      case 13 ->
          Optional.of(
              new Command.Together("both", List.of(tag(transcript), tag(oneOf(transcripts)))));
      default -> Optional.of(tag(transcript));
    };
  }

  private Command tag(Transcript transcript) {
    AnnotationId id = workbench.newAnnotationId();
    TagId tag = oneOf(workbench.codebook().tags()).id();
    return new Command.PutTag(
        id, tag, List.of(anchor(transcript)), random.nextBoolean() ? "" : "n");
  }

  private Anchor anchor(Transcript transcript) {
    List<Anchor> places = new ArrayList<>();
    for (Message message : transcript.messages()) {
      for (int part = 0; part < message.parts().size(); part++) {
        String text = message.parts().get(part).text();
        if (text.length() > 40) {
          int start = random.nextInt(20);
          Span span = new Span(start, start + 1 + random.nextInt(15));
          if (span.fits(text)) {
            places.add(Anchor.at(transcript, message.index(), part, span));
          }
        }
      }
    }
    return oneOf(places);
  }

  private Command answer(Transcript transcript) {
    Question question = oneOf(workbench.codebook().questions());
    return new Command.Answer(transcript.id(), question.id(), oneOf(question.answers()).id());
  }

  /** So that the review can be submitted. */
  private static List<Command> allAnswers(Transcript transcript) {
    List<Command> all = new ArrayList<>();
    for (String[] each :
        new String[][] {
          {"misaligned-action", "no"},
          {"stated-belief", "not-stated"},
          {"ethical-acknowledgement", "no"},
          {"strategic-reasoning", "no"},
          {"usable", "yes"}
        }) {
      all.add(new Command.Withdraw(transcript.id(), new QuestionId(each[0])));
      all.add(new Command.Answer(transcript.id(), new QuestionId(each[0]), each[1]));
    }
    all.removeIf(Command.Withdraw.class::isInstance);
    all.add(new Command.Submit(transcript.id()));
    return all;
  }

  private Optional<Command> link(Transcript transcript, RaterId rater) {
    Optional<Annotation> from = own(transcript, rater);
    Optional<Annotation> to = own(transcript, rater);
    return from.isEmpty() || to.isEmpty() || from.get().id().equals(to.get().id())
        ? Optional.empty()
        : Optional.of(
            new Command.PutLink(
                workbench.newLinkId(), oneOf(Link.Type.values()), from.get().id(), to.get().id()));
  }

  private Optional<Command> decide(Transcript transcript) {
    List<Highlight> highlights = workbench.highlights(transcript);
    if (highlights.isEmpty()) {
      return Optional.empty();
    }
    Highlight highlight = oneOf(highlights);
    HighlightRef ref =
        new HighlightRef(
            highlight.anchor(),
            highlight.pack(),
            highlight.rule(),
            highlight.category().orElseThrow().wire());
    return Optional.of(
        new Command.Decide(
            ref,
            random.nextBoolean()
                ? new HighlightOutcome.Accepted()
                : new HighlightOutcome.Rejected(),
            null));
  }

  private Optional<Annotation> own(Transcript transcript, RaterId rater) {
    List<Annotation> own = workbench.annotations(transcript.id(), rater);
    return own.isEmpty() ? Optional.empty() : Optional.of(oneOf(own));
  }

  private Annotation edited(Annotation before) {
    Codebook codebook = workbench.codebook();
    return new Annotation(
        before.id(),
        before.rater(),
        oneOf(codebook.tags()).id(),
        before.anchors(),
        1 + random.nextInt(3),
        null,
        null,
        "edited " + random.nextInt(100));
  }

  private <T> T oneOf(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
