package examen.app;

import examen.app.TranscriptSource.Entries;
import examen.app.TranscriptSource.Entry;
import examen.app.TranscriptSource.OfMessage;
import examen.app.TranscriptSource.Sealed;
import examen.classifier.VerdictNames;
import examen.format.TranscriptFormat;
import examen.format.catalogue.Formats;
import examen.rating.Blinding;
import examen.rating.Blinding.Sight;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.RawTable;
import examen.store.TranscriptTable;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.ReasoningKind;
import examen.transcript.Seals;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads transcripts and what their sources say of them, as far as one may read them who sees so.
 */
final class SourceQuery {
  private final ProjectFile file;
  private final Sight sight;

  SourceQuery(ProjectFile file, Sight sight) {
    this.file = file;
    this.sight = sight;
  }

  Optional<Transcript> transcript(TranscriptId id) {
    return whole(id).flatMap(this::ofWhole);
  }

  /** The same of one that was read whole. */
  Optional<Transcript> ofWhole(Transcript transcript) {
    return switch (sight) {
      case NONE -> Optional.empty();
      case BLIND, SEEING -> Optional.of(blinding(transcript).of(transcript));
    };
  }

  Optional<TranscriptSource> source(TranscriptId id) {
    return whole(id).map(transcript -> of(transcript, blinding(transcript)));
  }

  SourceRecord record(TranscriptId id) {
    Optional<String> record =
        file.reading(reading -> RawTable.of(reading, id))
            .map(utf8 -> new String(utf8, StandardCharsets.UTF_8));
    Optional<Transcript> transcript = whole(id);
    if (record.isEmpty() || transcript.isEmpty()) {
      return new SourceRecord.NotKept();
    }
    boolean shown =
        blinding(transcript.get())
            .showsRecord(
                record.get(),
                transcript.get(),
                file.reading(reading -> LabelTable.countOfRecord(reading, id)));
    return shown
        ? new SourceRecord.Shown(Seals.fold(record.get(), Seals.of(transcript.get())))
        : new SourceRecord.Hidden();
  }

  /** What may be read of a transcript that was read in the format that it says. */
  static TranscriptSource of(Transcript transcript, Blinding blinding) {
    Set<String> seals = Seals.of(transcript);
    return new TranscriptSource(
        transcript.provenance(),
        blinding.of(transcript.conditions()),
        entries(transcript.metadata(), blinding, seals),
        transcript.messages().stream().map(m -> of(m, blinding, seals)).toList());
  }

  private static OfMessage of(Message message, Blinding blinding, Set<String> seals) {
    List<Entry> unknown = new ArrayList<>();
    List<Sealed> reasoning = new ArrayList<>();
    int hidden = 0;
    for (Part part : message.parts()) {
      if (part instanceof Part.Unknown(String type, String raw)) {
        if (blinding.shows(type, raw)) {
          unknown.add(new Entry(type, Seals.fold(raw, seals).text()));
        } else {
          hidden++;
        }
      }
      if (part instanceof Part.Reasoning thought) {
        int length = thought.seal() == null ? 0 : thought.seal().length();
        if (length > 0 || isMissing(thought.kind())) {
          reasoning.add(new Sealed(thought.kind(), length));
        }
      }
    }
    return new OfMessage(
        message.index(),
        message.role(),
        entries(message.metadata(), blinding, seals),
        new Entries(unknown, hidden),
        reasoning);
  }

  private static Entries entries(Metadata metadata, Blinding blinding, Set<String> seals) {
    Metadata shown = blinding.of(metadata);
    List<Entry> entries = new ArrayList<>();
    shown
        .values()
        .forEach(
            (name, json) -> entries.add(new Entry(name, Seals.fold(name, json, seals).text())));
    return new Entries(entries, metadata.values().size() - entries.size());
  }

  private static boolean isMissing(ReasoningKind kind) {
    return switch (kind) {
      case RAW, SUMMARISED -> false;
      case ENCRYPTED, OMITTED -> true;
    };
  }

  private Optional<Transcript> whole(TranscriptId id) {
    if (sight == Sight.NONE) {
      return Optional.empty();
    }
    return file.reading(reading -> TranscriptTable.read(reading, id));
  }

  private Blinding blinding(Transcript transcript) {
    return new Blinding(sight, names(transcript.provenance().format()));
  }

  /** As the format says; one that this program does not know any more has the usual names. */
  static VerdictNames names(String format) {
    return Formats.of(format).map(TranscriptFormat::verdictNames).orElse(VerdictNames.USUAL);
  }
}
