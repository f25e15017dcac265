package examen.desktop.shell;

import examen.desktop.intake.ImportViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Taking transcripts in, as the window asks for it. */
final class Intake implements ShellViewModel.Intake {
  private final Supplier<ImportViewModel> imports;

  Intake(Supplier<ImportViewModel> imports) {
    this.imports = imports;
  }

  @Override
  public void open() {
    imports.get().open();
  }

  @Override
  public void drop(List<Path> files) {
    imports.get().add(files);
  }
}
