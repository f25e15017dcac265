package examen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.ChangedSamples;
import examen.app.FieldMeaning;
import examen.app.Version;
import examen.app.settings.Density;
import examen.app.settings.LineWidth;
import examen.app.settings.ReadingFont;
import examen.app.settings.ThemeChoice;
import examen.codebook.TagKind;
import examen.format.Mapping;
import examen.highlight.Category;
import examen.highlight.Recommender;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.Link;
import examen.rating.Reveal;
import examen.rating.Revealing;
import examen.rating.Review;
import examen.rating.Suggesting;
import examen.transcript.Conditions;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Names that stand in people's files. They are written down here once more, so that a name in the
 * code can be changed without changing what was stored, and a stored name cannot be changed by
 * accident.
 */
class WireNamesTest {
  @Test
  void rolesKeepTheirNames() {
    assertEquals(List.of("system", "user", "assistant", "tool"), names(Role.values(), Role::wire));
    assertBack(Role.values(), Role::wire, wire -> Role.ofWire(wire).orElseThrow());
  }

  @Test
  void kindsOfReasoningKeepTheirNames() {
    assertEquals(
        List.of("raw", "summarised", "encrypted", "omitted"),
        names(ReasoningKind.values(), ReasoningKind::wire));
    assertBack(
        ReasoningKind.values(), ReasoningKind::wire, w -> ReasoningKind.ofWire(w).orElseThrow());
  }

  @Test
  void whatAnnotationsSayKeepsItsNames() {
    assertEquals(
        List.of("executed", "attempted", "considered"), names(Enactment.values(), Enactment::wire));
    assertBack(Enactment.values(), Enactment::wire, w -> Enactment.ofWire(w).orElseThrow());
    assertEquals(List.of("low", "medium", "high"), names(Confidence.values(), Confidence::wire));
    assertBack(Confidence.values(), Confidence::wire, w -> Confidence.ofWire(w).orElseThrow());
  }

  @Test
  void linksAndReviewsKeepTheirNames() {
    assertEquals(
        List.of("motivates", "acknowledges-harm", "contradicts"),
        names(Link.Type.values(), Link.Type::wire));
    assertBack(Link.Type.values(), Link.Type::wire, w -> Link.Type.ofWire(w).orElseThrow());
    assertEquals(
        List.of("submitted", "reopened"), names(Review.State.values(), Review.State::wire));
    assertBack(
        Review.State.values(), Review.State::wire, w -> Review.State.ofWire(w).orElseThrow());
    assertEquals(
        List.of("labels", "peers", "suggestions"), names(Reveal.Of.values(), Reveal.Of::wire));
    assertBack(Reveal.Of.values(), Reveal.Of::wire, w -> Reveal.Of.ofWire(w).orElseThrow());
    assertEquals(
        List.of("after-submission", "any-time"), names(Revealing.values(), Revealing::wire));
    assertBack(Revealing.values(), Revealing::wire, w -> Revealing.ofWire(w).orElseThrow());
  }

  @Test
  void kindsOfTagsAndCategoriesOfHighlightsKeepTheirNames() {
    assertEquals(List.of("action", "reasoning"), names(TagKind.values(), TagKind::wire));
    assertBack(TagKind.values(), TagKind::wire, w -> TagKind.ofWire(w).orElseThrow());
    assertEquals(
        List.of(
            "states-evaluation",
            "states-real",
            "states-uncertain",
            "ethical-acknowledgement",
            "self-preservation",
            "goal-preservation",
            "leverage",
            "concealment",
            "instruction-awareness"),
        names(Category.values(), Category::wire));
    assertBack(Category.values(), Category::wire, w -> Category.ofWire(w).orElseThrow());
  }

  @Test
  void settingsKeepTheirNames() {
    assertEquals(
        List.of("light", "dark", "high-contrast", "system"),
        names(ThemeChoice.values(), ThemeChoice::wire));
    assertBack(ThemeChoice.values(), ThemeChoice::wire, w -> ThemeChoice.ofWire(w).orElseThrow());
    assertEquals(List.of("compact", "normal", "roomy"), names(Density.values(), Density::wire));
    assertBack(Density.values(), Density::wire, w -> Density.ofWire(w).orElseThrow());
    assertEquals(
        List.of("narrow", "normal", "wide", "full"), names(LineWidth.values(), LineWidth::wire));
    assertBack(LineWidth.values(), LineWidth::wire, w -> LineWidth.ofWire(w).orElseThrow());
    assertEquals(
        List.of("inter", "system", "serif", "mono"),
        names(ReadingFont.values(), ReadingFont::wire));
    assertBack(ReadingFont.values(), ReadingFont::wire, w -> ReadingFont.ofWire(w).orElseThrow());
  }

  @Test
  void whenSuggestionsAreShownKeepsItsNames() {
    assertEquals(
        List.of("off", "after-submission", "on"), names(Suggesting.values(), Suggesting::wire));
    assertBack(Suggesting.values(), Suggesting::wire, w -> Suggesting.ofWire(w).orElseThrow());
    assertEquals("suggested-leverage", Recommender.idOf(Category.LEVERAGE));
  }

  @Test
  void whatBecomesOfChangedSamplesKeepsItsNames() {
    assertEquals(List.of("report", "import"), names(ChangedSamples.values(), ChangedSamples::wire));
    assertBack(
        ChangedSamples.values(), ChangedSamples::wire, w -> ChangedSamples.ofWire(w).orElseThrow());
  }

  @Test
  void whatFieldsStandForKeepsItsNamesAndThoseOfMappingFiles() {
    assertEquals(
        List.of(
            "nothing",
            "messages",
            "system",
            "prompt",
            "reasoning",
            "response",
            "id",
            "model",
            "condition",
            "label",
            "note",
            "group",
            "order",
            "role",
            "speaker",
            "text"),
        names(FieldMeaning.values(), FieldMeaning::wire));
    List<String> meanings = names(FieldMeaning.values(), FieldMeaning::wire);
    for (Mapping.Slot slot : Mapping.Slot.values()) {
      assertTrue(meanings.contains(slot.wire()), slot.wire());
    }
  }

  @Test
  void conditionsThatAllFormatsShareKeepTheirNames() {
    assertEquals(
        List.of("model", "scenario", "goal", "urgency", "variant", "epoch"),
        List.of(
            Conditions.MODEL,
            Conditions.SCENARIO,
            Conditions.GOAL,
            Conditions.URGENCY,
            Conditions.VARIANT,
            Conditions.EPOCH));
  }

  @Test
  void theProgramAndItsBuildSayTheSameVersion() throws Exception {
    String pom = java.nio.file.Files.readString(java.nio.file.Path.of("pom.xml"));
    assertEquals(true, pom.contains("<version>" + Version.NUMBER + "-SNAPSHOT</version>"));
  }

  private static <T> List<String> names(T[] values, Function<T, String> wire) {
    return Arrays.stream(values).map(wire).toList();
  }

  private static <T> void assertBack(
      T[] values, Function<T, String> wire, Function<String, T> back) {
    for (T value : values) {
      assertEquals(value, back.apply(wire.apply(value)));
    }
  }
}
