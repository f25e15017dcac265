package examen.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Works on volumes that are really full: a project lies on one with 0, 4, 8 ... KiB left, and each
 * deed is tried; then room is made, and the same deeds must go through. Makes the volumes itself,
 * for which it has to be root, and says so if it is not. Arguments: which ones, of {@code tmpfs},
 * {@code ext4-1024}, {@code ext4-4096}; how many KiB between (4) and at most (160).
 */
final class FullVolumeProgram {
  private static final List<Deed> DEEDS =
      List.of(Deed.STEP, Deed.STEP, Deed.BULK, Deed.IMPORT, Deed.MERGE, Deed.BACKUP);

  private static final int MEGABYTES = 24;
  private static final int BLOCK = 1024;

  private final Path folder;
  private final Path volume;
  private final Map<String, Integer> messages = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();
  private int runs;
  private int refused;

  private FullVolumeProgram(Path folder) {
    this.folder = folder;
    this.volume = folder.resolve("disk");
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int step = args.length > 1 ? Integer.parseInt(args[1]) : 4;
    int most = args.length > 2 ? Integer.parseInt(args[2]) : 160;
    boolean good = true;
    for (String kind : args[0].split(",", -1)) {
      Path folder = Files.createTempDirectory("full");
      FullVolumeProgram program = new FullVolumeProgram(folder);
      if (program.mounted(kind)) {
        try {
          good &= program.run(kind, step, most);
        } finally {
          // It can be unmounted only if nothing on it is still open.
          good &= run("umount", folder.resolve("disk").toString());
        }
      } else {
        System.out.println(
            kind + ": skipped, as no such volume can be mounted here (are you root?)");
      }
    }
    System.exit(good ? 0 : 1);
  }

  private boolean mounted(String kind) throws IOException, InterruptedException {
    Files.createDirectories(volume);
    if (kind.equals("tmpfs")) {
      return run(
          "mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", volume.toString());
    }
    String image = folder.resolve("image").toString();
    String block = kind.substring(kind.indexOf('-') + 1);
    return run("truncate", "-s", MEGABYTES + "M", image)
        && run("mkfs.ext4", "-q", "-m", "0", "-b", block, image)
        && run("mount", "-o", "loop", image, volume.toString());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      System.out.println(e.getMessage());
      return false;
    }
  }

  private boolean run(String kind, int step, int most) throws IOException {
    for (int free = 0; free <= most; free += step) {
      full(kind, free);
    }
    System.out.printf(
        "%s: %d volumes, %d deeds refused and done later, %d broken%n",
        kind, runs, refused, broken.size());
    messages.forEach((message, times) -> System.out.println(times + " x " + message));
    broken.forEach(System.out::println);
    return broken.isEmpty();
  }

  private void full(String kind, int kibibytes) throws IOException {
    Child.remove(BusyProject.place(folder));
    for (String rest : List.of("others", "in", "disk/filler", "disk/project.examen.backups")) {
      Child.remove(folder.resolve(rest));
    }
    BusyProject.make(folder);
    String when = kind + ", " + kibibytes + " KiB free: ";
    List<String> said = new ArrayList<>();
    try (BusyProject busy = new BusyProject(folder, kibibytes, said::add)) {
      fill(kibibytes * 1024L);
      for (Deed deed : DEEDS) {
        Runnable work = busy.next(deed);
        if (!tried(work)) {
          Files.delete(filler());
          work.run();
          fill(kibibytes * 1024L);
        }
      }
      runs++;
    } catch (StoreException | IllegalStateException e) {
      broken.add(when + "does not go on: " + e);
    }
    Files.deleteIfExists(filler());
    Claims.brokenIn(BusyProject.place(folder), said).forEach(line -> broken.add(when + line));
  }

  private boolean tried(Runnable work) {
    try {
      work.run();
      return true;
    } catch (StoreException e) {
      refused++;
      messages.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
      return false;
    }
  }

  private Path filler() {
    return volume.resolve("filler");
  }

  /** Takes all room but so many bytes. */
  private void fill(long but) throws IOException {
    FileStore store = Files.getFileStore(volume);
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (store.getUsableSpace() > but) {
        out.write(block);
      }
    } catch (IOException full) {
      // Then less than that is left: as full as can be.
      if (store.getUsableSpace() > but) {
        throw full;
      }
    }
  }
}
