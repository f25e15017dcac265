package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.FullReveal;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.Words;
import examen.desktop.findings.Field;
import examen.desktop.findings.FindingsViewModel;
import examen.desktop.findings.KeepPlanViewModel;
import examen.desktop.findings.SmallProject;
import examen.study.SamplingPlan;
import examen.study.Studies;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample that is drawn in the window, and kept as a plan. */
class KeepPlanScreenTest {
  @TempDir private Path folder;

  private static void run(Runnable action) throws Exception {
    Ui.fx(
        () -> {
          action.run();
          return 0;
        });
    Ui.pulses(2);
  }

  private static void say(FindingsViewModel findings, String id, String value) {
    Field field =
        findings.form().stream().filter(f -> f.choice().id().equals(id)).findFirst().orElseThrow();
    field.valueProperty().set(value);
  }

  private static List<String> names(ReviewWindow window) {
    return window.workbench().samples(SmallProject.ANN).all().stream()
        .map(SamplingPlan.Line::name)
        .toList();
  }

  @Test
  void whatIsShownIsKeptUnderANameAndOfferedToAnalyses() throws Exception {
    Workbench workbench =
        Workbench.open(SmallProject.in(folder), TestProjects.surroundings(folder));
    new FullReveal(workbench, SmallProject.ANN).make();
    try (ReviewWindow window = ReviewWindow.of(workbench, 1000, 800)) {
      FindingsViewModel findings = window.screen().model().analysing().findings();
      KeepPlanViewModel plans = window.screen().model().analysing().plans();
      window.ui().press(KeyCode.CONTROL, KeyCode.DIGIT4);
      Node bar = Ui.fx(() -> window.screen().findingsView().lookup(".findings-plan"));
      assertFalse(Ui.fx(bar::isVisible), "no sample is shown");
      run(
          () -> {
            findings.studyProperty().set(Studies.of("sample").orElseThrow());
            say(findings, "size", "5");
            say(findings, "seed", "3");
            findings.make();
          });
      assertTrue(Ui.fx(bar::isVisible));
      run(plans::keep);
      assertEquals("The plan needs a name.", plans.mistakeProperty().get());
      TextField name = (TextField) Ui.fx(() -> bar.lookup(".find-field"));
      run(name::requestFocus);
      window.ui().press(KeyCode.A);
      assertEquals("", plans.mistakeProperty().get());
      window.ui().press(KeyCode.ENTER);
      assertEquals(List.of("a"), names(window));
      SamplingPlan plan = workbench.samples(SmallProject.ANN).of("a");
      assertEquals(5, plan.drawn().size());
      assertEquals(3, plan.seed());
      assertEquals(List.of("a"), findings.pickableProperty().get().plans());
      assertTrue(Words.in(bar).contains("Kept as a."), Words.in(bar));
      run(
          () -> {
            plans.nameProperty().set("a");
            plans.keep();
          });
      assertTrue(plans.mistakeProperty().get().contains("already"), plans.mistakeProperty().get());
      run(
          () -> {
            findings.changed();
            plans.nameProperty().set("b");
            plans.keep();
          });
      assertTrue(plans.mistakeProperty().get().startsWith("Something was stored since"));
      assertEquals(List.of("a"), names(window));
      run(() -> findings.studyProperty().set(Studies.of("rates").orElseThrow()));
      assertFalse(Ui.fx(bar::isVisible));
    }
  }
}
