package examen.store;

import examen.rating.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a damaged file what can be read and puts it into a new project. The damaged file is
 * only copied. Nothing is taken of which it is not certain that it was stored so: a transcript is
 * taken whole, a step with its hash.
 */
public final class Rescue {
  /** The setting by which a project says that it was rescued, and from what. */
  public static final String RESCUED = "rescued";

  private static final int AT_A_TIME = 500;

  /** What is not copied as it is. */
  private static final Set<String> APART = Set.of("project", "step", "change", "seal");

  /** What is copied whatever became of its transcripts. */
  private static final Set<String> STAY = Set.of("assignment", "sampling_unit");

  private final Path file;
  private final Path target;
  private final ProjectOrigin otherwise;
  private Runnable between = () -> {};

  /**
   * @param target where the new project is made; nothing may be there
   * @param otherwise what the project is told of its making, where that cannot be read
   */
  public Rescue(Path file, Path target, ProjectOrigin otherwise) {
    this.file = Opening.placeOfExisting(file);
    this.target = Opening.placeForNew(target);
    this.otherwise = otherwise;
  }

  /**
   * The same, asked now and then whether to go on.
   *
   * @param look called often; what it throws ends the work, and nothing is left of it
   */
  public Rescue between(Runnable look) {
    between = look;
    return this;
  }

  /**
   * Does it.
   *
   * @throws StoreException if nothing can be read, or nothing can be written
   */
  public RescueReport run() {
    Path folder = null;
    boolean done = false;
    try {
      folder = Files.createTempDirectory(target.getParent(), ".rescue");
      RescueReport report = run(folder);
      done = true;
      return report;
    } catch (IOException e) {
      throw Reasons.of(file, "it could not be copied, or there is no room beside the new file", e);
    } catch (SqlFailure failure) {
      throw new StoreException(
          Reasons.name(file) + ": nothing could be rescued: " + Reasons.inWords(failure),
          failure.sql());
    } finally {
      remove(folder);
      if (!done) {
        removeTarget();
      }
    }
  }

  private RescueReport run(Path folder) throws IOException {
    Path copy = Files.copy(file, folder.resolve("damaged"));
    Path journal = file.resolveSibling(file.getFileName() + "-journal");
    if (Files.exists(journal)) {
      Files.copy(journal, folder.resolve("damaged-journal"));
    }
    Path stage = folder.resolve("stage");
    try (Session damaged = opened(copy);
        Session staged = new Sessions(stage).create()) {
      Salvage salvage = staged(damaged, staged);
      Set<Long> otherWords = WordSums.differing(damaged, staged);
      Wholeness wholeness = new Wholeness(staged);
      wholeness.look(salvage.failed(), otherWords == null ? Set.of() : otherWords);
      List<String> remarks = new ArrayList<>();
      if (Integer.parseInt(damaged.pragma("user_version")) >= Seals.SINCE) {
        wholeness.lookAtSeals(salvage.failed());
        SealSieve sieve = new SealSieve(new Writing(staged), salvage.failed());
        sieve.run();
        remarks.addAll(sieve.remarks());
      } else {
        remarks.addAll(unsealed(salvage, otherWords == null, new Writing(staged)));
      }
      staged.execute(
          "UPDATE transcript SET raw = NULL WHERE raw NOT IN (SELECT seq FROM raw_record)");
      return filled(salvage, wholeness, staged, remarks);
    }
  }

  /** The copy, after what a killed program left half done in it is undone, if that can be. */
  private Session opened(Path copy) {
    Session session = new Sessions(copy).write();
    if (session.pragma("user_version").equals("0")) {
      session.close();
      throw Reasons.of(file, "nothing can be read: its first page is damaged");
    }
    return session;
  }

  private Salvage staged(Session damaged, Session staged) {
    int version = Integer.parseInt(damaged.pragma("user_version"));
    if (version < 1 || version > Migrations.ALL.newest()) {
      throw Reasons.of(file, "made by a newer Examen, or damaged so that nothing can be read");
    }
    staged.execute("PRAGMA foreign_keys=OFF");
    staged.execute("BEGIN IMMEDIATE");
    Migrations.ALL.upTo(version).apply(staged, 0);
    dropTriggers(staged);
    Salvage salvage = new Salvage(damaged, staged, between);
    salvage.run();
    Migrations.ALL.apply(staged, version);
    SearchIndex.rebuild(new Writing(staged));
    staged.execute("COMMIT");
    return salvage;
  }

  private static void dropTriggers(Session staged) {
    staged
        .query("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .list(row -> row.text(1))
        .forEach(name -> staged.execute("DROP TRIGGER " + name));
  }

  /** What an older file does not tell of itself. */
  private static List<String> unsealed(Salvage salvage, boolean wordsUnread, Writing staged) {
    List<String> remarks = new ArrayList<>();
    if (salvage.failed().containsKey("citation")) {
      staged.query("DELETE FROM citation").update();
      staged.query("DELETE FROM classifier_label").update();
      remarks.add(
          "what classifiers said is left out, as not all that it points at could be read; import"
              + " it again");
    }
    if (wordsUnread) {
      remarks.add("the index of words could not be read, so texts were not compared with it");
    }
    return remarks;
  }

  private RescueReport filled(
      Salvage salvage, Wholeness wholeness, Session staged, List<String> remarks) {
    ProjectFile.create(target, origin(new Reading(staged))).close();
    try (Session session = new Sessions(target).write()) {
      session.execute("PRAGMA foreign_keys=OFF");
      session.execute("BEGIN IMMEDIATE");
      Writing writing = new Writing(session);
      Set<String> whole = wholeness.whole();
      settings(new Reading(staged), writing);
      for (TableShape table : TableShape.of(staged)) {
        copyRows(staged, session, table, whole);
      }
      StepsRescued steps = new StepsRescued(writing);
      steps.takeAll(new Reading(staged));
      SearchIndex.catchUp(writing);
      lostTranscripts(new Reading(staged), remarks);
      Seals.makeAll(writing, Migrations.ALL.newest());
      RescueReport report =
          new RescueReport(
              whole.size(),
              wholeness.doubts(),
              steps.taken(),
              steps.lost(),
              salvage.failed(),
              remarks);
      session.execute("COMMIT");
      return report;
    }
  }

  private static void lostTranscripts(Reading staged, List<String> remarks) {
    long lost =
        staged
            .query(
                "SELECT coalesce((SELECT count(DISTINCT transcript) FROM message WHERE transcript"
                    + " NOT IN (SELECT id FROM transcript)), 0)")
            .first(row -> row.integer(1))
            .orElse(0L);
    if (lost > 0) {
      remarks.add(lost + " transcripts of which only pieces could be read are left out");
    }
  }

  private ProjectOrigin origin(Reading staged) {
    try {
      return ProjectSettings.origin(staged);
    } catch (StoreException | IllegalArgumentException unreadable) {
      return otherwise;
    }
  }

  private void settings(Reading staged, Writing writing) {
    ProjectSettings.all(staged)
        .forEach(
            (key, value) -> {
              if (!ProjectSettings.isOfOrigin(key)) {
                ProjectSettings.put(writing, key, value);
              }
            });
    ProjectSettings.put(writing, RESCUED, Reasons.name(file));
  }

  /**
   * Rows of transcripts only where the transcript is whole; what is assigned or could be drawn
   * stays, like what raters did, until the transcript is imported again.
   */
  private void copyRows(Session from, Session to, TableShape table, Set<String> whole) {
    if (APART.contains(table.name())) {
      return;
    }
    int owner =
        STAY.contains(table.name())
            ? -1
            : table.columns().indexOf(table.name().equals("transcript") ? "id" : "transcript");
    Query insert = to.query(table.insert());
    int[] waiting = new int[1];
    from.query(table.selectAll())
        .each(
            row -> {
              between.run();
              if (owner >= 0 && !whole.contains(row.text(owner + 1))) {
                return;
              }
              for (int i = 1; i <= table.columns().size(); i++) {
                insert.value(row.value(i));
              }
              insert.addToBatch();
              if (++waiting[0] % AT_A_TIME == 0) {
                insert.runBatch();
              }
            });
    insert.runBatch();
  }

  /** The steps whose hash is right, in the order in which they came. */
  private static final class StepsRescued {
    private final Writing writing;
    private final Ledger ledger = new Ledger();
    private final List<Long> lost = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private long last;
    private int taken;

    StepsRescued(Writing writing) {
      this.writing = writing;
    }

    int taken() {
      return taken;
    }

    List<Long> lost() {
      return lost;
    }

    void takeAll(Reading staged) {
      List<StepRow> page = StepTable.arrivedAfter(staged, 0, AT_A_TIME);
      while (!page.isEmpty()) {
        page.forEach(this::take);
        page = StepTable.arrivedAfter(staged, page.getLast().seq(), AT_A_TIME);
      }
    }

    private void take(StepRow row) {
      for (long missing = last + 1; missing < row.seq(); missing++) {
        lost.add(missing);
      }
      last = row.seq();
      if (!fits(row)) {
        lost.add(row.seq());
        return;
      }
      taken++;
      ids.add(row.id());
      StepTable.insert(writing, row, taken);
    }

    private boolean fits(StepRow row) {
      String undoes = row.undoes();
      if (!row.isAsItWasMade() || (undoes != null && !ids.contains(undoes))) {
        return false;
      }
      try {
        ledger.apply(row.step());
        return true;
      } catch (StoreException | IllegalStateException | IllegalArgumentException e) {
        return false;
      }
    }
  }

  private void removeTarget() {
    try {
      Files.deleteIfExists(target);
      Files.deleteIfExists(target.resolveSibling(target.getFileName() + "-journal"));
    } catch (IOException e) {
      throw Reasons.of(target, "an unfinished file is left that cannot be removed", e);
    }
  }

  private static void remove(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw Reasons.of(folder, "a folder is left behind", e);
    }
  }
}
