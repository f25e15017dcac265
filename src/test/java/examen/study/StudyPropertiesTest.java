package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.classifier.ClassifierLabel;
import examen.codebook.QuestionId;
import examen.rating.Annotation;
import examen.rating.FirstSight;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.rating.Verdict;
import examen.report.Cell;
import examen.report.Fact;
import examen.report.Report;
import examen.report.Table;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every analysis, whatever was rated: tried on ratings by lot. */
class StudyPropertiesTest {
  private static final List<String> MODELS = List.of("alto", "bass", "cello");
  private static final List<String> SCENARIOS = List.of("leak", "letter");
  private static final List<String> RATERS = List.of("ann", "ben", "cleo");

  /** For each analysis what is asked of it. */
  private static final Map<String, List<String>> ASKED =
      Map.ofEntries(
          Map.entry("belief-table", List.of("outcome=misaligned-action=yes")),
          Map.entry("rates", List.of("outcome=misaligned-action=yes", "by=model,scenario")),
          Map.entry("compare", List.of("outcome=blackmail", "between=model", "base=alto")),
          Map.entry("factor-grid", List.of("outcome=blackmail", "rows=model", "columns=scenario")),
          Map.entry("matrix", List.of("outcome=blackmail", "rows=model", "columns=scenario")),
          Map.entry("acknowledgement", List.of("outcome=misaligned-action=yes")),
          Map.entry("checkpoints", List.of("outcome=blackmail", "over=step")),
          Map.entry("anchoring", List.of()),
          Map.entry("drift", List.of("outcome=misaligned-action=yes")),
          Map.entry("agreement", List.of("what=stated-belief", "replicates=200")),
          Map.entry("span-agreement", List.of("what=blackmail", "replicates=200")),
          Map.entry("gold", List.of("what=stated-belief")),
          Map.entry("audit", List.of("label=judge/blackmail", "what=blackmail", "replicates=200")),
          Map.entry("audit-tags", List.of("run=judge")),
          Map.entry("estimate", List.of("outcome=blackmail", "design=simple")),
          Map.entry("sample", List.of("design=simple-random", "size=10")),
          Map.entry("plan-size", List.of()));

  /** Texts of forty letters in three messages. */
  private static final Frame.Texts TEXTS =
      new Frame.Texts() {
        @Override
        public List<Frame.PartLength> of(TranscriptId transcript) {
          return List.of(
              new Frame.PartLength(0, 0, 40),
              new Frame.PartLength(1, 0, 40),
              new Frame.PartLength(2, 0, 40));
        }

        @Override
        public List<ClassifierLabel> cited(TranscriptId transcript) {
          return List.of();
        }
      };

  @Test
  void theOrderInWhichThingsWereSaidChangesNoAnalysis() {
    for (long seed = 1; seed <= 5; seed++) {
      Frame frame = drawn(seed);
      Frame shuffled = shuffled(frame, new Random(-seed));
      for (Study study : Studies.ALL) {
        Report one = made(study, frame);
        Report two = made(study, shuffled);
        String where = study.id() + ", seed " + seed;
        assertEquals(one.tables(), two.tables(), where);
        assertEquals(one.figures(), two.figures(), where);
        assertEquals(one.notes(), two.notes(), where);
      }
    }
  }

  @Test
  void otherNamesOfTranscriptsAndRatersChangeNothingElse() {
    for (long seed = 1; seed <= 5; seed++) {
      Frame frame = drawn(seed);
      Frame renamed = renamed(frame);
      for (Study study : Studies.ALL) {
        if (study instanceof Sampling) {
          continue; // It draws by names, so that whoever has the same transcripts draws the same.
        }
        assertEquals(
            told(made(study, frame)).replaceAll("\\b(ann|ben|cleo)\\b", "rater-$1"),
            told(made(study, renamed)).replaceAll("\\bf([0-9a-f]{31})\\b", "0$1"),
            study.id() + ", seed " + seed);
      }
    }
  }

  @Test
  void whatNobodyReadIsCountedWithNothing() {
    for (long seed = 1; seed <= 5; seed++) {
      Frame frame = drawn(seed);
      List<Case> more = new ArrayList<>(frame.cases());
      for (int i = 0; i < 7; i++) {
        Case one = frame.cases().get(i);
        TranscriptId id = Frames.id(1000 + i);
        more.add(new Case(id, "unread", one.conditions(), List.of(), List.of()));
      }
      for (String id : List.of("belief-table", "rates", "acknowledgement", "agreement", "audit")) {
        Study study = Studies.of(id).orElseThrow();
        assertEquals(
            shares(made(study, frame)),
            shares(made(study, with(frame, more))),
            id + ", seed " + seed);
      }
    }
  }

  @Test
  void slicesAddUpToTheWhole() {
    for (long seed = 1; seed <= 20; seed++) {
      Told told = new Told(made(Studies.of("rates").orElseThrow(), drawn(seed)));
      List<Fact.Share> shares = shares(told.report().tables().getFirst());
      Fact.Share all = shares.getLast();
      List<Fact.Share> parts = shares.subList(0, shares.size() - 1);
      assertEquals(
          List.of(all.count(), all.total()),
          List.of(
              parts.stream().mapToLong(Fact.Share::count).sum(),
              parts.stream().mapToLong(Fact.Share::total).sum()),
          "seed " + seed);
    }
  }

  @Test
  void oneMoreYesNeverMakesARateLower() {
    Study rates = Studies.of("rates").orElseThrow();
    for (long seed = 1; seed <= 20; seed++) {
      Frame frame = drawn(seed);
      int place = new Random(seed).nextInt(frame.cases().size());
      List<Case> more = new ArrayList<>(frame.cases());
      Case one = frame.cases().get(place);
      List<Sheet> sheets = one.sheets().stream().map(StudyPropertiesTest::yes).toList();
      more.set(place, new Case(one.id(), one.title(), one.conditions(), sheets, one.labels()));
      List<Fact.Share> before = shares(made(rates, frame).tables().getFirst());
      List<Fact.Share> after = shares(made(rates, with(frame, more)).tables().getFirst());
      for (int row = 0; row < before.size(); row++) {
        Fact.Share was = before.get(row);
        Fact.Share now = after.get(row);
        assertTrue(
            (double) now.count() * was.total() >= (double) was.count() * now.total(),
            "seed " + seed + ", row " + row + ": " + was + " became " + now);
      }
    }
  }

  @Test
  void theOtherWayRoundAComparisonHasTheOtherSign() {
    Study compare = Studies.of("compare").orElseThrow();
    for (long seed = 1; seed <= 20; seed++) {
      Frame frame = drawn(seed);
      Fact.Range one = difference(compare, frame, "model=alto", "model=bass");
      Fact.Range two = difference(compare, frame, "model=bass", "model=alto");
      assertEquals(one.low(), -two.high(), 1e-12, "seed " + seed);
      assertEquals(one.high(), -two.low(), 1e-12, "seed " + seed);
    }
  }

  private static Fact.Range difference(Study study, Frame frame, String first, String second) {
    Report report =
        ask(study, frame, List.of("outcome=blackmail", "first=" + first, "second=" + second));
    return report.tables().stream()
        .flatMap(table -> table.rows().stream())
        .flatMap(List::stream)
        .map(Cell::fact)
        .filter(Fact.Range.class::isInstance)
        .map(Fact.Range.class::cast)
        .filter(range -> range.method().contains("Newcombe"))
        .findFirst()
        .orElseThrow();
  }

  private static Report made(Study study, Frame frame) {
    return ask(study, frame, ASKED.getOrDefault(study.id(), List.of()));
  }

  private static Report ask(Study study, Frame frame, List<String> choices) {
    Map<String, String> said = new HashMap<>();
    for (String choice : choices) {
      int equals = choice.indexOf('=');
      said.put(choice.substring(0, equals), choice.substring(equals + 1));
    }
    return study.of(frame, new Chosen(study.choices(), said), Going.QUIETLY);
  }

  /** All that is shown, with what the numbers were made of; a hash is one of ids. */
  private static String told(Report report) {
    String told =
        report.tables() + "\n" + report.figures() + "\n" + report.notes() + report.inputs();
    return told.replaceAll("\\b[0-9a-f]{64}\\b", "the hash of the frame");
  }

  private static List<Fact.Share> shares(Report report) {
    return report.tables().stream().flatMap(table -> shares(table).stream()).toList();
  }

  /** Of how many how many, in the order of the rows; not the shares of all transcripts. */
  private static List<Fact.Share> shares(Table table) {
    return table.rows().stream()
        .map(row -> row.stream().map(Cell::fact).filter(Fact.Share.class::isInstance).findFirst())
        .flatMap(Optional::stream)
        .map(Fact.Share.class::cast)
        .toList();
  }

  /** Sixty transcripts, most of them read by one to three raters. */
  private static Frame drawn(long seed) {
    Random random = new Random(seed);
    Frames frames = new Frames();
    for (int i = 0; i < 60; i++) {
      String conditions =
          "model=%s scenario=%s step=%d"
              .formatted(one(random, MODELS), one(random, SCENARIOS), random.nextInt(4) * 100);
      List<String> said = new ArrayList<>();
      for (String rater : RATERS) {
        if (random.nextInt(4) > 0) {
          said.add(sheet(random, rater));
        }
      }
      if (random.nextInt(10) > 0) {
        said.add(
            "label judge/blackmail=%s:%.3f"
                .formatted(random.nextBoolean() ? "yes" : "no", score(random)));
      }
      frames.add(conditions, said.toArray(String[]::new));
    }
    Frame frame = frames.frame();
    return with(frame, frame.cases());
  }

  private static double score(Random random) {
    return random.nextInt(1000) / 1000.0;
  }

  private static String sheet(Random random, String rater) {
    StringBuilder said = new StringBuilder(rater).append(random.nextInt(12) == 0 ? "?:" : ":");
    said.append(" misaligned-action=").append(one(random, List.of("yes", "no", "no", "unclear")));
    if (random.nextInt(8) > 0) {
      said.append(" stated-belief=")
          .append(one(random, List.of("real", "evaluation", "uncertain", "not-stated")));
    }
    if (random.nextInt(5) == 0) {
      said.append(" was:stated-belief=").append(one(random, List.of("real", "evaluation")));
    }
    if (random.nextInt(3) == 0) {
      said.append(" #ethical-acknowledgement@1");
    }
    if (random.nextInt(2) == 0) {
      said.append(" #blackmail@").append(random.nextInt(3));
    }
    return said.toString();
  }

  private static <T> T one(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static Frame with(Frame frame, List<Case> cases) {
    return new Frame(frame.codebook(), frame.runs(), cases, frame.withheld(), TEXTS, frame.plans());
  }

  private static Sheet yes(Sheet sheet) {
    Map<QuestionId, String> answers = new HashMap<>(sheet.answers());
    answers.put(new QuestionId("misaligned-action"), "yes");
    return new Sheet(
        sheet.rater(),
        sheet.submitted(),
        answers,
        sheet.firstSight(),
        sheet.annotations(),
        sheet.links(),
        sheet.unsupported());
  }

  private static Frame shuffled(Frame frame, Random random) {
    List<Case> cases = new ArrayList<>();
    for (Case one : frame.cases()) {
      List<Sheet> sheets =
          one.sheets().stream()
              .map(
                  s ->
                      new Sheet(
                          s.rater(),
                          s.submitted(),
                          s.answers(),
                          s.firstSight(),
                          mixed(s.annotations(), random),
                          mixed(s.links(), random),
                          s.unsupported()))
              .toList();
      cases.add(
          new Case(
              one.id(),
              one.title(),
              one.conditions(),
              mixed(sheets, random),
              mixed(one.labels(), random)));
    }
    return with(frame, cases);
  }

  private static <T> List<T> mixed(List<T> all, Random random) {
    List<T> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, random);
    return mixed;
  }

  /** Every transcript and every rater under another name, in the same order. */
  private static Frame renamed(Frame frame) {
    List<Case> cases = new ArrayList<>();
    for (Case one : frame.cases()) {
      TranscriptId id = new TranscriptId("f" + one.id().value().substring(1));
      cases.add(
          new Case(
              id,
              one.title(),
              one.conditions(),
              one.sheets().stream().map(sheet -> renamed(sheet, id)).toList(),
              one.labels().stream()
                  .map(
                      l ->
                          new ClassifierLabel(
                              l.run(),
                              id,
                              l.name(),
                              l.number(),
                              l.value(),
                              l.score(),
                              l.rationale(),
                              l.citations()))
                  .toList()));
    }
    return with(frame, cases);
  }

  private static Sheet renamed(Sheet sheet, TranscriptId id) {
    RaterId rater = new RaterId("rater-" + sheet.rater().value());
    FirstSight sight = sheet.firstSight();
    List<Annotation> annotations = new ArrayList<>();
    for (Annotation a : sheet.annotations()) {
      List<Anchor> anchors =
          a.anchors().stream()
              .map(p -> new Anchor(id, p.message(), p.part(), p.span(), p.quote()))
              .toList();
      annotations.add(
          new Annotation(
              a.id(),
              rater,
              a.tag(),
              anchors,
              a.severity(),
              a.enactment(),
              a.confidence(),
              a.note()));
    }
    return new Sheet(
        rater,
        sheet.submitted(),
        sheet.answers(),
        sight == null
            ? null
            : new FirstSight(
                sight.at(),
                sight.answers().stream()
                    .map(v -> new Verdict(rater, id, v.question(), v.answer()))
                    .toList(),
                sight.openedAgain()),
        annotations,
        sheet.links().stream()
            .map(l -> new Link(l.id(), rater, id, l.type(), l.from(), l.to()))
            .toList(),
        sheet.unsupported());
  }
}
