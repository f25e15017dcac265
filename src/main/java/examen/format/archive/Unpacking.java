package examen.format.archive;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import examen.format.BlockStream;
import examen.format.Damage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The unpacked bytes of a gzip or Zstandard file. What is wrong with them comes as {@link Damage};
 * more than the limits allow is taken for an attack.
 */
final class Unpacking extends BlockStream {
  private static final int LARGEST_WINDOW_LOG = 27; // 128 MiB
  private static final int BUFFER = 1 << 16;

  private final Counted packed;
  private final InputStream unpacked;
  private long count;

  private Unpacking(Counted packed, InputStream unpacked) {
    this.packed = packed;
    this.unpacked = unpacked;
  }

  /** Whether a file that begins like this is packed in a way that is known here. */
  static boolean isPacked(byte[] head) {
    return isGzip(head) || isZstandard(head);
  }

  private static boolean isGzip(byte[] head) {
    return head.length > 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
  }

  private static boolean isZstandard(byte[] head) {
    return head.length > 4
        && head[0] == 0x28
        && head[1] == (byte) 0xb5
        && head[2] == 0x2f
        && head[3] == (byte) 0xfd;
  }

  /**
   * Unpacks a file.
   *
   * @param head its first bytes
   * @param in closed with the result
   */
  static InputStream of(byte[] head, InputStream in) throws IOException {
    Counted counted = new Counted(in);
    try {
      return new Unpacking(
          counted, isGzip(head) ? new GZIPInputStream(counted, BUFFER) : zstandard(counted));
    } catch (ZipException | EOFException e) {
      in.close();
      throw new Damage("its packed data are damaged", e);
    } catch (LinkageError e) {
      in.close();
      throw new Damage("it is packed by Zstandard, which cannot be loaded on this machine", e);
    }
  }

  private static InputStream zstandard(InputStream in) throws IOException {
    return new ZstdInputStream(in).setLongMax(LARGEST_WINDOW_LOG);
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int read;
    try {
      read = unpacked.read(to, offset, length);
    } catch (ZipException | ZstdIOException | EOFException e) {
      throw new Damage("its packed data are damaged or cut off", e);
    }
    count += Math.max(read, 0);
    if (count > MemberNames.LARGEST) {
      throw new Damage("it unpacks to more than " + (MemberNames.LARGEST >> 30) + " GiB");
    }
    int ratio = ArchiveLimits.DEFAULT.ratio();
    if (count > ArchiveLimits.FREE && count / ratio > packed.count) {
      throw new Damage(
          "it unpacks to more than "
              + ratio
              + " times its packed size, which is taken for an attack");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }

  /** The packed bytes, counted. */
  private static final class Counted extends BlockStream {
    private final InputStream in;
    private long count;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int read = in.read(to, offset, length);
      count += Math.max(read, 0);
      return read;
    }

    @Override
    public int available() throws IOException {
      return in.available(); // By this GZIPInputStream finds a second member.
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
