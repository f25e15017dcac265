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

  /** One operation on a file or folder, by its name below the folder; its own name is empty. */
  sealed interface Operation {
    String file();

    record Made(String file) implements Operation {}

    record FolderMade(String file) implements Operation {}

    record Deleted(String file) implements Operation {}

    record Renamed(String file, String to) implements Operation {}

    record Linked(String file, String to) implements Operation {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Written(String file, long at, byte[] bytes) implements Operation {}

    record Cut(String file, long length) implements Operation {}

    record Synced(String file) implements Operation {}

    /** What was to be synced may be forgotten, though it can still be read. */
    record NotSynced(String file) implements Operation {}
  }

  /** Reads a record as {@code faultydisk.h} describes it, numbers with the low byte first. */
  static List<Operation> read(Path record) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(record)).order(ByteOrder.LITTLE_ENDIAN);
    List<Operation> all = new ArrayList<>();
    while (in.remaining() >= HEAD) {
      char letter = (char) in.get();
      byte[] name = new byte[in.getShort()];
      long number = in.getLong();
      byte[] rest = new byte[in.getInt()];
      in.get(name);
      in.get(rest);
      all.add(operation(letter, name(name), number, rest));
    }
    return all;
  }

  private static String name(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Operation operation(char letter, String name, long number, byte[] rest) {
    return switch (letter) {
      case 'C' -> new Operation.Made(name);
      case 'M' -> new Operation.FolderMade(name);
      case 'U' -> new Operation.Deleted(name);
      case 'R' -> new Operation.Renamed(name, name(rest));
      case 'L' -> new Operation.Linked(name, name(rest));
      case 'W' -> new Operation.Written(name, number, rest);
      case 'T' -> new Operation.Cut(name, number);
      case 'S' -> new Operation.Synced(name);
      case 'F' -> new Operation.NotSynced(name);
      default -> throw new IllegalArgumentException("no record of operations: " + letter);
    };
  }
}
