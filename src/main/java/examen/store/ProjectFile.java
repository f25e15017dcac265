package examen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One project: an SQLite file, open. What {@link #inTransaction} has returned for survives the end
 * of the program and of the power. May be used from several threads, and beside other programs that
 * use it by this class.
 *
 * <p>While it is open the file must not be opened by Java's own means (not read, hashed or copied):
 * closing it again would drop SQLite's locks. Looking at its attributes is allowed.
 */
public final class ProjectFile implements AutoCloseable {
  private final Sessions sessions;
  private final @Nullable Object identity;
  private volatile String onlyToRead;
  // Fair, so that a rater's click waits for one batch of an import and not for all of them.
  private final ReentrantLock writeLock = new ReentrantLock(true);
  private final ReentrantLock readLock = new ReentrantLock(true);
  private @Nullable Session writer;
  private int writers;
  private long transactions;
  private @Nullable Session reader;
  private boolean closed;

  /**
   * @param onlyToRead why nothing may be stored; empty if it may
   */
  private ProjectFile(Sessions sessions, Session writer, String onlyToRead) {
    this.sessions = sessions;
    this.onlyToRead = onlyToRead;
    this.writer = writer;
    this.identity = attributes(sessions.file()).fileKey();
  }

  /**
   * Makes a new project.
   *
   * @throws StoreException if there is a file already (an empty one is taken) or none can be made
   */
  public static ProjectFile create(Path file, ProjectOrigin origin) {
    Sessions sessions = new Sessions(Opening.placeForNew(file));
    return new ProjectFile(sessions, new Opening(sessions, Migrations.ALL).fresh(origin), "");
  }

  /**
   * Opens a project, and brings it up to date if an older Examen made it; a backup is made before.
   * Where nothing can be written it is opened to be read.
   *
   * @throws StoreException with the reason, if there is no such file, it is not a project, it is
   *     damaged, it is on a network drive, a newer Examen made it, or it cannot be read
   */
  public static ProjectFile open(Path file) {
    Path place = Opening.placeOfExisting(file);
    return open(place, Medium.of(place), DamageCheck.WHOLE);
  }

  /**
   * The same, but a large file is not looked at page by page: {@link #isChecked} says whether it
   * was.
   */
  public static ProjectFile openQuickly(Path file) {
    Path place = Opening.placeOfExisting(file);
    return open(place, Medium.of(place), DamageCheck.WHERE_SHORT);
  }

  /**
   * Opens a project that nobody is to change through this.
   *
   * @param why said to whoever tries; one line
   */
  public static ProjectFile openToRead(Path file, String why) {
    Path place = Opening.placeOfExisting(file);
    Medium medium = Medium.of(place);
    if (medium.readOnly()) {
      return open(place, medium, DamageCheck.WHERE_SHORT);
    }
    medium.refuseNetwork(place);
    Sessions sessions = new Sessions(place);
    Opening opening = new Opening(sessions, Migrations.ALL).with(DamageCheck.WHERE_SHORT);
    return new ProjectFile(sessions, opening.existing(), why);
  }

  static ProjectFile open(Path place, Medium medium, DamageCheck check) {
    medium.refuseNetwork(place);
    Sessions sessions = medium.readOnly() ? Sessions.ofReadOnly(place) : new Sessions(place);
    Session first = new Opening(sessions, Migrations.ALL).with(check).existing();
    return new ProjectFile(
        sessions, first, medium.readOnly() ? "the file or its folder is read-only" : "");
  }

  static ProjectFile open(Sessions sessions, Migrations migrations) {
    return new ProjectFile(sessions, new Opening(sessions, migrations).existing(), "");
  }

  /** Why nothing can be stored, in one line; empty if it can. */
  public Optional<String> readOnly() {
    return onlyToRead.isEmpty() ? Optional.empty() : Optional.of(onlyToRead);
  }

  /** Whether opening looked at every page; {@link #openQuickly} does not where that takes long. */
  public boolean isChecked() {
    return DamageCheck.isShort(path());
  }

  /** The service that seems to copy the file's folder to other machines, if there is one. */
  public Optional<String> syncedBy() {
    return Medium.syncedBy(path());
  }

  /** Where the project is. */
  public Path path() {
    return sessions.file();
  }

  /**
   * Does the work as a whole: when this returns, all that it stored is on the disk. When it throws,
   * nothing of it is there; only if a failing disk kept even that from being looked up may all of
   * it be, and doing the same again then finds it. The work may be run twice, so it should do
   * nothing but store and read.
   *
   * @throws StoreException if it could not be stored
   * @throws IllegalStateException if called inside a transaction or a reading
   */
  public <T> T inTransaction(Function<Writing, T> work) {
    if (!onlyToRead.isEmpty()) {
      throw Reasons.of(path(), "nothing is stored: it is opened to be read only, as " + onlyToRead);
    }
    return holding(writeLock, () -> transact(new Transaction<>(work)));
  }

  /** Like {@link #inTransaction}, for work that gives nothing back. */
  public void runInTransaction(Consumer<Writing> work) {
    inTransaction(
        writing -> {
          work.accept(writing);
          return true;
        });
  }

  /**
   * Gives what is stored next more memory, outside Java's heap, or no more than usual: an import
   * changes many pages, and those that do not fit have to be written twice.
   *
   * @param megabytes at most
   */
  public void useMemory(int megabytes) {
    holding(
        writeLock,
        () -> {
          try {
            writer().execute("PRAGMA cache_size=-" + megabytes * 1024);
            writer().execute("PRAGMA shrink_memory");
            return true;
          } catch (SqlFailure failure) {
            throw Damaged.refusal(path(), failure);
          }
        });
  }

  /**
   * Reads, beside transactions of other threads and programs, one state of the file. The work must
   * be short and only read: while it lasts no transaction can be completed, and after five seconds
   * one that waits gives up. It may be run twice.
   *
   * @throws StoreException if the file could not be read
   * @throws IllegalStateException if called inside a transaction or a reading
   */
  public <T> T reading(Function<Reading, T> work) {
    return holding(readLock, () -> readTwice(work));
  }

  /**
   * A number that is another one whenever somebody has stored something since it was asked last,
   * this program included; quick enough to be asked every second.
   */
  public String lastChange() {
    return reading(reading -> reading.session().pragma("data_version"));
  }

  /**
   * How the file stands; asked before something is read, it tells later whether that can have
   * changed. Empty while this program is storing something.
   */
  public Optional<FileState> state() {
    if (writeLock.isHeldByCurrentThread() || !writeLock.tryLock()) {
      return Optional.empty();
    }
    try {
      return closed
          ? Optional.empty()
          : Optional.of(new FileState(writers, writer().pragma("data_version"), transactions));
    } catch (SqlFailure failure) {
      if (!failure.leavesConnectionSound()) {
        discardWriter();
      }
      throw Damaged.refusal(path(), failure);
    } finally {
      writeLock.unlock();
    }
  }

  /**
   * Looks at every page; if one is not as it should be, nothing more is stored.
   *
   * @throws StoreException if the file is damaged
   */
  void refuseIfDamaged() {
    boolean whole = reading(reading -> Copying.isWhole(reading.session()));
    if (whole) {
      return;
    }
    Damaged.Verdict verdict = Damaged.secondLook(path());
    if (verdict == Damaged.Verdict.DAMAGED) {
      onlyToRead = "the file is damaged";
    }
    throw Damaged.refusal(path(), verdict);
  }

  /** Copies the file as it is now; what is to be stored meanwhile waits. */
  void copy(Copying copying) {
    holding(
        writeLock,
        () -> {
          try {
            copying.take(writer(), path());
            return true;
          } catch (SqlFailure failure) {
            discardWriter();
            if (failure.isDamage()) {
              throw Damaged.refusal(path(), failure);
            }
            throw new StoreException(
                Reasons.name(path()) + ": no backup was made: " + Reasons.inWords(failure),
                failure.sql());
          }
        });
  }

  /** Waits for the work in hand and closes the file. */
  @Override
  public void close() {
    writeLock.lock();
    try {
      readLock.lock();
      try {
        closed = true;
        discardReader();
        discardWriter();
      } catch (SqlFailure failure) {
        throw Reasons.of(path(), failure);
      } finally {
        readLock.unlock();
      }
    } finally {
      writeLock.unlock();
    }
  }

  private <T> T holding(ReentrantLock lock, Supplier<T> work) {
    if (writeLock.isHeldByCurrentThread() || readLock.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "inside a transaction or a reading use the one that is there");
    }
    lock.lock();
    try {
      if (closed) {
        throw Reasons.of(path(), "the project has been closed");
      }
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private <T> T transact(Transaction<T> transaction) {
    transactions++;
    try {
      return transaction.attempt(writer());
    } catch (SqlFailure failure) {
      if (failure.leavesConnectionSound()) {
        throw Damaged.refusal(path(), failure);
      }
      return transactAgain(transaction);
    }
  }

  /**
   * After a failure SQLite may have rolled back or not, and may have committed: only the file
   * itself can say.
   */
  private <T> T transactAgain(Transaction<T> transaction) {
    try {
      discardWriter();
      Session session = writer();
      return transaction.foundAfterAll(session).orElseGet(() -> transaction.attempt(session));
    } catch (SqlFailure failure) {
      if (!failure.leavesConnectionSound()) {
        discardWriter();
      }
      throw Damaged.refusal(path(), failure);
    }
  }

  private <T> T readTwice(Function<Reading, T> work) {
    try {
      return read(work);
    } catch (SqlFailure failure) {
      if (failure.leavesConnectionSound()) {
        throw Damaged.refusal(path(), failure);
      }
    }
    try {
      discardReader();
      return read(work);
    } catch (SqlFailure failure) {
      discardReader();
      throw Damaged.refusal(path(), failure);
    }
  }

  private <T> T read(Function<Reading, T> work) {
    Session session = reader();
    session.execute("BEGIN");
    Reading reading = new Reading(session);
    try {
      return work.apply(reading);
    } finally {
      reading.end();
      session.rollBack();
    }
  }

  private Session writer() {
    refuseIfMoved();
    Session session = writer;
    if (session == null || session.isClosed()) {
      session = sessions.write();
      writers++;
      writer = session;
    }
    return session;
  }

  private Session reader() {
    Session session = reader;
    if (session == null || session.isClosed()) {
      refuseIfMoved();
      session = sessions.read();
      reader = session;
    }
    return session;
  }

  private void discardWriter() {
    Session session = writer;
    writer = null;
    if (session != null) {
      session.close();
    }
  }

  private void discardReader() {
    Session session = reader;
    reader = null;
    if (session != null) {
      session.close();
    }
  }

  /**
   * Where the system has no identities of files (Windows), an open file cannot be moved or replaced
   * either.
   */
  private void refuseIfMoved() {
    Object now = attributes(path()).fileKey();
    if (identity != null && !identity.equals(now)) {
      throw Reasons.of(
          path(), "the file was replaced by another one while it was open; open the project again");
    }
  }

  private static BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException e) {
      throw Reasons.of(
          file, "the file is no longer where it was opened: moved, renamed or deleted", e);
    }
  }
}
