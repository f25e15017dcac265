package examen.desktop.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.Progress;
import examen.app.RuleLine.Origin;
import examen.app.RuleLine.Use;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.fx.Covering;
import examen.desktop.fx.Delay;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.HeldWork;
import examen.desktop.fx.Texts;
import examen.highlight.Category;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Codebook workspace without a screen. */
@SuppressWarnings("NullAway.Init") // Each test opens its own project.
class CodebookViewModelTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir private Path folder;

  private Workbench workbench;
  private int changed;

  /** Does at once what is put off. */
  static final class AtOnce implements Delay {
    @Override
    public void then(Runnable action) {
      action.run();
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() {
    workbench =
        Workbench.openOrCreate(folder.resolve("p.examen"), TestProjects.surroundings(folder));
    workbench.importFrom(
        TestProjects.request(TestProjects.SAMPLES.resolve("agentic-misalignment")), Progress.NONE);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void aRuleIsWrittenSavedChangedBackAndRemoved() {
    CodebookViewModel model = model(new DirectWork());
    model.begin();
    assertEquals(Origin.OWN, chosen(model).origin());
    write(model.editor(), "an-email");
    assertEquals(1, model.unsaved().countProperty().get());
    int found = model.editor().hits().findingsProperty().get().added();
    assertTrue(found > 0, "it is tried while it is written");
    assertEquals(List.of(), model.editor().mistakesProperty().get());
    model.save();
    assertEquals("", model.problemProperty().get());
    assertEquals(0, model.unsaved().countProperty().get());
    assertEquals(1, changed);
    assertEquals("an-email", workbench.rules().changes().rules().getFirst().id());
    assertTrue(chosen(model).highlights() > 0, "counted anew");
    assertEquals(found, model.editor().hits().findingsProperty().get().same());
    model.editor().cuesProperty().set("no such words");
    assertEquals(found, model.editor().hits().findingsProperty().get().lost());
    model.revert();
    assertEquals("email\ne-mail", model.editor().cuesProperty().get());
    model.removeSelected();
    model.save();
    assertTrue(workbench.rules().changes().isEmpty());
  }

  @Test
  void aRuleThatComesWithTheProgramIsChangedInACopyAndComesBack() {
    CodebookViewModel model = model(new DirectWork());
    model.select("leverage-word");
    String reason = model.editor().reasonProperty().get();
    model.editor().reasonProperty().set("ignored");
    assertEquals(0, model.unsaved().countProperty().get(), "it cannot be written over");
    model.changeSelected();
    assertEquals(reason, model.editor().reasonProperty().get());
    assertEquals(Origin.CHANGED, chosen(model).origin());
    model.editor().reasonProperty().set("another reason");
    model.toggle("leverage-word");
    assertEquals(1, model.unsaved().countProperty().get());
    model.save();
    assertEquals("another reason", workbench.rules().changes().rules().getFirst().reason());
    assertEquals("[leverage-word]", workbench.rules().changes().off().toString());
    model.removeSelected();
    assertEquals(Origin.BUILT_IN, chosen(model).origin());
    assertEquals(Use.OFF, chosen(model).use(), "it stays switched off");
    assertEquals(reason, model.editor().reasonProperty().get());
  }

  @Test
  void whatIsTypedOutdatesWhatWasLookedForBefore() {
    HeldWork work = new HeldWork();
    CodebookViewModel model = model(work);
    model.begin();
    model.editor().cuesProperty().set("email");
    model.editor().cuesProperty().set("no such words");
    while (work.waiting() > 0) {
      work.run();
    }
    work.hearAll();
    assertEquals(0, model.editor().hits().findingsProperty().get().found());
    assertFalse(model.editor().hits().runningProperty().get());
  }

  @Test
  void whatIsNotReadyIsNotSavedAndTheRuleIsShown() {
    CodebookViewModel model = model(new DirectWork());
    model.begin();
    String unready = chosen(model).key();
    model.editor().idProperty().set("leverage-word");
    assertTrue(
        model.editor().mistakesProperty().get().stream()
            .anyMatch(m -> m.why().equals("Another rule has this name.")));
    model.select("names-the-rig");
    model.select("leverage-word");
    model.save();
    assertFalse(model.problemProperty().get().isEmpty());
    assertEquals(unready, model.selectedProperty().get());
    assertTrue(workbench.rules().changes().isEmpty());
    model.editor().idProperty().set("mine");
    write(model.editor(), "mine");
    model.editor().findsProperty().set("An email.\nNothing here.\nYour e-mail.");
    FieldMistake broken = model.editor().mistakesProperty().get().getFirst();
    assertEquals(FieldMistake.Field.FINDS, broken.field());
    assertEquals(1, broken.line());
    model.save();
    assertTrue(model.problemProperty().get().contains("finds[1]"), model.problemProperty().get());
  }

  @Test
  void leavingAsksOnlyWhereSomethingIsNotSaved() {
    CodebookViewModel model = model(new DirectWork());
    int[] left = {0};
    model.unsaved().askToLeave(() -> left[0]++);
    assertEquals(1, left[0]);
    model.toggle("leverage-word");
    model.unsaved().askToLeave(() -> left[0]++);
    assertEquals(1, left[0]);
    model.unsaved().stay();
    model.save();
    assertEquals(1, left[0], "who stays is not sent away later");
    model.toggle("leverage-word");
    model.unsaved().askToLeave(() -> left[0]++);
    model.save();
    assertEquals(2, left[0]);
    assertTrue(workbench.rules().changes().isEmpty());
  }

  @Test
  void filesAreTakenInAsAWholeAndWrittenOut() throws IOException {
    CodebookViewModel model = model(new DirectWork());
    model.toggle("leverage-word");
    model.save();
    Path file = folder.resolve("rules.json");
    model.write(file);
    assertEquals("Written.", model.noteProperty().get());
    model.write(file);
    assertTrue(model.problemProperty().get().contains("is there already"));
    model.toggle("leverage-word");
    model.save();
    model.take(file);
    assertEquals(1, model.unsaved().countProperty().get());
    assertTrue(workbench.rules().changes().isEmpty(), "stored only when saved");
    Files.writeString(file, "{}");
    model.take(file);
    assertTrue(model.problemProperty().get().contains("rules.json"));
    assertEquals(1, model.unsaved().countProperty().get());
  }

  @Test
  void rulesAreFilteredByCategoryAndWords() {
    CodebookViewModel model = model(new DirectWork());
    RuleListViewModel list = model.list();
    list.choose(Category.LEVERAGE);
    assertTrue(list.shown().stream().allMatch(row -> row.category() == Category.LEVERAGE));
    list.filterProperty().set("WORD built");
    assertEquals(List.of("leverage-word"), list.shown().stream().map(RuleRow::id).toList());
    list.choose(Category.LEVERAGE);
    list.filterProperty().set("");
    assertEquals(list.rows(), list.shown());
  }

  @Test
  void itemsThatAFieldCannotHoldStayWhatTheyWere() {
    List<String> items = List.of("one\ntwo", "three\u0000", "four");
    Map<String, String> hidden = Lines.hidden(items);
    String shown = Lines.shown(items);
    assertEquals("one\u21b5two\nthree\u25a1\nfour", shown);
    assertEquals(items, Lines.items(shown, hidden));
    assertEquals(List.of("one\ntwo", "fo"), Lines.items("one\u21b5two\n \nfo", hidden));
    assertEquals(2, Lines.line("one\n \ntwo", 1));
  }

  private static void write(RuleEditorViewModel editor, String id) {
    editor.idProperty().set(id);
    editor.cuesProperty().set("email\ne-mail");
    editor.reasonProperty().set("Speaks of mail");
    editor.findsProperty().set("An email.\nAn e-mail.\nThe email is there.");
    editor.passesProperty().set("No.\nA letter.\nEmails.");
  }

  private static RuleRow chosen(CodebookViewModel model) {
    return model.list().row(model.selectedProperty().get()).orElseThrow();
  }

  private CodebookViewModel model(FxWork work) {
    CodebookViewModel.Tools tools =
        new CodebookViewModel.Tools(work, Texts.load(), new AtOnce(), () -> 0);
    CodebookViewModel model = new CodebookViewModel(workbench, ANN, tools, new Outside());
    model.open();
    return model;
  }

  private final class Outside implements CodebookViewModel.Outside {
    @Override
    public void open(Anchor place) {}

    @Override
    public void changed() {
      changed++;
    }

    @Override
    public void back() {}

    @Override
    public Covering covering() {
      return Covering.nothing();
    }
  }
}
