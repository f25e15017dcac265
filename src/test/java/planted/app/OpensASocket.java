package planted.app;

/** Nothing may open a connection. */
public record OpensASocket(java.net.Socket mistake) {}
