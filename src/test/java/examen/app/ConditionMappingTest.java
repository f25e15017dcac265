package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.app.ConditionMapping.Fill;
import examen.transcript.Conditions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionMappingTest {
  private static final Conditions FOUND =
      Conditions.of(Map.of("model", "x/gpt", "scenario", "bm", "epoch", "1"));

  @Test
  void nothingChangesUnlessAsked() {
    assertEquals(FOUND, ConditionMapping.NONE.apply(FOUND));
  }

  @Test
  void renamesDropsReplacesFillsAndSets() {
    ConditionMapping mapping =
        new ConditionMapping(
            Map.of("model", "system"),
            Set.of("epoch"),
            List.of(
                new Fill("scenario", "scenario", Map.of("bm", "blackmail", "lk", "leak")),
                new Fill("model", "lab", Map.of("x/gpt", "X"))),
            Map.of("batch", "7"));
    assertEquals(
        Conditions.of(Map.of("system", "x/gpt", "scenario", "blackmail", "lab", "X", "batch", "7")),
        mapping.apply(FOUND));
  }

  @Test
  void aNameThatATranscriptHasItselfHoldsAgainstARenamedOne() {
    ConditionMapping mapping =
        new ConditionMapping(Map.of("model", "scenario"), Set.of(), List.of(), Map.of());
    assertEquals(Conditions.of(Map.of("scenario", "bm", "epoch", "1")), mapping.apply(FOUND));
  }

  @Test
  void aConstantHoldsAgainstAll() {
    ConditionMapping mapping =
        new ConditionMapping(
            Map.of(),
            Set.of(),
            List.of(new Fill("model", "lab", Map.of("x/gpt", "X"))),
            Map.of("lab", "Y", "model", "z"));
    assertEquals(
        Conditions.of(Map.of("model", "z", "scenario", "bm", "epoch", "1", "lab", "Y")),
        mapping.apply(FOUND));
  }

  @Test
  void aValueThatIsNotMappedStaysAndFillsNothing() {
    ConditionMapping mapping =
        new ConditionMapping(
            Map.of(),
            Set.of(),
            List.of(
                new Fill("scenario", "scenario", Map.of("lk", "leak")),
                new Fill("scenario", "kind", Map.of("lk", "leak"))),
            Map.of());
    assertEquals(FOUND, mapping.apply(FOUND));
  }

  @Test
  void replacedValuesMoveWithTheirName() {
    ConditionMapping mapping =
        new ConditionMapping(
            Map.of("scenario", "story"),
            Set.of(),
            List.of(new Fill("scenario", "scenario", Map.of("bm", "blackmail"))),
            Map.of());
    assertEquals("blackmail", mapping.apply(FOUND).get("story").orElse(""));
  }
}
