package examen.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes out of what was read from a damaged file whatever is not as it was stored, but for
 * transcripts, of which {@link Wholeness} tells.
 */
final class SealSieve {
  private final Writing staged;
  private final boolean sealsMissing;
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param staged what was read; its tables have no triggers, and foreign keys are off
   * @param failed tables of which not all could be read
   */
  SealSieve(Writing staged, Map<String, Long> failed) {
    this.staged = staged;
    this.sealsMissing = onlySeals(failed);
  }

  /** Whether seals could not be read, and all else could: then nothing else is in doubt. */
  static boolean onlySeals(Map<String, Long> failed) {
    return failed.size() == 1 && failed.containsKey("seal");
  }

  /** What was taken out, a line for each kind. */
  List<String> remarks() {
    return remarks;
  }

  void run() {
    for (SealKind kind : SealKind.values()) {
      if (kind != SealKind.TRANSCRIPT) {
        long out = Seals.all(staged, kind).stream().filter(this::takeOut).count();
        if (out > 0) {
          remarks.add(out + " left out that do not read as they were stored: " + words(kind));
        }
      }
    }
  }

  private boolean takeOut(SealedThing thing) {
    if (Seals.holds(staged, thing) || (sealsMissing && !Seals.hasSeal(staged, thing))) {
      return false;
    }
    switch (thing.kind()) {
      case TRANSCRIPT -> {}
      case LABELS -> {
        delete("citation WHERE transcript = ? AND run = ?", thing.id(), thing.sub());
        delete("classifier_label WHERE transcript = ? AND run = ?", thing.id(), thing.sub());
      }
      case RUN -> {
        delete("citation WHERE run = ?", thing.id());
        delete("classifier_label WHERE run = ?", thing.id());
        delete("classifier_run WHERE id = ?", thing.id());
      }
      case RECORD -> delete("raw_record WHERE seq = ?", thing.id());
      case SETTING -> delete("project WHERE key = ?", thing.id());
      case CODEBOOK -> delete("codebook WHERE id = ? AND version = ?", thing.id(), thing.sub());
      case PLAN -> {
        delete("assignment WHERE plan = ?", thing.id());
        delete("plan WHERE id = ?", thing.id());
      }
      case IMPORT -> delete("source_import WHERE id = ?", thing.id());
      case RATER -> delete("rater WHERE id = ?", thing.id());
      case SAMPLING_PLAN -> {
        String plan = "(SELECT seq FROM sampling_plan WHERE name = ?)";
        delete("sampling_unit WHERE plan = " + plan, thing.id());
        delete("sampling_plan WHERE name = ?", thing.id());
      }
    }
    return true;
  }

  private void delete(String which, String... values) {
    Query delete = staged.query("DELETE FROM " + which);
    for (String value : values) {
      delete.text(value);
    }
    delete.update();
  }

  private static String words(SealKind kind) {
    return switch (kind) {
      case TRANSCRIPT -> "transcripts";
      case LABELS -> "what a classifier says of a transcript; import it again";
      case RUN -> "classifier runs with all that they say; import them again";
      case RECORD -> "records of files that were imported";
      case SETTING -> "settings of the project";
      case CODEBOOK -> "versions of codebooks";
      case PLAN -> "plans with their assignments";
      case IMPORT -> "reports of imports";
      case RATER -> "names of raters";
      case SAMPLING_PLAN -> "sampling plans";
    };
  }
}
