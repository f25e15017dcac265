package examen.store;

/** Identifies an import in one project file. */
public record ImportId(long value) {}
