package examen.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a program did to the files of one folder, operation by operation. */
final class DiskRecord {
  private static final int HEAD = 15;

  private DiskRecord() {}

  /** One operation on a file, or on the folder itself, whose name is empty. */
  sealed interface Operation {
    String file();

    record Made(String file) implements Operation {}

    record Deleted(String file) implements Operation {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Written(String file, long at, byte[] bytes) implements Operation {}

    record Cut(String file, long length) implements Operation {}

    record Synced(String file) implements Operation {}
  }

  /**
   * Reads a record: for each operation its letter (C, U, W, T, S), the length of the name in two
   * bytes, offset or length in eight, the number of bytes in four, the name, the bytes; numbers
   * with the low byte first.
   */
  static List<Operation> read(Path record) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(record)).order(ByteOrder.LITTLE_ENDIAN);
    List<Operation> all = new ArrayList<>();
    while (in.remaining() >= HEAD) {
      char letter = (char) in.get();
      byte[] name = new byte[in.getShort()];
      long at = in.getLong();
      int length = in.getInt();
      in.get(name);
      byte[] bytes = new byte[letter == 'W' ? length : 0];
      in.get(bytes);
      all.add(operation(letter, name(name), at, bytes));
    }
    return all;
  }

  private static String name(byte[] bytes) {
    String name = new String(bytes, StandardCharsets.UTF_8);
    return name.startsWith("/") ? name.substring(1) : name;
  }

  private static Operation operation(char letter, String name, long at, byte[] bytes) {
    return switch (letter) {
      case 'C' -> new Operation.Made(name);
      case 'U' -> new Operation.Deleted(name);
      case 'W' -> new Operation.Written(name, at, bytes);
      case 'T' -> new Operation.Cut(name, at);
      case 'S' -> new Operation.Synced(name);
      default -> throw new IllegalArgumentException("no record of operations: " + letter);
    };
  }
}
