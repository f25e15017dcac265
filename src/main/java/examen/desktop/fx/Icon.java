package examen.desktop.fx;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The few pictograms of the window, drawn as strokes on a grid of 24 by 24. */
public enum Icon {
  /** An open book: the workspace in which transcripts are read. */
  REVIEW("M12 6.5C10 5 7 4.5 3 4.5v13.5c4 0 7 .5 9 2 2-1.5 5-2 9-2V4.5c-4 0-7 .5-9 2zM12 6.5V20"),
  /** A list with a tick: the workspace of the rules. */
  CODEBOOK(
      "M4 6.500l1.500 1.500L8 5M11.500 6.500H20M4.500 12h3M11.500 12H20M4.500 17.500h3M11.500"
          + " 17.500H20"),
  /** Three intervals over an axis: the workspace of analyses. */
  FINDINGS("M4 4v16h16M8 7.500h7M11.500 6v3M10 12h9M14.500 10.500v3M8 16.500h5M10.500 15v3"),
  SEARCH("M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20.5 20.5"),
  CLOSE("M6 6L18 18M18 6L6 18"),
  REMOVE("M5 7h14M9.5 7V4.5h5V7M7 7l1 12.5h8L17 7M10.5 10.5v6M13.5 10.5v6"),
  ALERT("M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.4"),
  INBOX("M3.5 13.5L6.5 5h11l3 8.5V19h-17zM3.5 13.5H8.500l1.500 2.500h4l1.500-2.500h5"),
  LOCK("M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3"),
  TOOL("M4 6l6 6-6 6M12.500 18H20"),
  RESULT("M20 6v5.500a3 3 0 0 1-3 3H5M9 10.500l-4 4 4 4"),
  MAIL("M3.500 6h17v12.500h-17zM3.500 7l8.500 6.500L20.500 7"),
  IMAGE("M4 5h16v14H4zM4 16l5-5 4 4 2.500-2.500L20 17M15.500 9v.2"),
  /** An arrow into a tray: taking transcripts in. */
  IMPORT("M12 3.500v11M7.500 10l4.500 4.500 4.500-4.500M4 16v4h16v-4"),
  NOTE("M5 4h14v16H5zM8 9h8M8 12.500h8M8 16h5"),
  UNFOLD("M7 10l5 5 5-5"),
  /** An arrow to the right, before what is folded. */
  FOLDED("M10 7l5 5-5 5"),
  /** One way that becomes two. */
  FORK(
      "M12 20v-6M12 14c0-4-5-4-5-9M12 14c0-4 5-4 5-9M4.500 7.500L7 5l2.500 2.500M14.500 7.500L17"
          + " 5l2.500 2.500");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /**
   * A new node showing this pictogram in a square of {@code size} pixels; its colour comes from the
   * style sheet.
   */
  public Node node(double size) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add("icon-shape");
    shape.setManaged(false);
    shape.getTransforms().add(new Scale(size / 24, size / 24));
    StackPane box = new StackPane(shape);
    box.getStyleClass().add("icon");
    box.setMinSize(size, size);
    box.setPrefSize(size, size);
    box.setMaxSize(size, size);
    box.setMouseTransparent(true);
    return box;
  }
}
