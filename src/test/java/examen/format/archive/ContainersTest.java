package examen.format.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import examen.format.Collected;
import examen.format.Damage;
import examen.format.Malformed;
import examen.format.OneLine;
import examen.format.Packing;
import examen.format.catalogue.SampleFolders;
import examen.format.catalogue.SourceWalk;
import examen.format.catalogue.SourceWalk.Found;
import examen.format.inspect.InspectZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ContainersTest {
  private static final long SEED = 4021L;
  private static final String SAMPLE =
      "{\"messages\":[{\"role\":\"user\",\"content\":\"go\"},{\"role\":\"assistant\",\"content\":\"no\"}]}\n";

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> samplesReadTheSameHoweverTheyArePacked() throws IOException {
    return SampleFolders.folders().stream()
        .map(samples -> dynamicTest(samples.getFileName().toString(), () -> assertSame(samples)));
  }

  private void assertSame(Path samples) throws Exception {
    List<String> plain = idsIn(samples);
    assertFalse(plain.isEmpty() && !samples.endsWith("inspect-scout-scan"));
    int way = 0;
    for (byte[] packed : Packing.allWays(Packing.files(samples))) {
      Path file = folder.resolve("way" + way++);
      Files.write(file, packed);
      assertEquals(plain, idsIn(file), "way " + way);
    }
  }

  @Test
  void aPackedFileIsOneFileCalledAsItWouldBeUnpacked() throws Exception {
    for (byte[] packed :
        List.of(
            Packing.gzip(Packing.utf8(SAMPLE.repeat(3))),
            Packing.zstandard(Packing.utf8(SAMPLE.repeat(3))))) {
      assertEquals(List.of("read run.jsonl.gz/run.jsonl: 3"), read("run.jsonl.gz", packed));
    }
  }

  @Test
  void severalGzipMembersAreOneFile() throws Exception {
    byte[] first = Packing.gzip(Packing.utf8(SAMPLE));
    byte[] two = Arrays.copyOf(first, 2 * first.length);
    System.arraycopy(first, 0, two, first.length, first.length);
    assertEquals(List.of("read run.jsonl.gz/run.jsonl: 2"), read("run.jsonl.gz", two));
  }

  @Test
  void ofTwoMembersWithOneNameTheLastIsRead() throws Exception {
    InspectZip zip = new InspectZip().add("a.jsonl", SAMPLE).add("a.jsonl", SAMPLE.repeat(2));
    assertEquals(List.of("read z.zip/a.jsonl: 2"), read("z.zip", zip.bytes()));
  }

  @Test
  void noMemberLeadsOutOfTheArchive() throws Exception {
    for (String name : List.of("../a.jsonl", "/a.jsonl", "b/../../a", "c:/a", "b\\a", "a\0b")) {
      byte[] zip = new InspectZip().add(name, SAMPLE).add("ok.jsonl", SAMPLE).bytes();
      List<String> read = read("z.zip", zip);
      assertEquals(2, read.size(), name);
      assertEquals("read z.zip/ok.jsonl: 1", read.getFirst());
      assertTrue(read.get(1).endsWith(": its name leads out of the archive"), read.get(1));
      assertFalse(read.get(1).contains("\0"));
    }
  }

  @Test
  void linksInATarAreNotFollowed() throws Exception {
    assertEquals(
        List.of("refused t.tar/l: a link or a device; such members are not read"),
        read("t.tar", Packing.tarLink("l", "/etc/passwd")));
  }

  @Test
  void anArchiveWithinAnArchiveIsNotOpened() throws Exception {
    byte[] inner = new InspectZip().add("a.jsonl", SAMPLE).bytes();
    InspectZip outer = new InspectZip().add("in.zip", inner, InspectZip.Style.of(0));
    assertEquals(
        List.of(
            "refused z.zip/in.zip: an archive within an archive, which is not opened; unpack it"
                + " first"),
        read("z.zip", outer.bytes()));
  }

  @Test
  void hiddenMembersAndFoldersAreLeftOut() throws Exception {
    InspectZip zip =
        new InspectZip()
            .add("__MACOSX/a.jsonl", SAMPLE)
            .add("x/.DS_Store", "x")
            .add("x/", "")
            .add("./a.jsonl", SAMPLE);
    assertEquals(List.of("read z.zip/a.jsonl: 1"), read("z.zip", zip.bytes()));
  }

  @Test
  void anArchiveWithNothingInItIsRefused() throws Exception {
    assertEquals(
        List.of("refused z.zip: an archive with no files in it"),
        read("z.zip", new InspectZip().bytes()));
  }

  @Test
  void aBombIsRefusedBeforeItUnpacks() throws Exception {
    byte[] bomb = new byte[300 << 20];
    Arrays.fill(bomb, (byte) ' ');
    System.arraycopy(Packing.utf8(SAMPLE), 0, bomb, 0, SAMPLE.length());
    byte[] gzip = Packing.gzip(bomb);
    assertEquals(
        List.of(
            "refused b.gz: it unpacks to more than 200 times its packed size, which is taken for an"
                + " attack"),
        read("b.gz", gzip).stream().map(line -> line.replace("b.gz/b", "b.gz")).toList());
  }

  @Test
  void aDeclaredBombIsRefusedByName() throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("a.jsonl", Packing.utf8(SAMPLE));
    files.put("big.jsonl", new byte[4 << 20]);
    byte[] zip = Packing.zip(files, InspectZip.DEFLATED);
    List<String> read = read("z.zip", zip);
    assertEquals("read z.zip/a.jsonl: 1", read.getFirst());
    assertTrue(read.get(1).contains("taken for an attack"), read.get(1));
  }

  @Test
  void whateverIsCutOrChangedEndsInAReason() throws Exception {
    Random random = new Random(SEED);
    for (byte[] packed : Packing.allWays(Map.of("a.jsonl", Packing.utf8(SAMPLE.repeat(40))))) {
      for (int i = 0; i < 60; i++) {
        byte[] damaged = packed.clone();
        if (i % 2 == 0) {
          damaged = Arrays.copyOf(packed, random.nextInt(packed.length));
        } else {
          damaged[random.nextInt(packed.length)] ^= (byte) (1 + random.nextInt(255));
        }
        for (String line : read("d", damaged)) {
          assertTrue(line.matches("(?s)(read|refused) [^\n]*"), "seed " + SEED + ": " + line);
        }
      }
    }
  }

  private List<String> read(String name, byte[] bytes) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    List<String> lines = new ArrayList<>();
    try (SourceWalk walk = new SourceWalk(List.of(file))) {
      for (Found found : walk.all()) {
        lines.add(
            switch (found) {
              case Found.Recognised recognised -> reading(recognised);
              case Found.Companion companion -> "companion " + shown(companion);
              case Found.Refused refused -> "refused " + shown(refused) + ": " + refused.reason();
            });
      }
    }
    return lines;
  }

  private static String reading(Found.Recognised found) throws Exception {
    Collected collected = new Collected();
    try {
      found.format().read(found.source(), collected);
    } catch (Malformed e) {
      return "refused " + shown(found) + ": " + e.why();
    } catch (Damage e) {
      return "refused " + shown(found) + ": " + e.why();
    }
    return "read " + shown(found) + ": " + collected.transcripts.size();
  }

  /** A name is kept as the container has it; who shows it does so in one line. */
  private static String shown(Found found) {
    return OneLine.shown(found.name());
  }

  /** Of each transcript its id and conditions, sorted. */
  private static List<String> idsIn(Path path) throws Exception {
    Collected collected = new Collected();
    try (SourceWalk walk = new SourceWalk(List.of(path))) {
      for (Found found : walk.all()) {
        if (found instanceof Found.Recognised recognised) {
          recognised.format().read(recognised.source(), collected);
        }
      }
    }
    return collected.transcripts.stream()
        .map(t -> t.id().value() + " " + t.conditions().values())
        .sorted()
        .toList();
  }
}
