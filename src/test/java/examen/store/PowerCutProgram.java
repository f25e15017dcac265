package examen.store;

import examen.store.DiskRecord.Operation;
import examen.store.UnpoweredDisk.Fate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Records what work does to the disk, and then lets the power fail after every operation, in each
 * way that {@link UnpoweredDisk} knows: what was said to be stored must be there, and the file
 * whole. Needs Linux and a C compiler. Arguments: deeds or {@code migrate:FILE}; how many; what
 * {@code synchronous} is to be (EXTRA is 3; with FULL, 2, the program has to find losses); how many
 * states are to be looked at between two that are verified whole (1 for all); a seed; and {@code
 * syncs} if the work is to be recorded once for each of its syncs, which then fails, as if all were
 * well from then on.
 */
final class PowerCutProgram {
  private static final int SHOWN = 10;
  private static final String MIGRATE = "migrate:";

  private final Path folder;
  private final String[] args;
  private final Map<Fate, Integer> states = new EnumMap<>(Fate.class);
  private final Map<Fate, Integer> bad = new EnumMap<>(Fate.class);

  /** States are the same so often that none is looked at twice. */
  private final Map<String, List<String>> looked = new HashMap<>();

  private int shown;
  private int operations;
  private int unheeded;

  private PowerCutProgram(Path folder, String[] args) {
    this.folder = folder;
    this.args = args;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Optional<String> missing = FaultyDisk.missing();
    missing.ifPresent(System.out::println);
    if (missing.isPresent()) {
      System.exit(2);
    }
    Path folder = Files.createTempDirectory("cuts").toRealPath();
    boolean good = holds(folder, args);
    Child.remove(folder);
    System.exit(good ? 0 : 1);
  }

  /** Whether nothing is lost; what is, is said. */
  static boolean holds(Path folder, String... args) throws IOException, InterruptedException {
    return new PowerCutProgram(folder, args).run();
  }

  private boolean run() throws IOException, InterruptedException {
    makeBase();
    Path library = FaultyDisk.library(folder);
    List<Operation> well = recorded(library, 0);
    cut(well, 0);
    if (args.length > 5 && args[5].equals("syncs")) {
      long syncs = well.stream().filter(Operation.Synced.class::isInstance).count();
      for (int n = 1; n <= syncs; n++) {
        List<Operation> failing = recorded(library, n);
        int from = 0;
        while (!(failing.get(from) instanceof Operation.NotSynced)) {
          from++;
        }
        if (isUnheeded(failing, from)) {
          unheeded++;
          continue;
        }
        cut(failing, from);
      }
    }
    System.out.println(
        String.join(" ", args).replaceAll("migrate:\\S*/", MIGRATE)
            + ": "
            + operations
            + " operations, "
            + states.values().stream().mapToInt(n -> n).sum()
            + " states "
            + states
            + ", different ones "
            + looked.size()
            + ", bad "
            + bad
            + (unheeded > 0 ? ", failing syncs of a journal's name left out: " + unheeded : ""));
    return bad.isEmpty();
  }

  private void makeBase() throws IOException {
    Path place = BusyProject.place(folder.resolve("base"));
    if (args[0].startsWith(MIGRATE)) {
      Files.createDirectories(place.getParent());
      Files.copy(Path.of(args[0].substring(MIGRATE.length())), place);
    } else {
      BusyProject.make(folder.resolve("base"));
    }
  }

  /**
   * SQLite does not look whether the sync fails that is to keep the name of a new journal; where a
   * file's own sync does not keep it, nothing that Examen does could.
   */
  private static boolean isUnheeded(List<Operation> record, int failing) {
    return record.get(failing).file().isEmpty()
        && record.get(failing - 1) instanceof Operation.Synced(String file)
        && file.endsWith("-journal");
  }

  /** Does the work on a fresh copy. */
  private List<Operation> recorded(Path library, int failingSync)
      throws IOException, InterruptedException {
    for (String part : List.of("disk", "others", "in", "record")) {
      Child.remove(folder.resolve(part));
    }
    Path base = BusyProject.place(folder.resolve("base"));
    Path place = BusyProject.place(folder);
    Files.createDirectories(place.getParent());
    Files.copy(base, place);
    new OtherCopies(folder).keepBase(base);
    String deeds = args[0].startsWith(MIGRATE) ? "step" : args[0];
    List<String> arguments = new ArrayList<>(List.of(folder.toString(), args[4], deeds));
    arguments.addAll(List.of(args[1], args[2], Integer.toString(failingSync)));
    ProcessBuilder program = Child.of(RecordedProgram.class, folder, arguments);
    FaultyDisk.under(library, folder.resolve("disk"), program);
    FaultyDisk.withoutWaiting(program);
    FaultyDisk.recording(folder.resolve("record"), program);
    if (program.inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("the work to be recorded failed");
    }
    return DiskRecord.read(folder.resolve("record"));
  }

  private void cut(List<Operation> record, int from) throws IOException {
    byte[] before = Files.readAllBytes(BusyProject.place(folder.resolve("base")));
    UnpoweredDisk disk = new UnpoweredDisk(Map.of("project.examen", before));
    StringBuilder acks = new StringBuilder();
    for (int n = 0; n < record.size(); n++) {
      Operation operation = record.get(n);
      if (!operation.file().equals("acks")) {
        disk.take(operation);
      } else if (operation instanceof Operation.Written written) {
        acks.append(new String(written.bytes(), StandardCharsets.UTF_8));
      }
      if (n < from) {
        continue;
      }
      operations++;
      for (Fate fate : Fate.values()) {
        look(disk.afterCut(fate, new Random(31L * n)), acks.toString(), fate, n);
      }
    }
  }

  private void look(Map<String, byte[]> files, String acks, Fate fate, int n) throws IOException {
    states.merge(fate, 1, Integer::sum);
    String key = key(files, acks);
    List<String> wrong = looked.get(key);
    if (wrong == null) {
      // Beside the folder in which the work was done, so that what was merged is found.
      Path cut = folder.resolve("cut");
      Child.remove(cut);
      Files.createDirectories(cut);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path target = cut.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue());
      }
      wrong = wrong(cut.resolve("project.examen"), acks.lines().toList());
      looked.put(key, wrong);
    }
    if (!wrong.isEmpty()) {
      bad.merge(fate, 1, Integer::sum);
      if (shown++ < SHOWN) {
        System.out.println("after operation " + n + ", unsynced " + fate.words() + ": " + wrong);
      }
    }
  }

  private static String key(Map<String, byte[]> files, String acks) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(acks.getBytes(StandardCharsets.UTF_8));
      files.forEach(
          (name, bytes) -> {
            digest.update((name + '\0' + bytes.length + '\0').getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> wrong(Path file, List<String> said) {
    List<String> wrong = new ArrayList<>();
    try (ProjectFile project = ProjectFile.open(file)) {
      wrong.addAll(Claims.broken(project, said));
      if (looked.size() % Integer.parseInt(args[3]) == 0) {
        Verification.of(project).forEach(finding -> wrong.add(finding.toString()));
      }
    } catch (StoreException e) {
      wrong.add("it does not open: " + e.getMessage());
    }
    for (Backup backup : Backups.of(file)) {
      try (Session session = Sessions.ofReadOnly(backup.file()).read()) {
        if (!Copying.isWhole(session)) {
          wrong.add("not a whole backup");
        }
      } catch (SqlFailure | StoreException e) {
        wrong.add("a backup does not open: " + e);
      }
    }
    return wrong;
  }
}
