package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.MergeAccount;
import examen.stats.design.Frame;
import examen.stats.design.Stratum;
import examen.study.SamplingPlan;
import examen.study.SamplingPlan.Unit;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplingTableTest {
  @TempDir Path folder;

  /**
   * Made by hand: of so many transcripts every second one is drawn, the last first; in two strata,
   * one with the odd and one with the even ones.
   */
  static SamplingPlan plan(String name, int units) {
    List<Unit> all = new ArrayList<>();
    List<Frame.Item> items = new ArrayList<>();
    int drawn = units / 2;
    int even = drawn / 2;
    for (int i = 1; i <= units; i++) {
      TranscriptId id = new TranscriptId("%032x".formatted(i));
      int stratum = i % 2;
      items.add(new Frame.Item(id.value(), stratum == 0 ? "even" : "odd, \ud83d\ude00", i / 3.0));
      int ofStratum = stratum == 0 ? units / 2 : units - units / 2;
      int size = stratum == 0 ? even : drawn - even;
      int nth = (i + 1) / 2;
      int place = nth > size ? 0 : stratum == 0 ? drawn + 1 - nth : nth;
      all.add(new Unit(id, stratum, i / 3.0, (double) size / ofStratum, place));
    }
    return new SamplingPlan(
        name,
        Projects.NOON,
        "stratified-equal",
        Long.MIN_VALUE + units,
        new TreeMap<>(Map.of("design", "stratified", "strata", "condition:a\"b")),
        new Frame(items).hash(),
        List.of(
            new Stratum("even", units / 2), new Stratum("odd, \ud83d\ude00", units - units / 2)),
        all);
  }

  /** The same, chosen: nothing has a probability. */
  static SamplingPlan chosen(String name, int units) {
    SamplingPlan like = plan(name, units);
    return with(
        like,
        like.units().stream()
            .map(u -> new Unit(u.transcript(), u.stratum(), u.size(), Double.NaN, u.place()))
            .toList());
  }

  private static SamplingPlan with(SamplingPlan like, List<Unit> units) {
    return new SamplingPlan(
        like.name(),
        like.at(),
        like.design(),
        like.seed(),
        like.terms(),
        like.frameHash(),
        like.strata(),
        units);
  }

  private ProjectFile project(SamplingPlan... plans) {
    ProjectFile project = Projects.createWith(folder, 3);
    for (SamplingPlan plan : plans) {
      project.runInTransaction(writing -> SamplingTable.insert(writing, plan));
    }
    return project;
  }

  @Test
  void aPlanComesBackAsItWasStored() {
    SamplingPlan first = plan("z first \ud83d\ude00", 9);
    SamplingPlan second = chosen("a second", 40);
    try (ProjectFile project = project(first, second)) {
      assertEquals(
          List.of("z first \ud83d\ude00", "a second"), project.reading(SamplingTable::names));
      assertEquals(
          Optional.of(first), project.reading(reading -> SamplingTable.of(reading, first.name())));
      assertEquals(
          Optional.of(second),
          project.reading(reading -> SamplingTable.of(reading, second.name())));
      assertEquals(Optional.empty(), project.reading(reading -> SamplingTable.of(reading, "no")));
      assertEquals(
          List.of(
              new SamplingPlan.Line(first.name(), Projects.NOON, "stratified", first.seed(), 9, 4),
              new SamplingPlan.Line(
                  second.name(), Projects.NOON, "stratified", second.seed(), 40, 20)),
          project.reading(SamplingTable::lines));
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void aPlanIsNeverChangedReplacedOrDeleted() {
    SamplingPlan plan = plan("audit", 6);
    try (ProjectFile project = project(plan)) {
      SamplingPlan other = plan("audit", 8);
      assertThrows(
          StoreException.class,
          () -> project.runInTransaction(writing -> SamplingTable.insert(writing, other)));
      for (String edit :
          List.of(
              "UPDATE sampling_plan SET name = 'b'",
              "DELETE FROM sampling_plan",
              "UPDATE sampling_unit SET place = 0",
              "DELETE FROM sampling_unit",
              "REPLACE INTO sampling_unit SELECT * FROM sampling_unit")) {
        assertRefused(
            "never changed or deleted",
            () -> project.runInTransaction(writing -> writing.query(edit).update()));
      }
      assertEquals(
          Optional.of(plan), project.reading(reading -> SamplingTable.of(reading, "audit")));
    }
  }

  @Test
  void aPlanThatDoesNotReadAsItWasStoredIsNotGivenOutAndTold() throws SQLException {
    for (String edit :
        List.of(
            "UPDATE sampling_plan SET at = '2026-11-22T12:00:00.000Z'",
            "UPDATE sampling_plan SET json = replace(json, 'stratified', 'clustered')",
            "UPDATE sampling_unit SET probability = 0.75 WHERE place = 1",
            "UPDATE sampling_unit SET size = 7 WHERE place = 1",
            "UPDATE sampling_unit SET stratum = 1 - stratum",
            "UPDATE sampling_unit SET place = 9 WHERE place = 1",
            "DELETE FROM sampling_unit WHERE place = 1",
            "DELETE FROM sampling_unit")) {
      Path file;
      try (ProjectFile project = project(plan("audit", 6))) {
        file = project.path();
      }
      Damage.plant(file, edit);
      try (ProjectFile project = ProjectFile.open(file)) {
        assertRefused(
            "the sampling plan audit does not read as it was stored",
            () -> project.reading(reading -> SamplingTable.of(reading, "audit")));
        assertTrue(
            Verification.of(project).stream()
                .anyMatch(f -> f.where().equals("the sampling plan audit")),
            edit);
      }
      remove(file);
    }
  }

  /** A name is anyone's words, and is told when its plan is damaged. */
  @Test
  void aDamagedPlanIsToldWhateverItsName() throws SQLException {
    Path file;
    try (ProjectFile project = project(plan("\ud83d\ude00".repeat(20) + "x".repeat(60), 6))) {
      file = project.path();
    }
    Damage.plant(file, "UPDATE sampling_unit SET place = 9 WHERE place = 1");
    try (ProjectFile project = ProjectFile.open(file)) {
      assertEquals(
          "the sampling plan " + "?".repeat(20) + "x".repeat(60),
          Verification.of(project).getFirst().where());
    }
  }

  /** What a seal cannot show: that it was made of a plan that was never drawn so. */
  @Test
  void verifyHoldsAPlanToWhatADrawGives() throws SQLException {
    for (Map.Entry<String, String> edit :
        Map.of(
                "UPDATE sampling_unit SET size = 7 WHERE place = 1", "frame",
                "UPDATE sampling_unit SET stratum = 1 WHERE place = 0", "sizes",
                "UPDATE sampling_unit SET place = 9 WHERE place = 1", "places",
                "UPDATE sampling_unit SET probability = 0.9 WHERE place = 1", "add up",
                "UPDATE sampling_unit SET probability = NULL WHERE place = 1", "range",
                "UPDATE sampling_unit SET stratum = 2 WHERE place = 1", "range",
                "UPDATE sampling_plan SET json = replace(json, 'odd', 'axx')", "order")
            .entrySet()) {
      Path file;
      try (ProjectFile project = project(plan("audit", 6))) {
        file = project.path();
      }
      Damage.plant(file, edit.getKey());
      Damage.sealAnew(file);
      try (ProjectFile project = ProjectFile.open(file)) {
        List<Finding> findings = Verification.of(project);
        assertEquals(1, findings.size(), edit + ": " + findings);
        assertTrue(findings.getFirst().what().contains(edit.getValue()), findings.toString());
      }
      remove(file);
    }
  }

  @Test
  void aMergeOfCopiesIsTheUnionByNameAndOursStay() throws IOException {
    ProjectFile ours = project(plan("both", 4));
    Path copy = folder.resolve("copy.examen");
    ours.close();
    Files.copy(ours.path(), copy);
    try (ProjectFile theirs = ProjectFile.open(copy)) {
      theirs.runInTransaction(writing -> SamplingTable.insert(writing, plan("one", 9)));
      theirs.runInTransaction(writing -> SamplingTable.insert(writing, chosen("two", 6)));
    }
    try (ProjectFile here = ProjectFile.open(ours.path())) {
      here.runInTransaction(writing -> SamplingTable.insert(writing, plan("two", 6)));
      MergeAccount account = Copies.merge(here, copy);
      assertEquals(1, account.samplingPlans());
      assertEquals(
          List.of("1 sampling plans are others here, though they have the same names; ours stay"),
          account.remarks());
      assertEquals(List.of("both", "two", "one"), here.reading(SamplingTable::names));
      assertEquals(Optional.of(plan("two", 6)), here.reading(r -> SamplingTable.of(r, "two")));
      assertEquals(Optional.of(plan("one", 9)), here.reading(r -> SamplingTable.of(r, "one")));
      assertEquals(0, Copies.merge(here, copy).samplingPlans());
      assertEquals(List.of(), Verification.of(here));
    }
  }

  @Test
  void aMergeTakesNoPlanThatWasNeverDrawnSo() throws IOException, SQLException {
    ProjectFile ours = project();
    ours.close();
    for (String edit :
        List.of(
            "UPDATE sampling_unit SET size = 7 WHERE place = 1",
            "UPDATE sampling_plan SET name = 'a' || char(10) || 'b'",
            "UPDATE sampling_plan SET json = '[]'",
            "UPDATE sampling_plan SET name = printf('%.2000c', 'x')")) {
      Path copy = folder.resolve("copy.examen");
      Files.copy(ours.path(), copy);
      try (ProjectFile theirs = ProjectFile.open(copy)) {
        theirs.runInTransaction(writing -> SamplingTable.insert(writing, plan("audit", 6)));
      }
      Damage.plant(copy, edit);
      Damage.sealAnew(copy);
      try (ProjectFile here = ProjectFile.open(ours.path())) {
        MergeAccount account = Copies.merge(here, copy);
        assertEquals(0, account.samplingPlans(), edit);
        assertEquals(
            List.of("1 sampling plans cannot be read, or are not what was drawn"),
            account.remarks(),
            edit);
      }
      remove(copy);
    }
  }

  @Test
  void aRescueKeepsPlansThatAreWholeAndLeavesTheOthersOut() throws SQLException {
    Path file;
    try (ProjectFile project = project(plan("whole", 6), plan("broken", 8))) {
      file = project.path();
    }
    Damage.plant(
        file,
        "UPDATE condition SET value = 'm9' WHERE transcript = '%032x'".formatted(1),
        "UPDATE sampling_unit SET place = 0 WHERE place = 1 AND plan = 2");
    Path target = folder.resolve("rescued.examen");
    RescueReport report = new Rescue(file, target, Projects.ORIGIN).run();
    assertEquals(
        List.of("1 left out that do not read as they were stored: sampling plans"),
        report.remarks());
    assertEquals(1, report.leftOut().size());
    try (ProjectFile project = ProjectFile.open(target)) {
      assertEquals(
          Optional.of(plan("whole", 6)),
          project.reading(reading -> SamplingTable.of(reading, "whole")));
      assertEquals(List.of("whole"), project.reading(SamplingTable::names));
      assertEquals(List.of(), Verification.of(project));
    }
  }

  private static void remove(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
