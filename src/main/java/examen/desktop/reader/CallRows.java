package examen.desktop.reader;

import examen.desktop.reader.Block.About;
import examen.desktop.reader.Block.Look;
import examen.transcript.Part;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lays a tool call out as rows: each argument's value beside its name; e-mails read like e-mails.
 */
final class CallRows {
  /** A tool that has one of these words in its name takes code or commands. */
  private static final Set<String> CODE_TOOLS =
      Set.of("bash", "shell", "sh", "python", "terminal", "powershell", "sql");

  private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");

  private static final Set<String> CODE_ARGUMENTS = Set.of("command", "cmd", "code", "script");
  private static final Set<String> BODIES = Set.of("body", "content", "message", "text");

  /** What stands between two values and only repeats the names: markup, quotes, commas. */
  private static final Pattern ONLY_SYNTAX =
      Pattern.compile("(?:</?[\\w:.-]{0,60}/?>|[\\s:\"'{},=()\\[\\]])*");

  private final int message;
  private final int part;
  private final Part.ToolCall call;
  private final List<Block> rows = new ArrayList<>();

  private CallRows(int message, int part, Part.ToolCall call) {
    this.message = message;
    this.part = part;
    this.call = call;
  }

  /** The rows of this call, without its caption; in the order of the text. */
  static List<Block> of(int message, int part, Part.ToolCall call) {
    CallRows made = new CallRows(message, part, call);
    made.make();
    return made.rows;
  }

  /** Whether calls of this function are e-mails. */
  static boolean isMail(String function) {
    String plain = NO_LETTER.matcher(function.toLowerCase(Locale.ROOT)).replaceAll("");
    return plain.endsWith("email") || plain.equals("sendmail") || plain.equals("mail");
  }

  private void make() {
    int at = 0;
    for (Part.Argument argument : inOrderOfText()) {
      Span value = argument.value();
      if (value == null) {
        rows.add(new Block.Remark(message, part, at, About.EMPTY_VALUE, argument.name(), false));
      } else if (value.start() >= at && value.end() <= call.text().length()) {
        between(at, value.start(), argument.name());
        add(value.start(), value.end(), look(argument.name(), value), argument.name());
        at = value.end();
      }
    }
    between(at, call.text().length(), "");
  }

  private List<Part.Argument> inOrderOfText() {
    List<Part.Argument> arguments = new ArrayList<>(call.arguments());
    if (arguments.stream().allMatch(a -> a.value() != null)) {
      arguments.sort(Comparator.comparingInt(CallRows::start));
    }
    return arguments;
  }

  private static int start(Part.Argument argument) {
    Span value = argument.value();
    return value == null ? 0 : value.start();
  }

  /** Text between values is shown too, unless it says no more than the label does. */
  private void between(int from, int to, String name) {
    if (from < to && !repeatsTheLabel(call.text().substring(from, to), name)) {
      add(from, to, Look.CALL_TEXT, "");
    }
  }

  private boolean repeatsTheLabel(String gap, String name) {
    if (gap.length() > 400) {
      return false;
    }
    String rest = name.isEmpty() ? gap : gap.replaceFirst("(?i)" + Pattern.quote(name), "");
    return ONLY_SYNTAX.matcher(rest).matches();
  }

  private void add(int from, int to, Look look, String label) {
    String shown = label;
    for (JsonLines.Line line : lines(from, to, look)) {
      int depth = line.depth();
      for (Span piece : TextCut.cut(call.text(), line.span().start(), line.span().end())) {
        rows.add(
            new Block.Words(message, part, piece.start(), piece.end(), look, shown, depth, false));
        shown = "";
      }
    }
  }

  private List<JsonLines.Line> lines(int from, int to, Look look) {
    return switch (look) {
      case CALL_TEXT, CODE_VALUE -> JsonLines.of(call.text(), from, to);
      case PROSE, REASONING, RESULT, VALUE, SUBJECT, BODY ->
          List.of(new JsonLines.Line(new Span(from, to), 0));
    };
  }

  private Look look(String argument, Span value) {
    String name = argument.toLowerCase(Locale.ROOT);
    if (isMail(call.function())) {
      if (BODIES.contains(name)) {
        return Look.BODY;
      }
      return name.equals("subject") ? Look.SUBJECT : Look.VALUE;
    }
    char first = call.text().charAt(value.start());
    boolean code =
        takesCode(call.function()) || CODE_ARGUMENTS.contains(name) || first == '{' || first == '[';
    return code ? Look.CODE_VALUE : Look.VALUE;
  }

  private static boolean takesCode(String function) {
    return NO_LETTER
        .splitAsStream(function.toLowerCase(Locale.ROOT))
        .anyMatch(CODE_TOOLS::contains);
  }
}
