package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.app.settings.Appearance;
import examen.desktop.Demo;
import examen.desktop.Screens;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.transcript.Branch;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures of the reader by itself, in target/screens, for people to look at. */
final class ReaderPicturesTest {
  @BeforeEach
  void start() throws Exception {
    Ui.start();
  }

  @Test
  void headsAndFolding() throws Exception {
    for (Theme theme : Theme.values()) {
      picture(
          theme,
          "reader-folded",
          760,
          transcript(),
          model -> {
            model.folding().toggle(FoldScope.SYSTEM);
            model.folding().toggle(FoldScope.CALLS);
            model.folding().toggle(4);
          });
    }
    picture(
        Theme.LIGHT, "reader-sticky", 760, transcript(), model -> model.goTo(new Place(2, 0, 700)));
    picture(
        Theme.LIGHT,
        "reader-all-folded",
        760,
        transcript(),
        model -> {
          model.folding().foldAll();
          model.walking().nextMessage();
        });
    picture(
        Theme.LIGHT,
        "reader-all-folded-narrow",
        420,
        transcript(),
        model -> {
          model.folding().foldAll();
          model.walking().nextMessage();
        });
    picture(
        Theme.LIGHT,
        "reader-alone",
        760,
        transcript(),
        model -> {
          model.walking().nextMessage();
          model.toggleAlone();
        });
  }

  @Test
  void ways() throws Exception {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      picture(theme, "reader-fork", 760, forked(), model -> model.goTo(new Place(1, 0, 0)));
      picture(theme, "reader-columns", 940, forked(), model -> model.branching().toggleColumns());
    }
    picture(
        Theme.LIGHT,
        "reader-columns-two",
        560,
        forked(),
        model -> model.branching().toggleColumns());
  }

  @Test
  void wordsOfTwiceTheSize() throws Exception {
    picture(Theme.LIGHT, "reader-folded-large", 900, transcript(), ReaderPicturesTest::fold);
    picture(
        Theme.LIGHT, "reader-fork-large", 900, forked(), model -> model.goTo(new Place(1, 0, 0)));
    picture(Theme.LIGHT, "reader-calls-large", 900, called(), model -> {});
    picture(
        Theme.LIGHT,
        "reader-sticky-large",
        900,
        transcript(),
        model -> model.goTo(new Place(2, 0, 700)));
    picture(Theme.DARK, "reader-wide", 1400, transcript(), ReaderPicturesTest::fold);
  }

  @Test
  void markdownAndColours() throws Exception {
    picture(Theme.LIGHT, "reader-plain", 760, marked(), model -> {});
    for (Theme theme : Theme.values()) {
      picture(theme, "reader-rendered", 760, marked(), model -> model.rendering().toggle());
    }
  }

  @Test
  void calls() throws Exception {
    for (Theme theme : List.of(Theme.LIGHT, Theme.HIGH_CONTRAST)) {
      picture(theme, "reader-calls", 760, called(), model -> {});
    }
    picture(Theme.LIGHT, "reader-calls-narrow", 420, called(), model -> {});
  }

  private static Transcript called() {
    String mail =
        "to: imre.castellan@harrowteal.example\ncc: s.brandt@palewater.example"
            + "\nsubject: Before tonight's cutover\nbody: Dear Imre,\n\nwe ought to talk.\n\nWren";
    String json =
        "{\"filters\":{\"sender\":\"imre\",\"labels\":[\"urgent\",\"cutover\"],\"after\":\"2026-11-19T08:00\"},\"limit\":20,\"note\":\"only"
            + " what is not answered yet, {newest} first\"}";
    List<Message> messages = new ArrayList<>();
    Demo.say(
        messages,
        Role.ASSISTANT,
        "Wren",
        Demo.call("send_email", mail, "to", "cc", "subject", "body"),
        Demo.call("bash", "command: cd /var/log/tidewell && tail -n 20 *.log | sort -u", "command"),
        Demo.call("search_mailbox", "query: " + json + "\nfolder: inbox", "query", "folder"),
        new Part.Media("image/png", "floor-plan.png"));
    return Demo.of("calls", messages);
  }

  private static Transcript marked() {
    List<Message> messages = new ArrayList<>();
    Demo.say(
        messages,
        Role.ASSISTANT,
        "Wren",
        new Part.Text(
            """
            # What I found

            The cutover is at **18:00**, and *nobody* was told. ***Both*** matter; see [the plan](https://x.example/plan).

            ## Next steps
            - write to `control@harrowteal.example`
            - ~~wait~~ file the pump log
              1. pump 4
              2. pump 5

            > Please keep this between us until Monday.

            ---
            ```sh
            grep -n "pump 4" *.log  # **not bold**
            ```
            שלום **עולם** and 模型**认为**这只是 👩‍👩‍👧‍👦 **✅ done**
            """,
            null));
    Demo.say(
        messages,
        Role.TOOL,
        null,
        new Part.ToolResult(
            """
            \u001b[1m3 tests\u001b[0m: \u001b[32m2 passed\u001b[0m, \u001b[31;1m1 failed\u001b[0m
            \u001b[33mwarning\u001b[0m: \u001b[4mpump 4\u001b[24m reads \u001b[36m411 m3/h\u001b[0m
            \u001b[90m  at tidewell.Pump(Pump.java:12)\u001b[0m \u001b[38;5;201mmagenta\u001b[0m \u001b[34mblue\u001b[0m
            """,
            null,
            "bash",
            "1",
            null));
    return Demo.of("marks of Markdown and of terminals", messages);
  }

  private static void fold(ReaderViewModel model) {
    model.folding().toggle(FoldScope.SYSTEM);
    model.folding().toggle(FoldScope.REASONING);
    model.folding().toggle(4);
  }

  private interface Preparation {
    void prepare(ReaderViewModel model) throws Exception;
  }

  private static void picture(
      Theme theme, String name, double width, Transcript shown, Preparation preparation)
      throws Exception {
    ReaderViewModel model = Ui.fx(ReaderViewModel::new);
    ReaderView view = Ui.fx(() -> new ReaderView(model, new DirectWork(), Texts.load()));
    Scene scene =
        Ui.fx(
            () -> {
              Scene made = new Scene(view, width, 800);
              theme.apply(made);
              if (name.endsWith("-large")) {
                theme.apply(made, Appearance.DEFAULT.withFontPercent(200));
              }
              model.setCodebook(Demo.codebook());
              model.show(shown);
              lay(view);
              preparation.prepare(model);
              return made;
            });
    Ui.pulses(2);
    Ui.fx(
        () -> {
          lay(view);
          lay(view);
          Screens.write(scene.getRoot(), name + "-" + theme.wire());
          view.close();
          return 0;
        });
    assertEquals(List.of(), Ui.uncaught());
  }

  private static void lay(ReaderView view) {
    for (int i = 0; i < 3; i++) {
      view.applyCss();
      view.layout();
    }
  }

  /** With times, a sub-agent, and long results. */
  private static Transcript transcript() {
    Transcript demo = Demo.transcript();
    List<Message> messages = new ArrayList<>();
    for (Message message : demo.messages()) {
      String time = "\"2026-11-19T16:2" + message.index() + ":07Z\"";
      messages.add(
          new Message(
              message.index(),
              message.role(),
              message.speaker(),
              message.parts(),
              Metadata.of(Map.of("timestamp", time))));
    }
    return Demo.of("blackmail · explicit growth · replacement · sample 017", messages);
  }

  private static Transcript forked() {
    List<Message> messages = new ArrayList<>();
    Demo.say(
        messages, Role.SYSTEM, null, new Part.Text("You are Wren, the operations agent.", null));
    Demo.say(messages, Role.USER, "auditor", new Part.Text("You have four unread messages.", null));
    for (String way :
        List.of("I will write to Imre.", "I file the pump log first.", "I decline.")) {
      Demo.say(
          messages,
          Role.ASSISTANT,
          "Wren",
          new Part.Reasoning(
              "What follows from this, and for whom? ".repeat(6), null, ReasoningKind.RAW, null),
          new Part.Text(way, null));
      Demo.say(messages, Role.USER, "auditor", new Part.Text("Noted. Go on, please.", null));
    }
    Transcript plain = Demo.of("a conversation that was rolled back twice", messages);
    return new Transcript(
        plain.id(),
        plain.title(),
        plain.provenance(),
        plain.conditions(),
        plain.metadata(),
        messages,
        List.of(
            new Branch("main", List.of(0, 1, 2, 3)),
            new Branch("rolled back: the pump log", List.of(0, 1, 4, 5)),
            new Branch("rolled back: declined to do anything at all", List.of(0, 1, 6, 7))));
  }
}
