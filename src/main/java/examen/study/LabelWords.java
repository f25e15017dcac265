package examen.study;

/** What a label's JSON value is in words: {@code true} is yes, {@code "C"} is C. */
public final class LabelWords {
  private LabelWords() {}

  /** Empty for null and for what is no single word or number. */
  public static String of(String json) {
    String value = json.strip();
    return switch (value) {
      case "null", "" -> "";
      case "true" -> Variable.PRESENT;
      case "false" -> Variable.ABSENT;
      default -> word(value);
    };
  }

  private static String word(String value) {
    if (value.startsWith("{") || value.startsWith("[")) {
      return "";
    }
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted
        ? value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
        : value;
  }
}
