package examen.app;

import examen.app.ImportedHighlights.Loose;
import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.highlight.Category;
import examen.highlight.FoundBy;
import examen.highlight.Highlight;
import examen.highlight.Kind;
import examen.rating.Blinding.Sight;
import examen.rating.HighlightRef;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.Reading;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what classifiers point at, for one who sees so. */
final class ImportedQuery {
  private final ProjectFile file;
  private final Sight sight;

  ImportedQuery(ProjectFile file, Sight sight) {
    this.file = file;
    this.sight = sight;
  }

  /** The blind are not told apart from those for whom there is something to hide. */
  ImportedHighlights of(TranscriptId transcript) {
    return switch (sight) {
      case NONE, BLIND -> new ImportedHighlights.Hidden();
      case SEEING -> file.reading(reading -> shown(reading, transcript));
    };
  }

  /** The highlights that there are, as far as one may know. */
  Set<HighlightRef> refs(TranscriptId transcript) {
    return switch (of(transcript)) {
      case ImportedHighlights.Hidden _ -> Set.of();
      case ImportedHighlights.Shown shown ->
          shown.highlights().stream().map(JudgedHighlight::ref).collect(Collectors.toSet());
    };
  }

  private static ImportedHighlights.Shown shown(Reading reading, TranscriptId transcript) {
    Map<String, FoundBy.Run> runs = new HashMap<>();
    SortedMap<HighlightRef, Highlight> highlights = new TreeMap<>();
    List<Loose> loose = new ArrayList<>();
    for (ClassifierLabel label : LabelTable.ofTranscript(reading, transcript)) {
      FoundBy.Run run = runs.computeIfAbsent(label.run(), id -> run(reading, id));
      for (int n = 0; n < label.citations().size(); n++) {
        Citation citation = label.citations().get(n);
        switch (citation) {
          case Citation.InText cited -> {
            Highlight highlight = highlight(run, label, cited);
            highlights.putIfAbsent(JudgedHighlight.ref(highlight), highlight);
          }
          case Citation.OfMessage(int message, String quote) ->
              loose.add(new Loose(run, label.name(), label.number(), n, quote, message));
          case Citation.Unplaced(String quote) ->
              loose.add(new Loose(run, label.name(), label.number(), n, quote, null));
        }
      }
    }
    return new ImportedHighlights.Shown(List.copyOf(highlights.values()), loose);
  }

  private static Highlight highlight(
      FoundBy.Run run, ClassifierLabel label, Citation.InText cited) {
    Anchor anchor = cited.anchor();
    FoundBy.Classifier by =
        new FoundBy.Classifier(
            run,
            label.name(),
            label.number(),
            label.value(),
            label.score(),
            cited.quote(),
            cited.likeness());
    String reason = label.rationale() == null ? "" : label.rationale();
    return new Highlight(by, kind(label.name()), anchor, anchor.span(), reason);
  }

  /** One of our categories where the name is the same but for its way of writing. */
  static Kind kind(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    Optional<Kind> ours = Category.ofWire(name).map(Kind.Of::new);
    return ours.orElseGet(() -> new Kind.Named(label));
  }

  private static FoundBy.Run run(Reading reading, String id) {
    return LabelTable.run(reading, id)
        .map((ClassifierRun run) -> new FoundBy.Run(id, run.name(), run.version()))
        .orElseGet(() -> new FoundBy.Run(id, id, ""));
  }
}
