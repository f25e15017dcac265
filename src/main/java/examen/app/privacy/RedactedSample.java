package examen.app.privacy;

import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.export.Contents;
import examen.rating.Annotation;
import examen.rating.HighlightDecision;
import examen.rating.HighlightRef;
import examen.transcript.Anchor;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transcript and what was said about it, without secrets; quotes are of the text that is left.
 */
final class RedactedSample {
  private final Redaction redaction;
  private final Contents.Sample before;
  private final Transcript transcript;

  private RedactedSample(Redaction redaction, Contents.Sample before) {
    this.redaction = redaction;
    this.before = before;
    this.transcript = transcript(before.transcript());
  }

  static Contents.Sample of(Redaction redaction, Contents.Sample sample) {
    return new RedactedSample(redaction, sample).sample();
  }

  static ClassifierRun of(Redaction redaction, ClassifierRun run) {
    return new ClassifierRun(
        run.id(),
        redaction.text(run.name()),
        redaction.text(run.version()),
        redaction.text(run.source()));
  }

  private Contents.Sample sample() {
    return new Contents.Sample(
        transcript,
        before.annotations().stream().map(this::annotation).toList(),
        before.verdicts(),
        before.unasked(),
        before.decisions().stream().map(this::decision).toList(),
        before.links(),
        before.unsupported(),
        before.reviews(),
        before.reveals(),
        before.sights(),
        before.labels().stream().map(this::label).toList());
  }

  private Transcript transcript(Transcript whole) {
    Provenance from = whole.provenance();
    List<Message> messages = new ArrayList<>();
    for (Message message : whole.messages()) {
      messages.add(
          new Message(
              message.index(),
              message.role(),
              textIfAny(message.speaker()),
              message.parts().stream().map(this::part).toList(),
              new Metadata(redaction.jsons(message.metadata().values()))));
    }
    return new Transcript(
        whole.id(),
        redaction.text(whole.title()),
        new Provenance(
            from.format(),
            redaction.text(from.source()),
            redaction.text(from.record()),
            redaction.text(from.sample()),
            from.sha256(),
            from.readerVersion()),
        new Conditions(redaction.texts(whole.conditions().values())),
        new Metadata(redaction.jsons(whole.metadata().values())),
        messages,
        whole.branches());
  }

  private Part part(Part part) {
    return switch (part) {
      case Part.Text text -> new Part.Text(redaction.text(text.text()), text.source());
      case Part.Reasoning thought ->
          new Part.Reasoning(
              redaction.text(thought.text()), thought.source(), thought.kind(), thought.seal());
      case Part.ToolCall call ->
          new Part.ToolCall(
              redaction.text(call.text()),
              call.source(),
              call.function(),
              call.arguments(),
              call.callId(),
              call.raw() == null ? null : redaction.json(call.raw()));
      case Part.ToolResult result ->
          new Part.ToolResult(
              redaction.text(result.text()),
              result.source(),
              result.function(),
              result.callId(),
              textIfAny(result.error()));
      case Part.Media media -> new Part.Media(media.mediaType(), redaction.text(media.reference()));
      case Part.Unknown unknown -> new Part.Unknown(unknown.type(), redaction.json(unknown.raw()));
    };
  }

  private @Nullable String textIfAny(@Nullable String text) {
    return text == null ? null : redaction.text(text);
  }

  private Annotation annotation(Annotation annotation) {
    return new Annotation(
        annotation.id(),
        annotation.rater(),
        annotation.tag(),
        annotation.anchors().stream().map(this::anchor).toList(),
        annotation.severity(),
        annotation.enactment(),
        annotation.confidence(),
        redaction.text(annotation.note()));
  }

  private HighlightDecision decision(HighlightDecision decision) {
    HighlightRef highlight = decision.highlight();
    return new HighlightDecision(
        decision.rater(),
        new HighlightRef(
            anchor(highlight.anchor()), highlight.pack(), highlight.rule(), highlight.category()),
        decision.outcome(),
        decision.tagging());
  }

  private ClassifierLabel label(ClassifierLabel label) {
    return new ClassifierLabel(
        label.run(),
        label.transcript(),
        label.name(),
        label.number(),
        redaction.json(label.value()),
        label.score(),
        textIfAny(label.rationale()),
        label.citations().stream().map(this::citation).toList());
  }

  /** Words that stand in the text word for word are as the text has them now, however short. */
  private Citation citation(Citation citation) {
    return switch (citation) {
      case Citation.InText(Anchor anchor, String quote, double likeness) -> {
        Anchor now = anchor(anchor);
        boolean same = quote.equals(anchor.quote());
        yield new Citation.InText(now, same ? now.quote() : redaction.text(quote), likeness);
      }
      case Citation.OfMessage(int message, String quote) ->
          new Citation.OfMessage(message, redaction.text(quote));
      case Citation.Unplaced(String quote) -> new Citation.Unplaced(redaction.text(quote));
    };
  }

  /** The same place; in a text that is as long in both units, its offsets are still true. */
  private Anchor anchor(Anchor anchor) {
    String text =
        transcript.part(anchor.message(), anchor.part()).map(Part::text).orElse(anchor.quote());
    return new Anchor(
        anchor.transcript(),
        anchor.message(),
        anchor.part(),
        anchor.span(),
        anchor.span().of(text));
  }
}
