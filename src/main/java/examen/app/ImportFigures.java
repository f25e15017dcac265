package examen.app;

/**
 * How far an import is.
 *
 * @param filesDone files that are done with
 * @param files how many were found
 * @param bytesDone bytes read of all files so far
 * @param bytes how many there are in all files together
 * @param records records met so far, whatever became of them
 * @param file what is being read
 */
public record ImportFigures(
    int filesDone, int files, long bytesDone, long bytes, long records, String file) {}
