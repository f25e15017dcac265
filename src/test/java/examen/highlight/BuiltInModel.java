package examen.highlight;

import examen.format.codebook.ModelFile;
import examen.format.codebook.RulePackReader;
import examen.highlight.learned.Concepts;
import examen.highlight.learned.Trainer;
import examen.transcript.Sha256;
import examen.transcript.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Learns the model that comes with the program from {@code src/corpus} and writes it where the
 * program finds it. To be run whenever the corpus, the concepts or the features change.
 */
final class BuiltInModel {
  static final Path CORPUS = Path.of("src/corpus/highlight");
  static final Path CONCEPTS = Path.of("src/corpus/highlight-concepts.txt");
  static final Path MODEL =
      Path.of("src/main/resources/examen/highlight/agentic-misalignment.model");

  /** What a sentence is about that is left out, because it can be read in two ways. */
  private static final String UNDECIDED = "?";

  private static final List<String> QUESTIONS =
      Arrays.stream(Category.values()).map(Category::wire).toList();

  private BuiltInModel() {}

  /** One sentence of the corpus and what it shows. */
  record Labelled(List<String> categories, String sentence) {}

  public static void main(String[] args) throws IOException {
    try (OutputStream out = Files.newOutputStream(MODEL)) {
      out.write(learn());
    }
  }

  /** The model's file, learned anew. */
  static byte[] learn() throws IOException {
    Trainer trainer = new Trainer(concepts(), QUESTIONS, Trainer.Settings.DEFAULT);
    for (Labelled labelled : corpus()) {
      add(trainer, labelled);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.write(new ModelFile.Kept(trainer.train(), source()), out);
    return out.toByteArray();
  }

  static void add(Trainer trainer, Labelled labelled) {
    String sentence = labelled.sentence();
    boolean[] answers = new boolean[QUESTIONS.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = labelled.categories().contains(QUESTIONS.get(i));
    }
    Normalised normalised = Normalised.of(sentence, new Span(0, sentence.length()));
    trainer.add(normalised.chars(), normalised.length(), answers);
  }

  /** Hash of all that the model is learned from, and how. */
  static String source() throws IOException {
    StringBuilder all = new StringBuilder(Trainer.Settings.DEFAULT.toString());
    all.append(Files.readString(CONCEPTS));
    corpus().forEach(labelled -> all.append('\n').append(labelled));
    return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** All sentences that are not undecided: of the corpus, then the examples of the rules. */
  static List<Labelled> corpus() throws IOException {
    List<Labelled> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      files.sorted().map(BuiltInModel::of).forEach(all::addAll);
    }
    for (HighlightRule rule : RulePackReader.builtInPack().rules()) {
      rule.finds().forEach(s -> all.add(new Labelled(List.of(rule.category().wire()), s)));
      rule.passes().forEach(s -> all.add(new Labelled(List.of(), s)));
    }
    return all;
  }

  /** The sentences of one file: lines of categories, a tab, the sentence; {@code #} is a remark. */
  static List<Labelled> of(Path file) {
    List<Labelled> sentences = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int tab = line.indexOf('\t');
        String categories = line.substring(0, Math.max(tab, 0));
        if (tab > 0 && !line.startsWith("#") && !categories.equals(UNDECIDED)) {
          sentences.add(new Labelled(List.of(categories.split(",")), line.substring(tab + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sentences;
  }

  static Concepts concepts() throws IOException {
    Map<String, List<String>> words = new TreeMap<>();
    for (String line : Files.readAllLines(CONCEPTS)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        words.put(
            line.substring(0, colon), List.of(line.substring(colon + 1).strip().split("\\s+")));
      }
    }
    return new Concepts(words);
  }
}
