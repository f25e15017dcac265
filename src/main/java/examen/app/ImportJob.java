package examen.app;

import examen.app.ImportReport.FileReport;
import examen.app.ImportReport.Remark;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.format.Formats;
import examen.format.Malformed;
import examen.format.Source;
import examen.format.SourceWalk;
import examen.format.TranscriptFormat;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads files into a project, each file whole or, where part of it cannot be read, what can be,
 * with the rest named.
 */
final class ImportJob {
  private final Shelf shelf;

  /** Where read transcripts go. */
  interface Shelf {
    /** Does the work for one file; what it puts down is kept together or not at all. */
    default FileReport oneFile(FileWork work) {
      return work.on(this::put);
    }

    /** Called once, with what was done; what it returns is the report for the user. */
    default ImportReport finish(ImportReport report) {
      return report;
    }

    Kept put(Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels);
  }

  /**
   * What became of a transcript and its labels.
   *
   * @param isNew whether the transcript was not there yet
   * @param remarks what of the labels could not be kept, and why
   */
  record Kept(boolean isNew, List<String> remarks) {}

  /** The reading of one file; may be done twice. */
  interface FileWork {
    FileReport on(Place place);
  }

  /** Where one file's transcripts go. */
  interface Place {
    Kept put(Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels);
  }

  ImportJob(Shelf shelf) {
    this.shelf = shelf;
  }

  /** What an import would find that is not in this project, or twice in what is read. */
  static ImportJob preview(Predicate<TranscriptId> isThere) {
    return new ImportJob(new PreviewShelf(isThere));
  }

  /** Gives every transcript to {@code taker} and stores nothing. */
  static ImportJob onto(Shelf taker) {
    return new ImportJob(taker);
  }

  ImportReport run(ImportRequest request, Progress progress) {
    List<FileReport> reports = new ArrayList<>();
    try (SourceWalk walk = new SourceWalk(request.paths())) {
      List<SourceWalk.Found> all = walk.all();
      for (SourceWalk.Found found : all) {
        if (!progress.at(reports.size(), all.size(), found.name())) {
          break;
        }
        reports.add(file(request, found));
      }
    }
    return shelf.finish(new ImportReport(request.dryRun(), reports));
  }

  private FileReport file(ImportRequest request, SourceWalk.Found found) {
    String wanted = request.format();
    if (wanted != null) {
      return asFormat(request, found, wanted);
    }
    return switch (found) {
      case SourceWalk.Found.Companion(TranscriptFormat format, Source source) ->
          new FileReport(source.name(), format.id(), true, 0, 0, List.of(), List.of());
      case SourceWalk.Found.Refused refused -> refused(refused.name(), "", refused.reason());
      case SourceWalk.Found.Recognised(TranscriptFormat format, Source source) ->
          read(request, format, source);
    };
  }

  private FileReport asFormat(ImportRequest request, SourceWalk.Found found, String wanted) {
    TranscriptFormat format =
        Formats.of(wanted).orElseThrow(() -> new Refusal("no format is called \"" + wanted + "\""));
    return switch (found) {
      case SourceWalk.Found.Companion(TranscriptFormat itsOwn, Source source)
          when itsOwn.id().equals(wanted) ->
          new FileReport(source.name(), wanted, true, 0, 0, List.of(), List.of());
      case SourceWalk.Found.Companion(TranscriptFormat itsOwn, Source source) ->
          read(request, format, source);
      case SourceWalk.Found.Recognised(TranscriptFormat itsOwn, Source source) ->
          read(request, format, source);
      case SourceWalk.Found.Refused refused -> {
        Source source = refused.source();
        yield source == null
            ? refused(refused.name(), "", refused.reason())
            : read(request, format, source);
      }
    };
  }

  private FileReport read(ImportRequest request, TranscriptFormat format, Source source) {
    return shelf.oneFile(
        place -> {
          FileAccount account = new FileAccount(request, place);
          try {
            format.read(source, account);
          } catch (Malformed e) {
            account.rejected("", e.why());
          } catch (IOException e) {
            account.rejected("", "it cannot be read to its end");
          }
          return account.report(source.name(), format.id());
        });
  }

  private static FileReport refused(String name, String format, String why) {
    return new FileReport(name, format, false, 0, 0, List.of(new Remark("", why)), List.of());
  }
}
