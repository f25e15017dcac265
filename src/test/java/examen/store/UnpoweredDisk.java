package examen.store;

import examen.store.DiskRecord.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A folder as it may stand after a power cut: what was synced is there; of what was not, anything
 * may be. Files' contents are kept by syncing the file, their names by syncing the folder, as POSIX
 * has it at its strictest.
 */
final class UnpoweredDisk {
  private static final int SECTOR = 512;

  /** What becomes of writes that were not synced. */
  enum Fate {
    LOST("lost"),
    KEPT("kept"),
    /** The first of them are there, the later ones not. */
    CUT_OFF("cut off"),
    /** Some are there, some are not. */
    REORDERED("reordered"),
    /** The same, and of each some sectors only. */
    TORN("torn");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A file's content as it is for sure, and what was done to it since. */
  private static final class Content {
    private byte[] sure;
    private final List<Operation> unsure = new ArrayList<>();

    Content(byte[] sure) {
      this.sure = sure;
    }
  }

  private final Map<String, Content> now = new TreeMap<>();
  private final Map<String, Content> namesForSure = new TreeMap<>();
  private final List<Map<String, Content>> namesSince = new ArrayList<>();

  UnpoweredDisk(Map<String, byte[]> files) {
    files.forEach((name, bytes) -> now.put(name, new Content(bytes)));
    namesForSure.putAll(now);
  }

  void take(Operation operation) {
    switch (operation) {
      case Operation.Made(String name) -> {
        now.put(name, new Content(new byte[0]));
        namesSince.add(new TreeMap<>(now));
      }
      case Operation.Deleted(String name) -> {
        now.remove(name);
        namesSince.add(new TreeMap<>(now));
      }
      case Operation.Written written -> change(written);
      case Operation.Cut cut -> change(cut);
      case Operation.Synced(String name) when name.isEmpty() -> {
        namesForSure.clear();
        namesForSure.putAll(now);
        namesSince.clear();
      }
      case Operation.Synced(String name) -> {
        Content content = now.get(name);
        if (content != null) {
          content.unsure.forEach(done -> content.sure = after(content.sure, done));
          content.unsure.clear();
        }
      }
    }
  }

  private void change(Operation operation) {
    Content content = now.get(operation.file());
    if (content != null) {
      content.unsure.add(operation);
    }
  }

  /** What is there when the power is back. */
  Map<String, byte[]> afterCut(Fate fate, Random random) {
    Map<String, byte[]> files = new TreeMap<>();
    names(fate, random).forEach((name, content) -> files.put(name, bytes(content, fate, random)));
    return files;
  }

  private Map<String, Content> names(Fate fate, Random random) {
    return switch (fate) {
      case LOST -> namesForSure;
      case KEPT -> now;
      case CUT_OFF, REORDERED, TORN -> {
        int kept = random.nextInt(namesSince.size() + 1);
        yield kept == 0 ? namesForSure : namesSince.get(kept - 1);
      }
    };
  }

  private static byte[] bytes(Content content, Fate fate, Random random) {
    byte[] bytes = content.sure;
    int kept = random.nextInt(content.unsure.size() + 1);
    for (int i = 0; i < content.unsure.size(); i++) {
      boolean there =
          switch (fate) {
            case LOST -> false;
            case KEPT -> true;
            case CUT_OFF -> i < kept;
            case REORDERED, TORN -> random.nextBoolean();
          };
      if (there) {
        Operation operation = content.unsure.get(i);
        bytes = fate == Fate.TORN ? torn(bytes, operation, random) : after(bytes, operation);
      }
    }
    return bytes;
  }

  private static byte[] torn(byte[] bytes, Operation operation, Random random) {
    if (!(operation instanceof Operation.Written(String file, long at, byte[] all))) {
      return after(bytes, operation);
    }
    byte[] result = bytes;
    for (int from = 0; from < all.length; from += SECTOR) {
      if (random.nextBoolean()) {
        byte[] sector = Arrays.copyOfRange(all, from, Math.min(all.length, from + SECTOR));
        result = after(result, new Operation.Written(file, at + from, sector));
      }
    }
    return result;
  }

  private static byte[] after(byte[] bytes, Operation operation) {
    return switch (operation) {
      case Operation.Written(String _, long at, byte[] written) -> {
        byte[] result = Arrays.copyOf(bytes, (int) Math.max(bytes.length, at + written.length));
        System.arraycopy(written, 0, result, (int) at, written.length);
        yield result;
      }
      case Operation.Cut(String _, long length) -> Arrays.copyOf(bytes, (int) length);
      case Operation.Made _, Operation.Deleted _, Operation.Synced _ -> bytes;
    };
  }
}
