package examen.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The switch of {@code src/test/c/faultydisk.c}, a library that is preloaded under a program of the
 * tests: it lets the n-th operation on the files of one folder fail, and records all that change
 * one.
 */
@SuppressWarnings("restricted")
final class FaultyDisk {
  /** What fails from the n-th operation on; the numbers are those of the library. */
  enum Mode {
    ONCE(0),
    FOR_EVER(1),
    /** Half is written, and then there is the error. */
    HALF_WRITTEN(2),
    /** Half is read or written, and said to be: no error at all. */
    SHORT(3);

    private final int number;

    Mode(int number) {
      this.number = number;
    }
  }

  /** What operations are counted and fail; the numbers are those of the library. */
  enum Kind {
    /** Any change: writing, cutting, syncing, making, deleting, renaming. */
    CHANGES(1 + 2 + 4 + 8),
    WRITES(1),
    SYNCS(4),
    /** Reading, and opening what is there. */
    READS(16);

    private final int number;

    Kind(int number) {
      this.number = number;
    }
  }

  static final int EIO = 5;
  static final int ENOSPC = 28;
  static final int EDQUOT = 122;

  private static final String FOLDER = "FAULTYDISK_DIR";
  private static final String RECORD = "FAULTYDISK_RECORD";
  private static final String SYNC = "FAULTYDISK_SYNC";
  private static final String PRELOAD = "LD_PRELOAD";
  private static final Path SOURCE = Path.of("src/test/c/faultydisk.c");

  private final MethodHandle arm;
  private final MethodHandle counted;

  /** The one under this very program, which {@link #under} has started. */
  FaultyDisk() {
    Path library = Path.of(System.getenv(PRELOAD));
    SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
    ValueLayout.OfInt number = ValueLayout.JAVA_INT;
    this.arm =
        handle(
            symbols,
            "faultydisk_arm",
            FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, number, number, number));
    FunctionDescriptor count = FunctionDescriptor.of(ValueLayout.JAVA_LONG);
    this.counted = handle(symbols, "faultydisk_counted", count);
  }

  /** Why there can be no such disk here, in one line; empty if there can. */
  static Optional<String> missing() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.of("a disk that fails is made here on Linux only");
    }
    if (!Files.exists(SOURCE)) {
      return Optional.of("to be started where the sources lie: there is no " + SOURCE + " here");
    }
    try {
      return run(List.of("cc", "--version")) == null
          ? Optional.empty()
          : Optional.of("the C compiler (cc) does not work");
    } catch (IOException e) {
      return Optional.of("a disk that fails needs a C compiler, and there is no cc here");
    }
  }

  /** Compiles the library into this folder. */
  static Path library(Path folder) throws IOException {
    Path library = folder.resolve("libfaultydisk.so");
    List<String> command = new ArrayList<>(List.of("cc", "-std=gnu11", "-O2", "-Wall", "-Wextra"));
    command.addAll(List.of("-shared", "-fPIC", "-o", library.toString(), SOURCE.toString()));
    command.addAll(List.of("-ldl", "-lpthread"));
    String complaint = run(command);
    if (complaint != null) {
      throw new IllegalStateException("cc cannot compile " + SOURCE + ":\n" + complaint);
    }
    return library;
  }

  /** Has this program run on such a disk, for what lies below {@code disk}. */
  static ProcessBuilder under(Path library, Path disk, ProcessBuilder program) {
    Map<String, String> environment = program.environment();
    environment.put(PRELOAD, library.toAbsolutePath().toString());
    environment.put(FOLDER, disk.toAbsolutePath().toString());
    environment.remove(RECORD);
    return program;
  }

  /** Has all changes recorded, to be read by {@link DiskRecord}. */
  static void recording(Path record, ProcessBuilder program) {
    program.environment().put(RECORD, record.toAbsolutePath().toString());
  }

  /** Has syncs counted and failing, but not waited for, where no power is cut. */
  static void withoutWaiting(ProcessBuilder program) {
    program.environment().put(SYNC, "pretend");
  }

  /** The folder whose disk is faulty in this program; null if there is none. */
  static @Nullable Path here() {
    String folder = System.getenv(FOLDER);
    return folder == null ? null : Path.of(folder);
  }

  /** Counts anew and lets the n-th operation of this kind from now fail. */
  void failAt(long n, int errno, Mode mode, Kind kind) {
    call(arm, n, errno, mode.number, kind.number);
  }

  /** All is well from now on, and nothing is counted. */
  void heal() {
    call(arm, 0L, 0, 0, 0);
  }

  /** How many operations of the kind there were since it was set to fail. */
  long counted() {
    return call(counted);
  }

  /** What a command that failed says; null if it did not. */
  private static @Nullable String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return process.waitFor() == 0 ? null : said;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static MethodHandle handle(
      SymbolLookup symbols, String name, FunctionDescriptor descriptor) {
    MemorySegment function = symbols.find(name).orElseThrow();
    return Linker.nativeLinker().downcallHandle(function, descriptor);
  }

  private static long call(MethodHandle handle, Object... arguments) {
    try {
      return handle.invokeWithArguments(arguments) instanceof Long given ? given : 0;
    } catch (Throwable e) {
      throw new IllegalStateException("the library cannot be called", e);
    }
  }
}
