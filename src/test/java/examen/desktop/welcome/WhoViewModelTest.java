package examen.desktop.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Rater;
import examen.rating.RaterId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhoViewModelTest {
  private static final Rater ANN = new Rater(new RaterId("r-1"), "Ann");
  private static final Rater BOB = new Rater(new RaterId("r-2"), "Bob");

  private final List<Rater> answers = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private final WhoViewModel who = new WhoViewModel(() -> new RaterId("r-new"));

  @Test
  void aNewNameIsAnewRater() {
    ask(null, List.of(), false);
    assertFalse(who.canRename());
    who.nameProperty().set("  Carla Ruiz ");
    who.enter();
    assertEquals(List.of(new Rater(new RaterId("r-new"), "Carla Ruiz")), answers);
    assertFalse(who.openProperty().get());
  }

  @Test
  void aNameThatIsListedIsThatRater() {
    ask(null, List.of(ANN, BOB), false);
    who.nameProperty().set("Bob");
    who.enter();
    assertEquals(List.of(BOB), answers);
  }

  @Test
  void noNameIsNoAnswer() {
    ask(null, List.of(), false);
    who.enter();
    assertEquals("who.no-name", who.problemProperty().get());
    assertTrue(who.openProperty().get());
    who.leave();
    assertEquals(List.of("left"), left);
    assertEquals(List.of(), answers);
  }

  @Test
  void anotherNameKeepsTheIdAndAnotherPersonHasAnother() {
    ask(ANN, List.of(ANN), false);
    assertEquals("Ann", who.nameProperty().get());
    who.nameProperty().set("Ann Smith");
    who.rename();
    ask(ANN, List.of(ANN), false);
    who.nameProperty().set("Dee");
    who.enter();
    assertEquals(
        List.of(new Rater(ANN.id(), "Ann Smith"), new Rater(new RaterId("r-new"), "Dee")), answers);
  }

  @Test
  void whereRatersAreFixedOneOfThemIsChosen() {
    ask(null, List.of(ANN, BOB), true);
    assertFalse(who.takesNames());
    who.nameProperty().set("Mallory");
    who.enter();
    assertEquals("who.not-listed", who.problemProperty().get());
    who.choose(ANN);
    assertEquals(List.of(ANN), answers);
  }

  private void ask(@Nullable Rater now, List<Rater> known, boolean fixed) {
    who.ask(
        new WhoViewModel.Question(now, known, fixed, answers::add, () -> left.add("left")));
  }
}
