package examen.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.store.DiskRecord.Operation;
import examen.store.UnpoweredDisk.Fate;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The disk on which power cuts are tried forgets what it may forget, and nothing else. */
class UnpoweredDiskTest {
  @Test
  void whatWasSyncedIsThereWhateverBecomesOfTheRest() {
    for (Fate fate : Fate.values()) {
      UnpoweredDisk disk = new UnpoweredDisk(Map.of("a", bytes("aaaa")));
      disk.take(new Operation.Written("a", 1, bytes("bb")));
      disk.take(new Operation.Synced("a"));
      assertEquals("abba", text(after(disk, fate, 1)));
    }
  }

  @Test
  void whatWasNotSyncedMayBeLostOrThere() {
    UnpoweredDisk disk = new UnpoweredDisk(Map.of("a", bytes("aaaa")));
    disk.take(new Operation.Written("a", 0, bytes("b")));
    disk.take(new Operation.Written("a", 3, bytes("b")));
    assertEquals("aaaa", text(after(disk, Fate.LOST, 1)));
    assertEquals("baab", text(after(disk, Fate.KEPT, 1)));
    assertEquals(Set.of("aaaa", "baaa", "baab"), seen(disk, Fate.CUT_OFF));
    assertEquals(Set.of("aaaa", "baaa", "aaab", "baab"), seen(disk, Fate.REORDERED));
  }

  @Test
  void aNameIsThereOrGoneForSureOnlyWhenItsFolderWasSynced() {
    UnpoweredDisk disk = new UnpoweredDisk(Map.of("a", bytes("a"), "b", bytes("b")));
    disk.take(new Operation.Deleted("a"));
    disk.take(new Operation.Made("c"));
    assertEquals(Set.of("a", "b"), disk.afterCut(Fate.LOST, new Random(1)).keySet());
    assertEquals(Set.of("b", "c"), disk.afterCut(Fate.KEPT, new Random(1)).keySet());
    disk.take(new Operation.Synced(""));
    for (Fate fate : Fate.values()) {
      assertEquals(Set.of("b", "c"), disk.afterCut(fate, new Random(1)).keySet());
    }
  }

  @Test
  void aFileInAFolderIsThereForSureWhenBothFoldersWereSynced() {
    UnpoweredDisk disk = new UnpoweredDisk(Map.of("a", bytes("a")));
    disk.take(new Operation.FolderMade("f"));
    disk.take(new Operation.Made("f/b"));
    disk.take(new Operation.Synced("f"));
    assertEquals(Set.of("a"), disk.afterCut(Fate.LOST, new Random(1)).keySet());
    disk.take(new Operation.Synced(""));
    for (Fate fate : Fate.values()) {
      assertEquals(Set.of("a", "f/b"), disk.afterCut(fate, new Random(1)).keySet());
    }
    disk.take(new Operation.Deleted("f/b"));
    disk.take(new Operation.Synced(""));
    assertEquals(Set.of("a", "f/b"), disk.afterCut(Fate.LOST, new Random(1)).keySet());
  }

  @Test
  void aRenamedFileHasItsOldOrItsNewNameAndAlwaysWhatWasSyncedInIt() {
    UnpoweredDisk disk = new UnpoweredDisk(Map.of("a", bytes("old")));
    disk.take(new Operation.Made("b"));
    disk.take(new Operation.Written("b", 0, bytes("new")));
    disk.take(new Operation.Synced("b"));
    disk.take(new Operation.Synced(""));
    disk.take(new Operation.Renamed("b", "a"));
    Set<String> seen = new TreeSet<>();
    for (Fate fate : Fate.values()) {
      for (int seed = 0; seed < 20; seed++) {
        var after = disk.afterCut(fate, new Random(seed));
        seen.add(after.keySet() + " " + text(Objects.requireNonNull(after.get("a"))));
      }
    }
    assertEquals(Set.of("[a, b] old", "[a] new"), seen);
  }

  @Test
  void whatASyncThatFailedLetGoIsNotBroughtBackByALaterOne() {
    UnpoweredDisk disk = new UnpoweredDisk(Map.of("a", bytes("aaaa")));
    disk.take(new Operation.Written("a", 0, bytes("bb")));
    disk.take(new Operation.NotSynced("a"));
    disk.take(new Operation.Written("a", 1, bytes("cc")));
    disk.take(new Operation.Synced("a"));
    assertEquals("acca", text(after(disk, Fate.LOST, 1)));
    assertEquals("bcca", text(after(disk, Fate.KEPT, 1)));
    disk.take(new Operation.Written("a", 0, bytes("d")));
    disk.take(new Operation.Synced("a"));
    assertEquals("dcca", text(after(disk, Fate.LOST, 1)));
  }

  @Test
  void aTornWriteIsThereBySectors() {
    byte[] old = new byte[2048];
    byte[] written = new byte[2048];
    Arrays.fill(written, (byte) 1);
    UnpoweredDisk disk = new UnpoweredDisk(new TreeMap<>(Map.of("a", old)));
    disk.take(new Operation.Written("a", 0, written));
    boolean torn = false;
    for (int seed = 0; seed < 50; seed++) {
      byte[] after = after(disk, Fate.TORN, seed);
      for (int sector = 0; sector < 2048; sector += 512) {
        byte[] whole = new byte[512];
        Arrays.fill(whole, after[sector]);
        assertArrayEquals(whole, Arrays.copyOfRange(after, sector, sector + 512));
      }
      torn |= after[0] != after[512];
    }
    assertTrue(torn);
  }

  private static Set<String> seen(UnpoweredDisk disk, Fate fate) {
    Set<String> seen = new TreeSet<>();
    for (int seed = 0; seed < 100; seed++) {
      seen.add(text(after(disk, fate, seed)));
    }
    return seen;
  }

  private static byte[] after(UnpoweredDisk disk, Fate fate, long seed) {
    return Objects.requireNonNull(disk.afterCut(fate, new Random(seed)).get("a"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
