package examen.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.findings.MadeUp;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Fact;
import examen.report.Figure;
import examen.report.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is saved of a report, held to files that were read by a person. */
class ReportExportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/report");
  private static final Path ACTUAL = Path.of("target/golden/report");

  private static Cell cell(String text, Fact fact) {
    return new Cell(text, fact, List.of("t-1"));
  }

  private static Table table() {
    return new Table(
        "rates",
        "",
        List.of(
            Column.words("goal", "goal"),
            Column.numbers("count", "yes / judged"),
            Column.numbers("rate", "rate"),
            Column.numbers("interval", "95% Wilson"),
            Column.numbers("missing", "not judged")),
        List.of(
            List.of(
                Cell.words("none, \"really\""),
                cell("1,204 / 2,000", new Fact.Share(1204, 2000)),
                cell("60.2%", new Fact.Value(0.602)),
                cell("[58.0, 62.3]", new Fact.Range(0.5803, 0.6232, 0.95, "Wilson")),
                cell("0", new Fact.Count(0))),
            List.of(
                Cell.words("=HYPERLINK(\"x\")"),
                cell("0 / 0", new Fact.Share(0, 0)),
                cell("undefined (n = 0)", new Fact.Undefined("n = 0")),
                cell("[0.0, infinite]", new Fact.Range(0, Double.POSITIVE_INFINITY, 0.95, "x")),
                cell("-3", new Fact.Count(-3)))),
        List.of());
  }

  @Test
  void aTableHasExactNumbersBesideWhatIsShown() {
    assertEquals(
        """
        goal,count,count_count,count_total,rate,rate_value,interval,interval_low,interval_high,missing,missing_value
        "none, ""really\""","1,204 / 2,000",1204,2000,60.2%,0.602,"[58.0, 62.3]",0.5803,0.6232,0,0
        "'=HYPERLINK(""x"")",0 / 0,0,0,undefined (n = 0),,"[0.0, infinite]",0.0,Inf,-3,-3
        """
            .replace("\n", "\r\n"),
        TableText.csv(table()));
  }

  @Test
  void aTableIsCopiedAsItIsShown() {
    assertEquals(
        """
        goal\tyes / judged\trate\t95% Wilson\tnot judged
        none, "really"\t1,204 / 2,000\t60.2%\t[58.0, 62.3]\t0
        '=HYPERLINK("x")\t0 / 0\tundefined (n = 0)\t[0.0, infinite]\t-3
        """,
        TableText.tsv(table()));
  }

  @Test
  void figuresAreDrawnAsTheyWere() throws Exception {
    List<Figure> figures =
        List.of(
            MadeUp.forest(8),
            MadeUp.beyond(),
            MadeUp.confusion(),
            MadeUp.lines(),
            MadeUp.diagonal());
    for (Figure figure : figures) {
      String drawn = FigureSvg.of(figure);
      Files.createDirectories(ACTUAL);
      Files.writeString(ACTUAL.resolve(figure.id() + ".svg"), drawn);
    }
    for (Figure figure : figures) {
      String drawn = FigureSvg.of(figure);
      Path golden = GOLDEN.resolve(figure.id() + ".svg");
      assertTrue(Files.exists(golden), "look at " + ACTUAL + " and put it into " + golden);
      assertEquals(Files.readString(golden), drawn, figure.id());
    }
  }

  @Test
  void drawingsAreWellFormedAndNeedNothingElse() throws Exception {
    Figure hostile =
        new Figure.Forest(
            "hostile",
            "<script>&\"\u0000\u202e]]>",
            "axis",
            Figure.Axis.share(""),
            0.5,
            List.of(
                new Figure.Mark("</text><image href='http://x'/>\ud800", null, "", List.of()),
                new Figure.Mark(
                    "", new Figure.Whisker(0.5, 0.5, 0.5), "x".repeat(500), List.of())));
    for (Figure figure :
        List.of(hostile, MadeUp.forest(300), MadeUp.wideGrid(), MadeUp.nothing(), MadeUp.lines())) {
      String drawn = FigureSvg.of(figure);
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(drawn.getBytes(StandardCharsets.UTF_8)))
              .getDocumentElement();
      NodeList all = root.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        Element each = (Element) all.item(i);
        assertTrue(
            List.of("title", "rect", "text", "g", "path", "circle").contains(each.getTagName()),
            each.getTagName());
        assertFalse(each.hasAttribute("href") || each.hasAttribute("style"));
      }
      String[] box = root.getAttribute("viewBox").split(" ", -1);
      assertEquals(root.getAttribute("width"), box[2]);
      assertTrue(Double.parseDouble(box[3]) > 60, figure.id());
      assertFalse(drawn.contains("NaN") || drawn.contains("Infinity"), figure.id());
    }
  }

  @Test
  void aReportIsOneJsonDocument() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportJson.write(out, MadeUp.report("rates", List.of(table()), List.of()));
    String json = out.toString(StandardCharsets.UTF_8);
    var read = new com.fasterxml.jackson.databind.ObjectMapper().readTree(json);
    assertEquals("rates", read.get("command").asText());
    assertEquals(
        1204, read.get("tables").get(0).get("rows").get(0).get("count").get("count").asInt());
    assertTrue(json.endsWith("}\n"));
  }
}
