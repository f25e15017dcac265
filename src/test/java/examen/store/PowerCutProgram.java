package examen.store;

import examen.store.DiskRecord.Operation;
import examen.store.UnpoweredDisk.Fate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Records what work does to the disk, and then lets the power fail after every operation, in each
 * way that {@link UnpoweredDisk} knows: what was said to be stored must be there, and the file
 * whole. Arguments: the recording library (see {@link FaultyDisk}; it writes to {@code
 * FAULTYDISK_RECORD}), deeds or {@code migrate:FILE}, how many, what {@code synchronous} is to be (EXTRA
 * is 3; with FULL, 2, the program has to find losses), and how many states are to be looked at
 * between two that are verified whole (1 for all).
 */
final class PowerCutProgram {
  private static final long SEED = 5;
  private static final int SHOWN = 10;

  private final Path folder;
  private final int wholeEvery;
  private final Map<Fate, Integer> states = new EnumMap<>(Fate.class);
  private final Map<Fate, Integer> bad = new EnumMap<>(Fate.class);
  private int shown;
  private int looked;

  private PowerCutProgram(Path folder, int wholeEvery) {
    this.folder = folder;
    this.wholeEvery = wholeEvery;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cuts");
    Path place = BusyProject.place(folder);
    boolean migrates = args[1].startsWith("migrate:");
    if (migrates) {
      Files.createDirectories(folder.resolve("disk"));
      Files.copy(Path.of(args[1].substring("migrate:".length())), place);
    } else {
      BusyProject.make(folder);
    }
    byte[] before = Files.readAllBytes(place);
    Path record = folder.resolve("record");
    ProcessBuilder program =
        Child.of(
            RecordedProgram.class,
            folder,
            List.of(
                folder.toString(),
                Long.toString(SEED),
                migrates ? "step" : args[1],
                args[2],
                args[3]));
    FaultyDisk.under(Path.of(args[0]), folder.resolve("disk"), program);
    program.environment().put("FAULTYDISK_RECORD", record.toString());
    if (program.inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("the work to be recorded failed");
    }
    PowerCutProgram cuts = new PowerCutProgram(folder, Integer.parseInt(args[4]));
    boolean good = cuts.run(before, DiskRecord.read(record), migrates);
    System.exit(good ? 0 : 1);
  }

  private boolean run(byte[] before, List<Operation> operations, boolean migrates)
      throws IOException {
    Map<String, byte[]> base = new HashMap<>();
    base.put("project.examen", before);
    UnpoweredDisk disk = new UnpoweredDisk(base);
    StringBuilder acks = new StringBuilder();
    System.out.println(operations.size() + " operations");
    for (int n = 0; n < operations.size(); n++) {
      Operation operation = operations.get(n);
      if (operation.file().equals("acks")) {
        if (operation instanceof Operation.Written written) {
          acks.append(new String(written.bytes(), StandardCharsets.UTF_8));
        }
        continue;
      }
      disk.take(operation);
      for (Fate fate : Fate.values()) {
        look(disk.afterCut(fate, new Random(31L * n)), acks.toString(), fate, n);
      }
    }
    System.out.println(
        "states " + states + ", of them bad " + bad + (migrates ? " (migrating)" : ""));
    return bad.isEmpty();
  }

  private void look(Map<String, byte[]> files, String acks, Fate fate, int n) throws IOException {
    Path state = folder.resolve("state");
    Child.remove(state);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path target = state.resolve("disk").resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    states.merge(fate, 1, Integer::sum);
    List<String> wrong = wrong(BusyProject.place(state), acks.lines().toList());
    if (!wrong.isEmpty()) {
      bad.merge(fate, 1, Integer::sum);
      if (shown++ < SHOWN) {
        System.out.println("after operation " + n + ", unsynced " + fate.words() + ": " + wrong);
      }
    }
  }

  private List<String> wrong(Path file, List<String> said) {
    List<String> wrong = new ArrayList<>();
    try (ProjectFile project = ProjectFile.open(file)) {
      wrong.addAll(Claims.broken(project, said));
      if (looked++ % wholeEvery == 0) {
        Verification.of(project).forEach(finding -> wrong.add(finding.toString()));
      }
    } catch (StoreException e) {
      wrong.add("it does not open: " + e.getMessage());
    }
    return wrong;
  }
}
