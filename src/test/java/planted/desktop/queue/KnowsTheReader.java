package planted.desktop.queue;

/** Features must not know each other. */
public record KnowsTheReader(planted.desktop.reader.Target mistake) {}
