package examen.store;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Map;

/**
 * The switch of a library that stands between this JVM and the system's calls, and lets the n-th
 * write, truncation, sync, making or deletion of a file below one folder fail. The library is no
 * part of Examen: it is preloaded, knows the folder from {@code IOSHIM_DIR}, and has the functions
 * {@code ioshim_arm(long n, int errno, int mode)} and {@code ioshim_fired()}.
 */
@SuppressWarnings("restricted")
final class FaultyDisk {
  /** What fails from the n-th operation on. */
  enum Mode {
    ONCE(0, "once"),
    FOR_EVER(1, "for ever"),
    SHORT_WRITE(2, "half written");

    private final int number;
    private final String words;

    Mode(int number, String words) {
      this.number = number;
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static final int ENOSPC = 28;
  static final int EIO = 5;
  private static final int NEVER = 0;

  private final MethodHandle arm;
  private final MethodHandle fired;

  FaultyDisk(Path library) {
    SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
    this.arm =
        handle(
            symbols,
            "ioshim_arm",
            FunctionDescriptor.ofVoid(
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    this.fired = handle(symbols, "ioshim_fired", FunctionDescriptor.of(ValueLayout.JAVA_INT));
  }

  /** Starts {@code main} with the library under it, for what lies in {@code disk}. */
  static ProcessBuilder under(Path library, Path disk, ProcessBuilder program) {
    Map<String, String> environment = program.environment();
    environment.put("LD_PRELOAD", library.toAbsolutePath().toString());
    environment.put("IOSHIM_DIR", disk.toAbsolutePath().toString());
    return program;
  }

  /** Counts anew and lets the n-th operation from now fail. */
  void failAt(long n, int errno, Mode mode) {
    call(arm, n, errno, mode.number);
  }

  void heal() {
    call(arm, NEVER, 0, 0);
  }

  /** How many operations have failed since it was last set. */
  int fired() {
    return (int) call(fired);
  }

  private static MethodHandle handle(
      SymbolLookup symbols, String name, FunctionDescriptor descriptor) {
    MemorySegment function = symbols.find(name).orElseThrow();
    return Linker.nativeLinker().downcallHandle(function, descriptor);
  }

  private static Object call(MethodHandle handle, Object... arguments) {
    try {
      Object given = handle.invokeWithArguments(arguments);
      return given == null ? 0 : given;
    } catch (Throwable e) {
      throw new IllegalStateException("the library cannot be called", e);
    }
  }
}
