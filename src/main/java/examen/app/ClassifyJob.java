package examen.app;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.format.Malformed;
import examen.format.codebook.LabelRow;
import examen.format.codebook.LabelRowReader;
import examen.store.LabelOutcome;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.TranscriptTable;
import examen.store.Writing;
import examen.transcript.TranscriptId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts the labels of a file in, all together. Every row has its fate. */
final class ClassifyJob {
  /** Names of what is judged are written in commands. */
  private static final int LONGEST_NAME = 200;

  private final ProjectFile file;
  private final ClassifyRequest request;
  private final Predicate<TranscriptId> isKnown;
  private final RowPlace places;
  private final ClassifierRun run;
  private final Map<Key, ClassifierLabel> there = new HashMap<>();
  private final Map<Key, ClassifierLabel> inFile = new HashMap<>();
  private final List<ClassifierLabel> fresh = new ArrayList<>();
  private final List<ClassifyReport.Refused> refused = new ArrayList<>();
  private final SortedMap<String, SortedMap<String, Integer>> values = new TreeMap<>();
  private Progress progress = Progress.NONE;
  private int duplicates;
  private int uncompared;

  /** What is labelled, once in a run. */
  private record Key(TranscriptId transcript, String name) {}

  /**
   * @param isKnown of which transcripts the one who asks may know what classifiers said
   */
  ClassifyJob(
      Workbench workbench,
      ProjectFile file,
      ClassifyRequest request,
      Predicate<TranscriptId> isKnown) {
    this.file = file;
    this.request = request;
    this.isKnown = isKnown;
    this.places = new RowPlace(workbench);
    this.run = runOf(request);
    if (file.reading(reading -> LabelRemarks.isForeign(reading, run))) {
      throw new Refusal(
          "the project has a run \"" + run.id() + "\" from elsewhere; give this one another name");
    }
    for (ClassifierLabel label : file.reading(reading -> LabelTable.ofRun(reading, run.id()))) {
      there.put(new Key(label.transcript(), label.name()), label);
    }
  }

  /** Two versions of a classifier are two runs. */
  static ClassifierRun runOf(ClassifyRequest request) {
    String name = request.name();
    String version = request.version().strip();
    if (!isName(name) || name.contains("/")) {
      throw new Refusal("the name of a run has 1 to 200 characters in one line, and no /");
    }
    if (!version.isEmpty() && (!isName(version) || version.contains("/"))) {
      throw new Refusal("a version has at most 200 characters in one line, and no /");
    }
    String id = version.isEmpty() ? name : name + "@" + version;
    return new ClassifierRun(id, name, version, "labels");
  }

  /** Has it tell how far it is; asked to stop, it leaves nothing. */
  ClassifyJob telling(Progress told) {
    progress = told;
    return this;
  }

  /**
   * @param answers that values stand for, by what was judged; kept with the labels
   * @throws Cancelled if it was asked to stop
   */
  ClassifyReport run(Map<String, Map<String, String>> answers) {
    LabelRowReader rows = new LabelRowReader();
    try (CountedInput counted = CountedInput.of(request.file());
        BufferedReader reader = counted.text()) {
      rows.read(
          reader,
          row -> {
            goOn(counted.done(), counted.all());
            take(row);
          },
          this::refuse);
    } catch (MalformedInputException e) {
      throw new Refusal(request.file().getFileName() + " is not UTF-8 text", e);
    } catch (Malformed e) {
      refuse("file", e.why());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (request.kind() == ClassifyRequest.Kind.KEEP) {
      file.runInTransaction(writing -> keep(writing, answers));
    }
    return report(rows.columns());
  }

  private ClassifyReport report(LabelRowReader.Columns columns) {
    return new ClassifyReport(
        run.id(),
        fresh.size(),
        duplicates,
        uncompared,
        refused,
        values,
        columns.read(),
        columns.left());
  }

  private void goOn(long done, long all) {
    if (!progress.at(done, all, String.valueOf(request.file().getFileName()))) {
      throw new Cancelled();
    }
  }

  private void keep(Writing writing, Map<String, Map<String, String>> answers) {
    if (!fresh.isEmpty()) {
      LabelTable.insert(writing, run);
    }
    int done = 0;
    for (ClassifierLabel label : fresh) {
      goOn(done++, fresh.size());
      LabelOutcome outcome = LabelTable.insert(writing, label);
      if (outcome != LabelOutcome.STORED) {
        throw new IllegalStateException("a label that is new was not stored: " + outcome);
      }
    }
    for (String name : values.keySet()) {
      Map<String, String> said = answers.getOrDefault(name, request.answers());
      String label = run.id() + "/" + name;
      if (!said.isEmpty() || (answers.containsKey(name) && LabelMappings.isSaid(writing, label))) {
        LabelMappings.put(writing, label, said);
      }
    }
  }

  private void refuse(String place, String reason) {
    refused.add(new ClassifyReport.Refused(place, reason));
  }

  private void take(LabelRow row) {
    try {
      String name = row.name() == null ? request.name() : row.name();
      if (!isName(name)) {
        throw new Malformed("a name has 1 to 200 characters in one line");
      }
      if (isHalf(row.value()) || isHalf(row.rationale())) {
        throw new Malformed("half a character: no text that can be stored");
      }
      TranscriptId transcript = transcript(row.transcript());
      put(
          new ClassifierLabel(
              run.id(), transcript, name, row.value(), row.score(), row.rationale()));
    } catch (Malformed e) {
      refuse(row.place(), e.why());
    }
  }

  private void put(ClassifierLabel label) throws Malformed {
    Key key = new Key(label.transcript(), label.name());
    ClassifierLabel earlier = inFile.putIfAbsent(key, label);
    ClassifierLabel before = earlier == null ? there.get(key) : earlier;
    if (before == null) {
      fresh.add(label);
    } else if (earlier == null && !isKnown.test(label.transcript())) {
      // To tell the same from something else would tell what the run said.
      uncompared++;
    } else if (before.equals(label)) {
      duplicates++;
    } else {
      throw new Malformed("the run says something else of this transcript already; that stays");
    }
    values
        .computeIfAbsent(label.name(), name -> new TreeMap<>())
        .merge(label.value(), 1, Integer::sum);
  }

  private TranscriptId transcript(String name) throws Malformed {
    try {
      return places.transcript(name);
    } catch (Malformed e) {
      return file.reading(reading -> TranscriptTable.ofSample(reading, name)).orElseThrow(() -> e);
    }
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && !isHalf(name)
        && name.chars().noneMatch(Character::isISOControl);
  }

  /** Whether it has a surrogate without its other half. */
  private static boolean isHalf(@Nullable String text) {
    return text != null
        && text.codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
