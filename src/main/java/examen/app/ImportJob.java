package examen.app;

import examen.app.ImportReport.FileReport;
import examen.app.ImportReport.Remark;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.classifier.LabelOfSample;
import examen.format.Formats;
import examen.format.LabelFormat;
import examen.format.Malformed;
import examen.format.ReadFailure;
import examen.format.Source;
import examen.format.SourceWalk;
import examen.format.TranscriptFormat;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** Takes labels of samples that are in other files; returns what there is to say about that. */
    default List<String> label(ClassifierRun run, List<LabelOfSample> labels) {
      return List.of(labels.size() + " labels by " + run.name() + " of samples in other files");
    }
  }

  /** Tells how far the import is, and gives it up where it is if that is what the user wants. */
  record Going(Progress progress, int done, int total, String what) {
    void orCancel() {
      if (!progress.at(done, total, what)) {
        throw new Cancelled();
      }
    }
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
      List<SourceWalk.Found> all = listed(walk, progress);
      all.sort(Comparator.comparing(ImportJob::holdsLabels));
      for (SourceWalk.Found found : all) {
        Going going = new Going(progress, reports.size(), all.size(), found.name());
        going.orCancel();
        reports.add(file(request, found, going));
      }
    } catch (Cancelled e) {
      // The files that were read by then stay, and the report names them.
    }
    return shelf.finish(new ImportReport(request.dryRun(), reports));
  }

  /** Labels are read last, when the transcripts that they are of are there. */
  private static boolean holdsLabels(SourceWalk.Found found) {
    return found instanceof SourceWalk.Found.Recognised recognised
        && recognised.format() instanceof LabelFormat;
  }

  private static List<SourceWalk.Found> listed(SourceWalk walk, Progress progress) {
    List<SourceWalk.Found> all = new ArrayList<>();
    walk.each(
        found -> {
          new Going(progress, 0, 0, found.name()).orCancel();
          return all.add(found);
        });
    return all;
  }

  private FileReport file(ImportRequest request, SourceWalk.Found found, Going going) {
    if (request.format() != null) {
      return asFormat(request, found, going);
    }
    return switch (found) {
      case SourceWalk.Found.Companion(TranscriptFormat format, Source source) ->
          new FileReport(source.name(), format.id(), true, 0, 0, List.of(), List.of());
      case SourceWalk.Found.Refused refused -> refused(refused.name(), "", refused.reason());
      case SourceWalk.Found.Recognised(TranscriptFormat format, Source source) ->
          read(request, format, source, going);
    };
  }

  private FileReport asFormat(ImportRequest request, SourceWalk.Found found, Going going) {
    String wanted = String.valueOf(request.format());
    TranscriptFormat format =
        Formats.of(wanted).orElseThrow(() -> new Refusal("no format is called \"" + wanted + "\""));
    return switch (found) {
      case SourceWalk.Found.Companion(TranscriptFormat itsOwn, Source source)
          when itsOwn.id().equals(wanted) ->
          new FileReport(source.name(), wanted, true, 0, 0, List.of(), List.of());
      case SourceWalk.Found.Companion(TranscriptFormat itsOwn, Source source) ->
          read(request, format, source, going);
      case SourceWalk.Found.Recognised(TranscriptFormat itsOwn, Source source) ->
          read(request, format, source, going);
      case SourceWalk.Found.Refused refused -> {
        Source source = refused.source();
        yield source == null
            ? refused(refused.name(), "", refused.reason())
            : read(request, format, source, going);
      }
    };
  }

  private FileReport read(
      ImportRequest request, TranscriptFormat format, Source source, Going going) {
    return shelf.oneFile(
        place -> {
          FileAccount account = new FileAccount(request, place, going);
          try {
            format.read(source, account);
          } catch (Malformed e) {
            account.rejected("", e.why());
          } catch (IOException e) {
            account.rejected("", ReadFailure.why(e));
          } catch (Enough e) {
            // The file is only looked at; what was seen of it is in the account.
          }
          return account.report(source.name(), format.id());
        });
  }

  private static FileReport refused(String name, String format, String why) {
    return new FileReport(name, format, false, 0, 0, List.of(new Remark("", why)), List.of());
  }
}
