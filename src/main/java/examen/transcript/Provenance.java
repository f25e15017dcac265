package examen.transcript;

/**
 * Where a transcript came from.
 *
 * @param format id of the format it was read as
 * @param source the file, relative to what the user named, with {@code /} between folders
 * @param record the place in the file, such as {@code sample 3 epoch 1}; empty where the file is
 *     one record
 * @param sample the name by which the source itself tells this sample from all others, the same
 *     however often it is exported; empty where the source has none
 * @param sha256 hash of the file's or archive member's bytes, 64 lower-case hexadecimal digits
 * @param readerVersion version of the reader that read it
 */
public record Provenance(
    String format, String source, String record, String sample, String sha256, int readerVersion) {

  /** Of a sample to which its source gives no name of its own. */
  public Provenance(String format, String source, String record, String sha256, int readerVersion) {
    this(format, source, record, "", sha256, readerVersion);
  }

  public Provenance withSample(String name) {
    return new Provenance(format, source, record, name, sha256, readerVersion);
  }
}
