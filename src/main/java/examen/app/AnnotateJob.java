package examen.app;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.format.Malformed;
import examen.format.codebook.RatingRow;
import examen.format.codebook.RatingRowReader;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Command;
import examen.rating.Confidence;
import examen.rating.Decision;
import examen.rating.Enactment;
import examen.rating.RaterId;
import examen.rating.Review;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of a file of ratings in, as one step, so that one undo takes the file back. Reviews
 * are submitted after that, as another step.
 */
final class AnnotateJob {
  private final Workbench workbench;
  private final Ids ids;
  private final List<Command> commands = new ArrayList<>();
  private final List<RatingReport.Refused> refused = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final CommandCheck check;
  private final RowPlace places;
  private int annotations;
  private int verdicts;
  private int duplicates;
  private final Map<TranscriptId, String> toSubmit = new LinkedHashMap<>();

  AnnotateJob(Workbench workbench, Ids ids) {
    this.workbench = workbench;
    this.ids = ids;
    this.check =
        new CommandCheck(
            workbench.codebook(), workbench::transcript, id -> Set.of(), id -> Optional.empty());
    this.places = new RowPlace(workbench);
  }

  RatingReport run(Path file, RaterId rater) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      new RatingRowReader().read(reader, row -> take(row, rater), this::refuse);
    } catch (MalformedInputException e) {
      throw new Refusal(file.getFileName() + " is not UTF-8 text", e);
    } catch (Malformed e) {
      refuse("file", e.why());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store(rater, commands.size() + " ratings from " + file.getFileName(), commands);
    int submitted = submit(rater, file);
    return new RatingReport(annotations, verdicts, submitted, duplicates, refused);
  }

  /** Each by itself is refused by what it misses; the others are submitted. */
  private int submit(RaterId rater, Path file) {
    List<Command> submits = new ArrayList<>();
    toSubmit.forEach(
        (transcript, place) ->
            workbench
                .answers(transcript, rater)
                .refusal()
                .ifPresentOrElse(
                    why -> refuse(place, why), () -> submits.add(new Command.Submit(transcript))));
    store(rater, "submit " + submits.size() + " reviews of " + file.getFileName(), submits);
    return submits.size();
  }

  private void store(RaterId rater, String what, List<Command> all) {
    if (all.isEmpty()) {
      return;
    }
    if (workbench.actFor(rater, new Command.Together(what, all))
        instanceof Decision.Refused(String reason)) {
      throw new Refusal("nothing was put in: " + reason);
    }
  }

  private void refuse(String place, String reason) {
    refused.add(new RatingReport.Refused(place, reason));
  }

  private void take(RatingRow row, RaterId rater) {
    try {
      boolean isVerdict = row.question() != null || row.answer() != null;
      boolean isReview = row.review() != null;
      if (Stream.of(isVerdict, isReview, row.tag() != null).filter(is -> is).count() != 1) {
        throw new Malformed("either a tag, a question with its answer or a review is wanted");
      }
      if (isReview) {
        review(row, rater);
      } else if (isVerdict) {
        answer(row, rater);
      } else {
        annotate(row, rater);
      }
    } catch (Malformed e) {
      refuse(row.place(), e.why());
    } catch (IllegalArgumentException e) {
      refuse(row.place(), String.valueOf(e.getMessage()));
    }
  }

  private void review(RatingRow row, RaterId rater) throws Malformed {
    if (!Review.State.SUBMITTED.wire().equals(row.review())) {
      throw new Malformed("a review can be " + Review.State.SUBMITTED.wire());
    }
    TranscriptId transcript = places.transcript(row.transcript());
    if (isSubmitted(transcript, rater) || toSubmit.putIfAbsent(transcript, row.place()) != null) {
      duplicates++;
    }
  }

  private void requireOpen(TranscriptId transcript, RaterId rater) throws Malformed {
    if (isSubmitted(transcript, rater)) {
      throw new Malformed("this review is submitted; reopen it to change it");
    }
  }

  private boolean isSubmitted(TranscriptId transcript, RaterId rater) {
    return workbench.headway(transcript, rater).state() == Headway.State.SUBMITTED;
  }

  private void answer(RatingRow row, RaterId rater) throws Malformed {
    TranscriptId transcript = places.transcript(row.transcript());
    QuestionId question = new QuestionId(required(row.question(), "question"));
    Verdict verdict = new Verdict(rater, transcript, question, required(row.answer(), "answer"));
    Command command = new Command.Answer(transcript, question, verdict.answer());
    fit(command);
    if (workbench.verdicts(transcript, rater).contains(verdict) || !taken.add(verdict.toString())) {
      duplicates++;
      return;
    }
    requireOpen(transcript, rater);
    commands.add(command);
    verdicts++;
  }

  private void annotate(RatingRow row, RaterId rater) throws Malformed {
    Anchor anchor = places.anchor(row);
    AnnotationId id = new AnnotationId(ids.next());
    Annotation annotation =
        new Annotation(
            id,
            rater,
            new TagId(required(row.tag(), "tag")),
            List.of(anchor),
            row.severity(),
            enactment(row.enactment()),
            confidence(row.confidence()),
            row.note() == null ? "" : row.note());
    Command command =
        new Command.PutTag(id, annotation.tag(), annotation.anchors(), annotation.note());
    fit(command);
    String same = said(annotation);
    boolean there =
        workbench.annotations(anchor.transcript(), rater).stream()
            .anyMatch(a -> said(a).equals(same));
    if (there || !taken.add(same)) {
      duplicates++;
      return;
    }
    requireOpen(anchor.transcript(), rater);
    commands.add(command);
    if (annotation.severity() != null
        || annotation.enactment() != null
        || annotation.confidence() != null) {
      commands.add(new Command.Edit(annotation));
    }
    annotations++;
  }

  private void fit(Command command) throws Malformed {
    Optional<String> misfit = check.misfit(command);
    if (misfit.isPresent()) {
      throw new Malformed(misfit.get());
    }
  }

  /** What an annotation says, whatever its id. */
  private static String said(Annotation annotation) {
    return List.of(
            annotation.tag(),
            annotation.anchors(),
            String.valueOf(annotation.severity()),
            String.valueOf(annotation.enactment()),
            String.valueOf(annotation.confidence()),
            annotation.note())
        .toString();
  }

  private static @Nullable Enactment enactment(@Nullable String wire) throws Malformed {
    if (wire == null) {
      return null;
    }
    return Enactment.ofWire(wire)
        .orElseThrow(() -> new Malformed("enactment is executed, attempted or considered"));
  }

  private static @Nullable Confidence confidence(@Nullable String wire) throws Malformed {
    if (wire == null) {
      return null;
    }
    return Confidence.ofWire(wire)
        .orElseThrow(() -> new Malformed("confidence is low, medium or high"));
  }

  private static String required(@Nullable String value, String name) throws Malformed {
    if (value == null) {
      throw new Malformed("no " + name);
    }
    return value;
  }
}
