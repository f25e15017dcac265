package planted.app;

/** The application layer must have no screen. */
public record ShowsAStage(javafx.stage.Stage mistake) {}
