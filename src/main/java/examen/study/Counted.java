package examen.study;

/** "1 transcript", "5,000 transcripts". */
final class Counted {
  private Counted() {}

  /**
   * @param one the word for one; several have an s behind it, or "ies" in place of its y
   */
  static String of(long count, String one) {
    String many = one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    return "%,d %s".formatted(count, count == 1 ? one : many);
  }
}
