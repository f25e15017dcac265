package examen.app;

import examen.codebook.Codebook;
import examen.export.Contents;
import examen.export.Exporter;
import examen.export.Exporters;
import examen.rating.Ledger;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.TranscriptTable;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Writes a project out, in an order that does not depend on how it came to be. */
final class ExportJob {
  private final Lead lead;

  ExportJob(Lead lead) {
    this.lead = lead;
  }

  /** Writes it to a stream, which stays open; returns how many transcripts. */
  int run(ExportRequest request, OutputStream out) {
    String format = request.format();
    Exporter exporter =
        Exporters.of(format)
            .orElseThrow(() -> new Refusal("nothing is exported to \"" + format + "\""));
    try {
      exporter.write(lead.contents(request.privacy()), out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lead.workbench().transcripts().size();
  }

  /** By way of a file beside it, so that a full disk or a crash leaves the old one as it was. */
  int run(ExportRequest request, Path out) {
    Path beside = out.resolveSibling(out.getFileName() + ".part");
    try {
      int transcripts;
      try (FileChannel channel =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        OutputStream buffered =
            new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        transcripts = run(request, buffered);
        channel.force(true);
      }
      Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return transcripts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deleteLeftover(beside);
    }
  }

  private static void deleteLeftover(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Contents contents(ProjectFile file, Codebook codebook, Ledger ledger) {
    List<TranscriptId> ids =
        file.reading(TranscriptTable::summaries).stream().map(s -> s.id()).sorted().toList();
    Iterator<TranscriptId> each = ids.iterator();
    Iterator<Contents.Sample> samples =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Contents.Sample next() {
            return sample(file, codebook, ledger, each.next());
          }
        };
    return new Contents(
        codebook,
        file.reading(LabelTable::runs).stream().sorted(Comparator.comparing(r -> r.id())).toList(),
        samples);
  }

  private static Contents.Sample sample(
      ProjectFile file, Codebook codebook, Ledger ledger, TranscriptId id) {
    return file.reading(
        reading -> {
          Transcript transcript =
              TranscriptTable.read(reading, id)
                  .orElseThrow(() -> new IllegalStateException("a transcript is never deleted"));
          return new Contents.Sample(
              transcript,
              ledger.annotations(id),
              Verdicts.of(ledger, id),
              Verdicts.unasked(ledger, codebook, id),
              ledger.decisions(id),
              ledger.links(id),
              ledger.unsupported(id),
              ledger.reviews(id),
              ledger.reveals(id),
              Verdicts.sights(ledger, id),
              LabelTable.ofTranscript(reading, id));
        });
  }
}
