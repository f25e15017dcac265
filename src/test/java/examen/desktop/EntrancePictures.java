package examen.desktop;

import examen.app.settings.Appearance;
import examen.desktop.fx.Texts;
import examen.desktop.welcome.WhoView;
import examen.desktop.welcome.WhoViewModel;
import examen.rating.Rater;
import examen.rating.RaterId;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures of what is asked before a project is shown, written to target/screens for people to look
 * at. A program: run it when what is seen has changed.
 */
public final class EntrancePictures {
  private static final List<String> NAMES =
      List.of(
          "Ann Miller",
          "Maximiliane-Charlotte von Hohenberg-Wallersteinhausen, Inst. 4",
          "\u05de\u05e8\u05d9\u05dd \u05d1\u05df-\u05d3\u05d5\u05d3",
          "\u0644\u064a\u0644\u0649 \u0627\u0644\u062d\u0633\u064a\u0646\u064a (lab 3)",
          "\u4f50\u85e4 \u82b1\u5b50");

  private EntrancePictures() {}

  public static void main(String[] args) throws Exception {
    Ui.start();
    for (int raters : new int[] {0, 1, 5, 40}) {
      take("free-" + raters, raters, false);
      if (raters > 0) {
        take("fixed-" + raters, raters, true);
      }
    }
    System.exit(0);
  }

  private static void take(String name, int raters, boolean fixed) throws Exception {
    pictures(name + "-1280", 1280, 100, question(raters, fixed));
    pictures(name + "-1920", 1920, 100, question(raters, fixed));
    pictures(name + "-1280-200", 1280, 200, question(raters, fixed));
  }

  private static WhoViewModel.Question question(int count, boolean fixed) {
    List<Rater> raters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = i < NAMES.size() ? NAMES.get(i) : "Rater number " + (i + 1);
      raters.add(new Rater(new RaterId("r" + i), name));
    }
    return new WhoViewModel.Question(null, raters, fixed, rater -> {}, () -> {});
  }

  private static void pictures(
      String name, double width, int percent, WhoViewModel.Question question) throws Exception {
    WhoViewModel who = new WhoViewModel(() -> new RaterId("new"));
    WhoView view = Ui.fx(() -> new WhoView(who, Texts.load()).asPage());
    Appearance look = Appearance.DEFAULT.withFontPercent(percent);
    try (Ui ui = Ui.show(() -> view, width, width * 0.6)) {
      Ui.fx(
          () -> {
            who.ask(question);
            return 0;
          });
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)) {
        Ui.fx(
            () -> {
              theme.apply(ui.scene(), look);
              return 0;
            });
        Ui.pulses(4);
        Ui.fx(
            () -> {
              Screens.write(view, "who-" + name + "-" + theme.wire());
              return 0;
            });
      }
    }
  }
}
