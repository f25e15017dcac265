package examen.store;

import examen.store.FaultyDisk.Kind;
import examen.store.FaultyDisk.Mode;
import java.util.Arrays;
import java.util.List;

/** A way in which a disk fails. */
enum Failure {
  FULL_ONCE("ENOSPC once", FaultyDisk.ENOSPC, Mode.ONCE, Kind.CHANGES),
  FULL("ENOSPC for ever", FaultyDisk.ENOSPC, Mode.FOR_EVER, Kind.CHANGES),
  FULL_IN_THE_MIDDLE("ENOSPC, half written", FaultyDisk.ENOSPC, Mode.HALF_WRITTEN, Kind.WRITES),
  OVER_QUOTA("EDQUOT once", FaultyDisk.EDQUOT, Mode.ONCE, Kind.CHANGES),
  BROKEN_ONCE("EIO once", FaultyDisk.EIO, Mode.ONCE, Kind.CHANGES),
  BROKEN("EIO for ever", FaultyDisk.EIO, Mode.FOR_EVER, Kind.CHANGES),
  BROKEN_IN_THE_MIDDLE("EIO, half written", FaultyDisk.EIO, Mode.HALF_WRITTEN, Kind.WRITES),
  SHORT_WRITE("short write", 0, Mode.SHORT, Kind.WRITES),
  UNREADABLE_ONCE("EIO once at reading", FaultyDisk.EIO, Mode.ONCE, Kind.READS),
  UNREADABLE("EIO for ever at reading", FaultyDisk.EIO, Mode.FOR_EVER, Kind.READS),
  SHORT_READ("short read", 0, Mode.SHORT, Kind.READS);

  private final String words;
  private final int errno;
  private final Mode mode;
  private final Kind kind;

  Failure(String words, int errno, Mode mode, Kind kind) {
    this.words = words;
    this.errno = errno;
    this.mode = mode;
    this.kind = kind;
  }

  /** By name: {@code changes}, {@code reads} or {@code all}. */
  static List<Failure> named(String name) {
    return Arrays.stream(values())
        .filter(it -> name.equals("all") || name.equals(it.atReading() ? "reads" : "changes"))
        .toList();
  }

  String words() {
    return words;
  }

  boolean atReading() {
    return kind == Kind.READS;
  }

  /** A call that does less than was asked, and says so, is no failure: nobody is to be told. */
  boolean isHarmless() {
    return mode == Mode.SHORT;
  }

  void at(long n, FaultyDisk disk) {
    disk.failAt(n, errno, mode, kind);
  }
}
