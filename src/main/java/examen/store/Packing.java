package examen.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import org.jspecify.annotations.Nullable;

/**
 * How a record is kept small.
 *
 * @param name by which the file says how to unpack it
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record Packing(String name, byte[] bytes) {
  private static final String ZSTD = "zstd";
  private static final String NONE = "none";

  /** The lowest: an import writes much and little of it is ever looked at. */
  private static final int LEVEL = 1;

  /** Packs many records with the same memory. */
  static final class Packer implements AutoCloseable {
    private @Nullable ZstdCompressCtx zstd;
    private boolean missing;

    /** As small as it gets at a speed that an import does not feel. */
    Packing pack(byte[] record) {
      if (missing) {
        return new Packing(NONE, record);
      }
      try {
        if (zstd == null) {
          zstd = new ZstdCompressCtx().setLevel(LEVEL);
        }
        byte[] packed = zstd.compress(record);
        return packed.length < record.length
            ? new Packing(ZSTD, packed)
            : new Packing(NONE, record);
      } catch (LinkageError e) {
        // The native library is unpacked to the folder for temporary files, which may be full or
        // may not run programs; then the file is larger.
        missing = true;
        return new Packing(NONE, record);
      }
    }

    @Override
    public void close() {
      if (zstd != null) {
        zstd.close();
        zstd = null;
      }
    }
  }

  /**
   * The record.
   *
   * @param length of it, in bytes
   * @throws StoreException if it is not what was packed
   */
  byte[] record(int length) {
    byte[] record = name.equals(ZSTD) ? unpacked(length) : bytes;
    if (record.length != length) {
      throw Stored.damaged("a record has another length than it had");
    }
    return record;
  }

  private byte[] unpacked(int length) {
    try {
      return Zstd.decompress(bytes, length);
    } catch (ZstdException e) {
      throw Stored.damaged("a record cannot be unpacked");
    } catch (LinkageError e) {
      throw new StoreException("Zstandard cannot be loaded on this machine", e);
    }
  }
}
