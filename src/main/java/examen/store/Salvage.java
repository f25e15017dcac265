package examen.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Reads what can be read of a damaged file into a whole one of the same tables, row by row, and
 * goes round what cannot.
 */
final class Salvage {
  /** So many rowids in a row that cannot be read end the search for more. */
  private static final int MOST_MISSES = 5000;

  /** Of no use unless it is whole: a plan that lacks a unit is left out by its seal. */
  private static final String WHOLE_ONLY = "sampling_unit";

  private final Session damaged;
  private final Session whole;
  private final SortedMap<String, Long> rows = new TreeMap<>();
  private final SortedMap<String, Long> failed = new TreeMap<>();
  private final Runnable between;
  private boolean again;

  /**
   * @param whole in a transaction, with foreign keys off; its tables may have no triggers
   * @param between called often; what it throws ends the work
   */
  Salvage(Session damaged, Session whole, Runnable between) {
    this.damaged = damaged;
    this.whole = whole;
    this.between = between;
  }

  /** Rows that were taken, by table. */
  SortedMap<String, Long> rows() {
    return rows;
  }

  /** Tables that could not be read through, with the number of pieces or rows left out. */
  SortedMap<String, Long> failed() {
    return failed;
  }

  void run() {
    List<TableShape> tables = new ArrayList<>(TableShape.of(whole));
    // Others are asked for by their transcripts.
    tables.sort(
        (a, b) -> Boolean.compare(!a.name().equals("transcript"), !b.name().equals("transcript")));
    for (TableShape table : tables) {
      rows.put(table.name(), 0L);
      take(table);
    }
  }

  private void take(TableShape table) {
    long[] last = {Long.MIN_VALUE};
    again = false;
    if (scan(table, table.selectAll(), last)) {
      return;
    }
    failed.merge(table.name(), 1L, Long::sum);
    long[] first = {Long.MAX_VALUE};
    again = true;
    boolean any = scan(table, table.selectBackwards(), first);
    if (any) {
      return;
    }
    if (table.hasRowid()) {
      between(table, last[0], first[0]);
    } else if (table.hasTranscript() && !table.name().equals(WHOLE_ONLY)) {
      byTranscript(table);
    }
  }

  /**
   * Reads until something cannot be read.
   *
   * @param at becomes the rowid of the last row read
   * @return whether the end was reached
   */
  private boolean scan(TableShape table, String sql, long[] at) {
    try {
      damaged
          .query(sql)
          .each(
              row -> {
                if (table.hasRowid()) {
                  at[0] = row.integer(table.columns().indexOf(table.order().getFirst()) + 1);
                }
                put(table, row);
              });
      return true;
    } catch (SqlFailure unreadable) {
      return false;
    }
  }

  private void between(TableShape table, long last, long first) {
    long from = last == Long.MIN_VALUE ? 1 : last + 1;
    int misses = 0;
    for (long rowid = from; rowid < first && misses < MOST_MISSES; rowid++) {
      misses = one(table, rowid) ? 0 : misses + 1;
    }
  }

  private boolean one(TableShape table, long rowid) {
    try {
      return damaged
          .query(table.selectOne())
          .integer(rowid)
          .first(
              row -> {
                put(table, row);
                return true;
              })
          .isPresent();
    } catch (SqlFailure unreadable) {
      return false;
    }
  }

  private void byTranscript(TableShape table) {
    List<String> ids = whole.query("SELECT id FROM transcript").list(row -> row.text(1));
    String sql = table.selectAll() + " WHERE transcript = ?";
    for (String id : ids) {
      try {
        damaged.query(sql).text(id).each(row -> put(table, row));
      } catch (SqlFailure unreadable) {
        failed.merge(table.name(), 1L, Long::sum);
      }
    }
  }

  /** A row that breaks the rules of its table is not one that was ever stored. */
  private void put(TableShape table, Row row) {
    between.run();
    Optional<List<Optional<Object>>> values = values(table, row);
    if (values.isEmpty() || !stored(table, values.get())) {
      failed.merge(table.name(), 1L, Long::sum);
    }
  }

  private static Optional<List<Optional<Object>>> values(TableShape table, Row row) {
    try {
      List<Optional<Object>> values = new ArrayList<>();
      for (int i = 1; i <= table.columns().size(); i++) {
        @Nullable Object value = row.value(i);
        values.add(Optional.ofNullable(value));
      }
      return Optional.of(values);
    } catch (StoreException notAText) {
      return Optional.empty();
    }
  }

  private boolean stored(TableShape table, List<Optional<Object>> values) {
    try {
      Query insert = whole.query(table.insert());
      values.forEach(value -> insert.value(value.orElse(null)));
      rows.merge(table.name(), (long) insert.update(), Long::sum);
      return true;
    } catch (SqlFailure refused) {
      if (refused.primaryCode() == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
        // What was read forwards may be read again when it is read backwards.
        return again
            && (refused.code() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
                || refused.code() == SQLiteErrorCode.SQLITE_CONSTRAINT_ROWID);
      }
      throw new StoreException("nothing is rescued: " + Reasons.inWords(refused), refused.sql());
    }
  }
}
