package examen.format;

import static examen.format.InspectZip.DEFLATED;
import static examen.format.InspectZip.STORED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.format.InspectZip.Style;
import examen.format.Recognition.Certainty;
import examen.transcript.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectEvalFormatTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void givesTheSameTranscriptsAsTheJsonLog() throws Exception {
    InspectSink json =
        InspectSink.readJson(
            InspectLogs.log(InspectLogs.sample(1), InspectLogs.sample(2))
                .getBytes(StandardCharsets.UTF_8));
    for (Style style : List.of(Style.of(STORED), Style.of(DEFLATED), Style.ZSTD)) {
      InspectSink eval = read(log(style));
      assertEquals(json.labels, eval.labels);
      assertEquals(
          json.transcripts.stream()
              .map(t -> List.of(t.id(), t.title(), t.messages(), t.conditions(), t.metadata()))
              .toList(),
          eval.transcripts.stream()
              .map(t -> List.of(t.id(), t.title(), t.messages(), t.conditions(), t.metadata()))
              .toList());
      assertEquals(List.of(), eval.warnings);
      // One sample, one text: so its bytes have one hash in both forms.
      assertEquals(
          json.transcripts.getFirst().provenance().sha256(),
          eval.transcripts.getFirst().provenance().sha256());
    }
  }

  @Test
  void readsZstandardInSeveralFrames() throws Exception {
    byte[] data = InspectLogs.sample(1).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int start = 0; start < data.length; start += 50) {
      packed.writeBytes(
          Zstd.compress(Arrays.copyOfRange(data, start, Math.min(data.length, start + 50))));
    }
    InspectZip zip =
        new InspectZip()
            .add("header.json", InspectLogs.header())
            .addPacked("samples/1_epoch_1.json", data, packed.toByteArray(), Style.ZSTD);
    assertEquals(List.of("Answer 1"), answers(read(zip)));
  }

  @Test
  void readsTheLastOfTwoMembersWithOneName() throws Exception {
    InspectSink sink =
        read(
            new InspectZip()
                .add("header.json", InspectLogs.header())
                .add("samples/1_epoch_1.json", InspectLogs.sample(1, InspectLogs.assistant("Old")))
                .add("samples/2_epoch_1.json", InspectLogs.sample(2))
                .add(
                    "samples/1_epoch_1.json", InspectLogs.sample(1, InspectLogs.assistant("New"))));
    assertEquals(List.of("Answer 2", "New"), answers(sink));
    assertEquals(
        List.of("log: 1 members were written more than once; the last writing of each is read"),
        sink.warnings);
  }

  @Test
  void findsAWrongChecksumWhichNoLibraryDoes() throws Exception {
    for (int method : new int[] {STORED, DEFLATED, InspectZip.ZSTANDARD}) {
      InspectSink sink =
          read(
              new InspectZip()
                  .add("header.json", InspectLogs.header())
                  .add(
                      "samples/1_epoch_1.json",
                      InspectLogs.sample(1),
                      new Style(method, 0, 1, false))
                  .add("samples/2_epoch_1.json", InspectLogs.sample(2)));
      assertEquals(List.of("Answer 2"), answers(sink));
      assertEquals(
          List.of("samples/1_epoch_1.json: its checksum (CRC-32) is wrong"), sink.rejected);
    }
  }

  @Test
  void refusesMembersThatAreNotWhatTheDirectorySays() throws Exception {
    byte[] data = InspectLogs.sample(1).getBytes(StandardCharsets.UTF_8);
    byte[] more = (InspectLogs.sample(1) + " ").getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "it unpacks to more than the " + data.length + " bytes that the archive says",
        why(z -> z.addPacked(NAME, data, InspectZip.pack(more, DEFLATED), Style.of(DEFLATED))));
    assertEquals(
        "it unpacks to " + data.length + " bytes; the archive says " + more.length,
        why(z -> z.addPacked(NAME, more, InspectZip.pack(data, DEFLATED), Style.of(DEFLATED))));
    assertEquals(
        "its packed data are damaged",
        why(
            z ->
                z.addPacked(
                    NAME,
                    data,
                    Arrays.copyOf(InspectZip.pack(data, DEFLATED), 40),
                    Style.of(DEFLATED))));
    assertEquals(
        "its packed data are damaged", why(z -> z.addPacked(NAME, data, new byte[90], Style.ZSTD)));
    assertEquals("it is encrypted", why(z -> z.add(NAME, data, new Style(DEFLATED, 1, 0, false))));
    assertEquals(
        "it is packed by method 12, which is not known here",
        why(z -> z.addPacked(NAME, data, data, Style.of(12))));
  }

  @Test
  void readsAnUnfinishedRun() throws Exception {
    InspectSink sink =
        read(
            new InspectZip()
                .add("_journal/start.json", InspectLogs.start())
                .add("samples/1_epoch_1.json", InspectLogs.sample(1))
                .add("_journal/summaries/1.json", "[]"));
    assertEquals(List.of("Answer 1"), answers(sink));
    assertEquals("\"started\"", sink.transcripts.getFirst().metadata().values().get("log.status"));
    assertEquals(List.of(), sink.warnings);
    assertEquals(
        read(log(Style.ZSTD)).transcripts.getFirst().id(),
        sink.transcripts.getFirst().id(),
        "the finished log has the same ids");
  }

  @Test
  void takesTheStartWhereTheHeaderIsDamaged() throws Exception {
    InspectSink sink =
        read(
            new InspectZip()
                .add("_journal/start.json", InspectLogs.start())
                .add("header.json", InspectLogs.header(), new Style(DEFLATED, 0, 1, false))
                .add("samples/1_epoch_1.json", InspectLogs.sample(1)));
    assertEquals(1, sink.transcripts.size());
    assertEquals(
        List.of("log: the log's header is damaged; header.json: its checksum (CRC-32) is wrong"),
        sink.warnings);
    Malformed none =
        assertThrows(
            Malformed.class,
            () -> read(new InspectZip().add("samples/1_epoch_1.json", InspectLogs.sample(1))));
    assertEquals(
        "neither header.json nor _journal/start.json can be read, so the run is not known",
        none.why());
  }

  @Test
  void saysTheStatusWhereNoSampleWasKept() throws Exception {
    InspectSink sink =
        read(new InspectZip().add("header.json", InspectLogs.header().replace("success", "error")));
    assertEquals(
        List.of("log: no sample was kept in it; the run's status is \"error\""), sink.warnings);
  }

  @Test
  void readsZip64() throws Exception {
    assertEquals(
        List.of("Answer 1"),
        answers(
            read(
                new InspectZip()
                    .zip64()
                    .add("header.json", InspectLogs.header())
                    .add("samples/1_epoch_1.json", InspectLogs.sample(1), Style.ZSTD))));
  }

  @Test
  void findsTheSamplesBehindAFalseEndInTheComment() throws Exception {
    byte[] end = InspectZip.end(0, 0, 0, 0);
    InspectSink sink = read(log(Style.ZSTD).comment(end));
    assertEquals(List.of("Answer 1", "Answer 2"), answers(sink));
  }

  @Test
  void salvagesWhatIsWholeWhereTheDirectoryIsMissing() throws Exception {
    for (boolean sizesFollow : new boolean[] {false, true}) {
      for (int method : new int[] {STORED, DEFLATED, InspectZip.ZSTANDARD}) {
        Style style = new Style(method, 0, 0, sizesFollow);
        InspectZip zip = log(style).add("samples/3_epoch_1.json", InspectLogs.sample(3), style);
        byte[] bytes = zip.withoutDirectory();
        InspectSink whole = read(bytes);
        assertEquals(List.of("Answer 1", "Answer 2", "Answer 3"), answers(whole));
        assertEquals(
            List.of(
                "log: the archive's directory is missing or damaged, the file may be cut off; 3"
                    + " samples are in it"),
            whole.warnings);
        InspectSink cut = read(Arrays.copyOf(bytes, bytes.length - 20));
        assertEquals(List.of("Answer 1", "Answer 2"), answers(cut));
        assertEquals(List.of("samples/3_epoch_1.json: the file ends inside it"), cut.rejected);
      }
    }
  }

  @Test
  void goesOnBehindADamagedHeaderWhenSalvaging() throws Exception {
    byte[] bytes = log(Style.of(DEFLATED)).withoutDirectory();
    int second = indexOf(bytes, "samples/1_epoch_1.json") - 30;
    Arrays.fill(bytes, second, second + 4, (byte) 'x');
    InspectSink sink = read(bytes);
    assertEquals(List.of("Answer 2"), answers(sink));
  }

  @Test
  void everyCutEndsInAWarningOrARefusalAndKeepsWhatIsWhole() throws Exception {
    byte[] bytes = log(Style.of(DEFLATED)).bytes();
    int first = indexOf(bytes, "samples/2_epoch_1.json") - 30;
    for (int cut = 0; cut < bytes.length; cut += cut < 300 ? 1 : 97) {
      byte[] head = Arrays.copyOf(bytes, cut);
      int length = cut;
      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> {
            InspectSink sink = new InspectSink();
            try {
              new InspectEvalFormat()
                  .read(InspectSink.source(Files.write(folder.resolve("cut.eval"), head)), sink);
              assertTrue(sink.rejected.size() + sink.warnings.size() > 0, "cut at " + length);
            } catch (Malformed e) {
              assertTrue(e.why().contains("damaged") || e.why().contains("header"), e.why());
            }
            assertTrue(length < first || sink.transcripts.size() >= 1, "cut at " + length);
          });
    }
  }

  @Test
  void noDamagedByteGetsOutAnotherException() throws Exception {
    long seed = 20261121;
    Random random = new Random(seed);
    for (Style style : List.of(Style.of(STORED), Style.of(DEFLATED), Style.ZSTD)) {
      byte[] good = log(style).bytes();
      for (int i = 0; i < 700; i++) {
        byte[] bad = good.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        }
        int round = i;
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () -> {
              InspectSink sink = new InspectSink();
              try {
                new InspectEvalFormat()
                    .read(InspectSink.source(Files.write(folder.resolve("bad.eval"), bad)), sink);
              } catch (Malformed e) {
                assertTrue(!e.why().isEmpty());
              }
              for (Transcript transcript : sink.transcripts) {
                assertTrue(
                    transcript.messages().size() == 2,
                    "seed " + seed + " round " + round + ": a checksum let damage through");
              }
            });
      }
    }
  }

  @Test
  void refusesBombs() throws Exception {
    byte[] zeros = new byte[8 << 20];
    assertEquals(
        "it unpacks to more than 200 times its packed size, which is taken for an attack",
        why(z -> z.add(NAME, zeros, Style.ZSTD)));
    byte[] packed = InspectZip.pack(zeros, DEFLATED);
    assertEquals(
        "it unpacks to more than the 10 bytes that the archive says",
        why(z -> z.addPacked(NAME, new byte[10], packed, Style.of(DEFLATED))));
    InspectSink sink = new InspectSink();
    Path file = log(Style.of(STORED)).write(folder, "total.eval");
    new InspectEvalFormat(
            new InspectLimits(
                10,
                InspectLogs.header().length() + InspectLogs.sample(1).length() + 20L,
                200,
                1 << 20))
        .read(InspectSink.source(file), sink);
    assertEquals(List.of("Answer 1"), answers(sink));
    assertTrue(
        sink.rejected.getFirst().contains("the archive unpacks to more than"),
        sink.rejected.toString());
    Malformed many =
        assertThrows(
            Malformed.class,
            () ->
                new InspectEvalFormat(new InspectLimits(2, 1 << 20, 200, 1 << 20))
                    .read(InspectSink.source(file), sink));
    assertEquals("the archive has 4 members; at most 2 are read", many.why());
  }

  @Test
  void keepsOneSampleAtATimeInMemory() throws Exception {
    InspectZip zip = new InspectZip().add("header.json", InspectLogs.header());
    String text = "z".repeat(1 << 18);
    byte[] data = InspectLogs.sample(1, InspectLogs.user(text)).getBytes(StandardCharsets.UTF_8);
    byte[] packed = Zstd.compress(data);
    for (int i = 0; i < 1_000; i++) {
      zip.addPacked("samples/" + i + "_epoch_1.json", data, packed, Style.ZSTD);
    }
    long before = usedAfterCollection();
    long[] seen = {0, 0};
    Sink sink =
        new Sink() {
          @Override
          public void transcript(
              Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels) {
            seen[0]++;
            if (seen[0] % 100 == 0) {
              seen[1] = Math.max(seen[1], usedAfterCollection() - before);
            }
          }

          @Override
          public void rejected(String record, String why) {
            throw new AssertionError(record + ": " + why);
          }

          @Override
          public void warning(String record, String what) {}
        };
    new InspectEvalFormat(new InspectLimits(2_000, 4L << 30, 1_000_000, 64 << 20))
        .read(InspectSink.source(zip.write(folder, "large.eval")), sink);
    assertEquals(1_000, seen[0]);
    assertTrue(seen[1] < 64 << 20, "1,000 samples of 256 KiB took " + (seen[1] >> 20) + " MiB");
  }

  @Test
  void showsNamesWithoutControlCharacters() throws Exception {
    InspectSink sink =
        read(
            new InspectZip()
                .add("header.json", InspectLogs.header())
                .add("samples/\u001b[31m\u202ex.json", "{"));
    assertTrue(
        sink.rejected.getFirst().startsWith("samples/\uFFFD[31m\uFFFDx.json: "),
        sink.rejected.toString());
  }

  @Test
  void recognisesALogByItsMembers() throws Exception {
    assertEquals(Certainty.SURE, recognise(log(Style.ZSTD).bytes()));
    assertEquals(Certainty.SURE, recognise(Arrays.copyOf(log(Style.ZSTD).bytes(), 70)));
    assertEquals(
        Certainty.SURE,
        recognise(new InspectZip().add("a.txt", "x").add("header.json", "{}").bytes()));
    assertEquals(Certainty.LIKELY, recognise(new InspectZip().add("samples/a.txt", "x").bytes()));
    assertEquals(Certainty.NO, recognise(new InspectZip().add("word/document.xml", "x").bytes()));
    assertEquals(Certainty.NO, recognise("PK".getBytes(StandardCharsets.UTF_8)));
    assertEquals(Certainty.NO, recognise(new byte[] {'P', 'K', 3, 4, 0}));
    assertEquals(Certainty.NO, recognise(new byte[0]));
  }

  private static final String NAME = "samples/1_epoch_1.json";

  private static InspectZip log(Style style) {
    return new InspectZip()
        .add("_journal/start.json", InspectLogs.start(), style)
        .add("samples/1_epoch_1.json", InspectLogs.sample(1), style)
        .add("samples/2_epoch_1.json", InspectLogs.sample(2), style)
        .add("header.json", InspectLogs.header(), style);
  }

  /** Why the sample that this adds to a log is refused. */
  private String why(UnaryOperator<InspectZip> adding) throws Exception {
    InspectSink sink =
        read(adding.apply(new InspectZip().add("header.json", InspectLogs.header())));
    assertEquals(List.of(), sink.transcripts);
    return sink.rejected.getFirst().substring(NAME.length() + 2);
  }

  private InspectSink read(InspectZip zip) throws IOException, Malformed {
    return read(zip.bytes());
  }

  private InspectSink read(byte[] bytes) throws IOException, Malformed {
    return InspectSink.read(
        new InspectEvalFormat(), Files.write(folder.resolve("log.eval"), bytes));
  }

  private Certainty recognise(byte[] bytes) throws IOException {
    return InspectSink.recognise(new InspectEvalFormat(), Files.write(folder.resolve("x"), bytes))
        .certainty();
  }

  private static List<String> answers(InspectSink sink) {
    return sink.transcripts.stream()
        .map(t -> t.messages().getLast().parts().getLast().text())
        .toList();
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  private static long usedAfterCollection() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
