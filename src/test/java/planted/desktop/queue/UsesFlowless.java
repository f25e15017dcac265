package planted.desktop.queue;

/** Only the reader may use it. */
public record UsesFlowless(org.fxmisc.flowless.VirtualFlow<?, ?> mistake) {}
