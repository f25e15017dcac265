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
import examen.transcript.TranscriptId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the labels of a file in, all together. Every row has its fate. */
final class ClassifyJob {
  /** Names of what is judged are written in commands. */
  private static final int LONGEST_NAME = 200;

  private final ProjectFile file;
  private final ClassifyRequest request;
  private final RowPlace places;
  private final ClassifierRun run;
  private final Map<Key, ClassifierLabel> there = new HashMap<>();
  private final List<ClassifierLabel> fresh = new ArrayList<>();
  private final List<ClassifyReport.Refused> refused = new ArrayList<>();
  private final SortedMap<String, SortedMap<String, Integer>> values = new TreeMap<>();
  private int duplicates;

  /** What is labelled, once in a run. */
  private record Key(TranscriptId transcript, String name) {}

  ClassifyJob(Workbench workbench, ProjectFile file, ClassifyRequest request) {
    this.file = file;
    this.request = request;
    this.places = new RowPlace(workbench);
    String name = request.name();
    if (!isName(name) || name.contains("/")) {
      throw new Refusal("the name of a run has 1 to 200 characters in one line, and no /");
    }
    this.run = new ClassifierRun(name, name, "", "labels");
    if (file.reading(reading -> LabelRemarks.isForeign(reading, run))) {
      throw new Refusal(
          "the project has a run \"" + name + "\" from elsewhere; name it with --run");
    }
    for (ClassifierLabel label : file.reading(reading -> LabelTable.ofRun(reading, run.id()))) {
      there.put(new Key(label.transcript(), label.name()), label);
    }
  }

  ClassifyReport run() {
    try (BufferedReader reader = Files.newBufferedReader(request.file())) {
      new LabelRowReader().read(reader, this::take, this::refuse);
    } catch (MalformedInputException e) {
      throw new Refusal(request.file().getFileName() + " is not UTF-8 text", e);
    } catch (Malformed e) {
      refuse("file", e.why());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (request.kind() == ClassifyRequest.Kind.KEEP) {
      keep();
    }
    return new ClassifyReport(run.id(), fresh.size(), duplicates, refused, values);
  }

  private void keep() {
    if (!fresh.isEmpty()) {
      file.runInTransaction(
          writing -> {
            LabelTable.insert(writing, run);
            for (ClassifierLabel label : fresh) {
              LabelOutcome outcome = LabelTable.insert(writing, label);
              if (outcome != LabelOutcome.STORED) {
                throw new IllegalStateException("a label that is new was not stored: " + outcome);
              }
            }
          });
    }
    if (!request.answers().isEmpty()) {
      values
          .keySet()
          .forEach(name -> LabelMappings.put(file, run.id() + "/" + name, request.answers()));
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
    ClassifierLabel before = there.putIfAbsent(new Key(label.transcript(), label.name()), label);
    if (before == null) {
      fresh.add(label);
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
    Optional<TranscriptId> sample =
        file.reading(reading -> TranscriptTable.ofSample(reading, name));
    try {
      return places.transcript(name);
    } catch (Malformed e) {
      if (sample.isPresent()) {
        return sample.get();
      }
      throw e;
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
