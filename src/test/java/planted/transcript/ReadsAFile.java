package planted.transcript;

/** The core must know no file. */
public record ReadsAFile(java.nio.file.Path mistake) {}
