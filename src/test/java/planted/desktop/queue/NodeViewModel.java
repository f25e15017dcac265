package planted.desktop.queue;

/** A view model must not hold nodes. */
public record NodeViewModel(javafx.scene.Node mistake) {}
