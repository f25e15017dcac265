package examen.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what another file has that a merge never takes: transcripts and codebooks. */
final class NeverMerged {
  private static final int AT_ONCE = 1_000;
  private static final int LONGEST_CODEBOOK = 16 << 20;

  private final ForeignFile source;

  NeverMerged(ForeignFile source) {
    this.source = source;
  }

  /** A line for each. */
  List<String> remarks(ProjectFile project) {
    List<String> remarks = new ArrayList<>();
    long transcripts = transcriptsNotIn(project);
    if (transcripts > 0) {
      remarks.add(
          transcripts
              + " of its transcripts are not in this project; merge takes none: import them here");
    }
    List<StoredCodebook> codebooks = source.reading(NeverMerged::codebooks);
    project
        .reading(ours -> codebooks.stream().flatMap(c -> remark(ours, c).stream()).toList())
        .forEach(remarks::add);
    return remarks;
  }

  private long transcriptsNotIn(ProjectFile project) {
    long missing = 0;
    String from = "";
    while (true) {
      String after = from;
      List<String> page = source.reading(reading -> ids(reading, after));
      if (page.isEmpty()) {
        return missing;
      }
      missing +=
          project.reading(
              ours ->
                  page.stream()
                      .filter(
                          id -> !ours.query("SELECT 1 FROM transcript WHERE id = ?").text(id).any())
                      .count());
      from = page.getLast();
    }
  }

  private static List<String> ids(Reading reading, String after) {
    return reading
        .query("SELECT id FROM transcript WHERE id > ? ORDER BY id LIMIT " + AT_ONCE)
        .text(after)
        .list(row -> row.text(1));
  }

  private static List<StoredCodebook> codebooks(Reading reading) {
    return reading
        .query(
            "SELECT id, version, json FROM codebook WHERE octet_length(json) <= "
                + LONGEST_CODEBOOK
                + " ORDER BY id, version LIMIT 100")
        .list(row -> new StoredCodebook(row.text(1), Stored.number(row.integer(2)), row.text(3)));
  }

  private static Optional<String> remark(Reading ours, StoredCodebook codebook) {
    String name = MergeTally.shown(codebook.id()) + ", version " + codebook.version();
    Optional<StoredCodebook> here = CodebookTable.get(ours, codebook.id(), codebook.version());
    if (here.isEmpty()) {
      return Optional.of("its codebook " + name + " is not in this project; merge takes none");
    }
    return here.get().equals(codebook)
        ? Optional.empty()
        : Optional.of("its codebook " + name + " reads otherwise here; ours stays");
  }
}
