package examen.app;

import examen.app.privacy.Privacy;

/**
 * What is to be written out.
 *
 * @param format id of the export's format
 * @param privacy what is made unrecognisable in it
 */
public record ExportRequest(String format, Privacy privacy) {}
