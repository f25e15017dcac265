package examen.export;

import java.util.List;
import java.util.Locale;

/** A drawing that is being written: plain shapes and text, nothing from elsewhere. */
final class SvgPage {
  static final String INK = "#23221f";
  static final String DIM = "#5d5a53";
  static final String LINE = "#dcd8d0";
  static final String MAIN = "#3553b5";
  static final String MARKED = "#b3400f";
  static final double SIZE = 12;

  private static final double TITLE_SIZE = 14;
  private static final double MARGIN = 16;

  private final StringBuilder body = new StringBuilder();

  /** Where text ends at its place. */
  enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String wire;

    Anchor(String wire) {
      this.wire = wire;
    }
  }

  /** How text looks. */
  record Pen(double size, String colour, Anchor anchor) {
    static final Pen LEFT = new Pen(SIZE, INK, Anchor.START);
    static final Pen MIDDLE = new Pen(SIZE, INK, Anchor.MIDDLE);
    static final Pen RIGHT = new Pen(SIZE, INK, Anchor.END);

    Pen dim() {
      return new Pen(size, DIM, anchor);
    }
  }

  /** The whole drawing; the figure's title stands over it. */
  String whole(String title, double width, double height) {
    List<String> lines = SvgText.lines(title, TITLE_SIZE, width, 3);
    double top = lines.isEmpty() ? 0 : lines.size() * 19 + 8;
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    String size = number(width + 2 * MARGIN) + "%s" + number(height + top + 2 * MARGIN);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(size.replace("%s", " "))
        .append("\" width=\"")
        .append(size.replace("%s", "\" height=\""))
        .append(
            "\" font-family=\"Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif\""
                + " stroke=\"none\">\n");
    out.append("<title>").append(escaped(title)).append("</title>\n");
    out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    for (int i = 0; i < lines.size(); i++) {
      out.append(
              "<text x=\"%s\" y=\"%s\" font-size=\"%s\" font-weight=\"600\" fill=\"%s\">"
                  .formatted(number(MARGIN), number(MARGIN + 13 + i * 19), number(TITLE_SIZE), INK))
          .append(escaped(lines.get(i)))
          .append("</text>\n");
    }
    out.append(
        "<g transform=\"translate(%s %s)\">\n".formatted(number(MARGIN), number(MARGIN + top)));
    return out.append(body).append("</g>\n</svg>\n").toString();
  }

  /** Begins what belongs together; its words are shown where a viewer points at it. */
  void open(String words) {
    body.append("<g><title>").append(escaped(words)).append("</title>\n");
  }

  void close() {
    body.append("</g>\n");
  }

  /**
   * @param y of the line on which the letters stand
   */
  void text(double x, double y, Pen pen, String text) {
    body.append(
            "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\" text-anchor=\"%s\">"
                .formatted(
                    number(x), number(y), number(pen.size()), pen.colour(), pen.anchor().wire))
        .append(escaped(text))
        .append("</text>\n");
  }

  /** Lines of text around a middle. */
  void texts(double x, double middle, Pen pen, List<String> lines) {
    double first = middle - (lines.size() - 1) * pen.size() * 0.65 + pen.size() * 0.36;
    for (int i = 0; i < lines.size(); i++) {
      text(x, first + i * pen.size() * 1.3, pen, lines.get(i));
    }
  }

  /** How a line is drawn. */
  record Stroke(String colour, double width, String dashes) {
    static final Stroke GRID = new Stroke(LINE, 1, "");
    static final Stroke REFERENCE = new Stroke(DIM, 1, "4 3");
  }

  /** A line through these places, each with its x and y. */
  void line(Stroke stroke, double... places) {
    body.append("<path d=\"").append(path(places));
    body.append(
        "\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n"
            .formatted(
                stroke.colour(),
                number(stroke.width()),
                stroke.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + stroke.dashes() + "\""));
  }

  void circle(double x, double y, double radius, String colour) {
    body.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>\n"
            .formatted(number(x), number(y), number(radius), colour));
  }

  /** A closed shape with these corners, each with its x and y. */
  void shape(String fill, String stroke, double... corners) {
    body.append("<path d=\"").append(path(corners));
    body.append("Z\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>\n".formatted(fill, stroke));
  }

  private static String path(double... places) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i + 1 < places.length; i += 2) {
      path.append(i == 0 ? "M" : "L")
          .append(number(places[i]))
          .append(' ')
          .append(number(places[i + 1]));
    }
    return path.toString();
  }

  /** A box without an edge. */
  void box(double x, double y, double width, double height, String fill) {
    body.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
            .formatted(number(x), number(y), number(width), number(height), fill));
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> out.append(' ');
                default -> out.appendCodePoint(isXml(c) ? c : 0xfffd);
              }
            });
    return out.toString();
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe) || c >= 0x10000;
  }
}
