package examen.store;

import examen.store.DiskRecord.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  /** Whether a change of a file's content is on the disk. */
  private enum Certainty {
    SURE,
    /** It waits to be synced. */
    UNSURE,
    /** Its sync failed; no later one brings it to the disk, though all may seem well. */
    FORGOTTEN
  }

  private static final class Change {
    private final Operation operation;
    private Certainty certainty = Certainty.UNSURE;

    Change(Operation operation) {
      this.operation = operation;
    }
  }

  /** What a name stands for: a folder, or a file with what was done to it since some moment. */
  private static final class Content {
    private final boolean isFolder;
    private byte[] before;
    private final List<Change> since = new ArrayList<>();

    Content(boolean isFolder, byte[] before) {
      this.isFolder = isFolder;
      this.before = before;
    }

    /** Settles what is unsure, and forgets how what is sure by now came about. */
    void settle(Certainty certainty) {
      for (Change change : since) {
        if (change.certainty == Certainty.UNSURE) {
          change.certainty = certainty;
        }
      }
      while (!since.isEmpty() && since.getFirst().certainty == Certainty.SURE) {
        before = after(before, since.removeFirst().operation);
      }
    }
  }

  private final NavigableMap<String, Content> now = new TreeMap<>();
  private final NavigableMap<String, Content> namesForSure = new TreeMap<>();

  /** How the names stood after each change of them since then. */
  private final List<NavigableMap<String, Content>> namesSince = new ArrayList<>();

  UnpoweredDisk(Map<String, byte[]> files) {
    files.forEach((name, bytes) -> now.put(name, new Content(false, bytes)));
    namesForSure.putAll(now);
  }

  void take(Operation operation) {
    switch (operation) {
      case Operation.Made(String name) -> name(name, new Content(false, new byte[0]));
      case Operation.FolderMade(String name) -> name(name, new Content(true, new byte[0]));
      case Operation.Deleted(String name) -> name(name, null);
      case Operation.Linked(String name, String to) -> name(to, known(name));
      case Operation.Renamed(String name, String to) -> {
        Content content = known(name);
        now.remove(name);
        name(to, content);
      }
      case Operation.Written written -> change(written);
      case Operation.Cut cut -> change(cut);
      case Operation.Synced(String name) when isFolder(name) -> syncNames(name);
      case Operation.Synced(String name) -> settle(name, Certainty.SURE);
      case Operation.NotSynced(String name) -> settle(name, Certainty.FORGOTTEN);
    }
  }

  private Content known(String name) {
    return Objects.requireNonNull(now.get(name), name);
  }

  private void name(String name, @Nullable Content content) {
    if (content == null) {
      now.remove(name);
    } else {
      now.put(name, content);
    }
    namesSince.add(new TreeMap<>(now));
  }

  private boolean isFolder(String name) {
    Content content = now.get(name);
    return name.isEmpty() || (content != null && content.isFolder);
  }

  /** A folder's own name is among those of the folder that it is in. */
  private void syncNames(String folder) {
    sync(folder, namesForSure);
    namesSince.forEach(names -> sync(folder, names));
    namesSince.removeIf(names -> names.equals(namesForSure));
  }

  private void sync(String folder, Map<String, Content> names) {
    names.keySet().removeIf(name -> folderOf(name).equals(folder));
    now.forEach(
        (name, content) -> {
          if (folderOf(name).equals(folder)) {
            names.put(name, content);
          }
        });
  }

  private static String folderOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  private void settle(String name, Certainty certainty) {
    Content content = now.get(name);
    if (content != null) {
      content.settle(certainty);
    }
  }

  private void change(Operation operation) {
    Content content = now.get(operation.file());
    if (content != null) {
      content.since.add(new Change(operation));
    }
  }

  /** What is there when the power is back. */
  Map<String, byte[]> afterCut(Fate fate, Random random) {
    Map<String, Content> names = names(fate, random);
    Map<String, byte[]> files = new TreeMap<>();
    names.forEach(
        (name, content) -> {
          String folder = folderOf(name);
          if (!content.isFolder && (folder.isEmpty() || names.containsKey(folder))) {
            files.put(name, bytes(content, fate, random));
          }
        });
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
    byte[] bytes = content.before;
    int kept = random.nextInt(content.since.size() + 1);
    for (int i = 0; i < content.since.size(); i++) {
      Change change = content.since.get(i);
      if (change.certainty == Certainty.SURE) {
        bytes = after(bytes, change.operation);
        continue;
      }
      boolean there =
          switch (fate) {
            case LOST -> false;
            case KEPT -> true;
            case CUT_OFF -> i < kept;
            case REORDERED, TORN -> random.nextBoolean();
          };
      if (there) {
        Operation operation = change.operation;
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
      case Operation.Made _,
          Operation.FolderMade _,
          Operation.Deleted _,
          Operation.Renamed _,
          Operation.Linked _,
          Operation.Synced _,
          Operation.NotSynced _ ->
          bytes;
    };
  }
}
