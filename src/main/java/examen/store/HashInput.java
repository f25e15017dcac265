package examen.store;

import examen.transcript.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a hash is made over: fields, each led by its length in bytes as four bytes, big-endian (-1
 * for a field that is not there), then its UTF-8. So no two lists of fields give the same bytes.
 */
final class HashInput {
  private final MessageDigest digest = Sha256.digest();

  /**
   * @param form names what is hashed and how, so that it can be done otherwise one day
   */
  HashInput(String form) {
    add(form);
  }

  HashInput add(@Nullable String field) {
    return add(field == null ? null : field.getBytes(StandardCharsets.UTF_8));
  }

  HashInput add(byte @Nullable [] field) {
    if (field == null) {
      addLength(-1);
    } else {
      addLength(field.length);
      digest.update(field);
    }
    return this;
  }

  /** 64 lower-case hexadecimal digits; may be called once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void addLength(int length) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
  }
}
