package examen.app;

import examen.codebook.Codebook;
import examen.store.CodebookTable;
import examen.store.ProjectFile;

/** Whether the codebook by which people work here is still the one that the project uses. */
final class CodebookInUse {
  private final ProjectFile file;
  private final Codebook codebook;
  private boolean holds = true;

  CodebookInUse(ProjectFile file, Codebook codebook) {
    this.file = file;
    this.codebook = codebook;
  }

  boolean holds() {
    return holds;
  }

  /** Takes in what is in the file. */
  void refresh() {
    holds =
        file.reading(CodebookTable::inUse)
            .filter(now -> now.id().equals(codebook.id()) && now.version() == codebook.version())
            .isPresent();
  }
}
