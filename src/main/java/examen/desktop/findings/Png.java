package examen.desktop.findings;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/** Writes pictures as PNG (ISO/IEC 15948), as JavaFX by itself cannot. */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] EIGHT_BITS_RGB = {8, 2, 0, 0, 0};

  private Png() {}

  /** The content of a file. May be asked on any thread, once the picture is there. */
  public static byte[] of(Image image) {
    try {
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(width);
      fields.writeInt(height);
      fields.write(EIGHT_BITS_RGB);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(file);
      out.write(SIGNATURE);
      chunk(out, "IHDR", header.toByteArray());
      chunk(out, "IDAT", pixels(image.getPixelReader(), width, height));
      chunk(out, "IEND", new byte[0]);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] pixels(PixelReader reader, int width, int height) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    try (DeflaterOutputStream rows = new DeflaterOutputStream(packed, deflater)) {
      byte[] row = new byte[1 + width * 3];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int colour = reader.getArgb(x, y);
          row[1 + x * 3] = (byte) (colour >> 16);
          row[2 + x * 3] = (byte) (colour >> 8);
          row[3 + x * 3] = (byte) colour;
        }
        rows.write(row);
      }
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
