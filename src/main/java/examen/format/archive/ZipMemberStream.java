package examen.format.archive;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import examen.format.BlockStream;
import examen.format.Damage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The unpacked bytes of a member. At their end length and CRC-32 have been compared with the
 * directory's; whatever is wrong comes as {@link Damage}, so that other exceptions are the disk's.
 */
final class ZipMemberStream extends BlockStream {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int ZSTANDARD = 93;
  private static final int LARGEST_WINDOW_LOG = 27; // 128 MiB

  private final ZipMember member;
  private final ArchiveLimits limits;
  private final InputStream unpacked;
  private final CRC32 crc = new CRC32();
  private long count;
  private boolean ended;

  /**
   * @param channel open for as long as the stream is used
   * @param data where the packed bytes begin
   */
  ZipMemberStream(FileChannel channel, long data, ZipMember member, ArchiveLimits limits)
      throws IOException {
    this.member = member;
    this.limits = limits;
    if (member.encrypted()) {
      throw new Damage("it is encrypted");
    }
    checkRatio(member.size());
    unpacked = unpacked(new Packed(channel, data, member.packed()));
  }

  private InputStream unpacked(InputStream packed) throws IOException {
    return switch (member.method()) {
      case STORED -> packed;
      case DEFLATED -> new Deflated(packed);
      case ZSTANDARD -> zstandard(packed);
      default ->
          throw new Damage(
              "it is packed by method " + member.method() + ", which is not known here");
    };
  }

  private static InputStream zstandard(InputStream packed) throws IOException {
    try {
      return new ZstdInputStream(packed).setLongMax(LARGEST_WINDOW_LOG);
    } catch (LinkageError e) {
      // The native library is unpacked to the folder for temporary files, which may be full or may
      // not run programs.
      throw new Damage("it is packed by Zstandard, which cannot be loaded on this machine", e);
    }
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    int read = unpack(to, offset, length);
    if (read < 0) {
      ended = true;
      checkEnd();
      return -1;
    }
    crc.update(to, offset, read);
    count += read;
    if (count > member.size()) {
      throw new Damage(
          "it unpacks to more than the " + member.size() + " bytes that the archive says");
    }
    checkRatio(count);
    return read;
  }

  private int unpack(byte[] to, int offset, int length) throws IOException {
    try {
      int read = unpacked.read(to, offset, length);
      while (read == 0) {
        read = unpacked.read(to, offset, length);
      }
      return read;
    } catch (ZipException | ZstdIOException | EOFException e) {
      throw new Damage("its packed data are damaged", e);
    }
  }

  private void checkEnd() throws Damage {
    if (count != member.size()) {
      throw new Damage("it unpacks to " + count + " bytes; the archive says " + member.size());
    }
    if (crc.getValue() != member.crc()) {
      throw new Damage("its checksum (CRC-32) is wrong");
    }
  }

  private void checkRatio(long size) throws Damage {
    if (size > ArchiveLimits.FREE && size / limits.ratio() > member.packed()) {
      throw new Damage(
          "it unpacks to more than "
              + limits.ratio()
              + " times its packed size, which is taken for an attack");
    }
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }

  /** Raw deflate data; gives the native memory back when closed. */
  private static final class Deflated extends InflaterInputStream {
    Deflated(InputStream in) {
      super(in, new Inflater(true), 1 << 16);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }

  /** The packed bytes. */
  private static final class Packed extends BlockStream {
    private final FileChannel channel;
    private final long end;
    private long next;

    Packed(FileChannel channel, long start, long length) {
      this.channel = channel;
      next = start;
      end = start + length;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (next == end) {
        return -1;
      }
      int read =
          channel.read(ByteBuffer.wrap(to, offset, (int) Math.min(length, end - next)), next);
      next += Math.max(read, 0);
      return read;
    }
  }
}
