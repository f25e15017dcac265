package examen.desktop.others;

import examen.app.Others;
import examen.codebook.Codebook;
import examen.codebook.Question;
import examen.codebook.Tag;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.rating.Annotation;
import examen.rating.HighlightDecision;
import examen.rating.Link;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What classifiers and others say of the transcript that is open. That it is shown is recorded; so
 * it is shown only to one who asked for it and was told that.
 */
public final class OthersViewModel {
  /** How far one has got with asking. */
  public sealed interface State {
    /** It may not be shown now. */
    record NotYet() implements State {}

    /** It would be recorded that it is shown. */
    record Asks() implements State {}

    /** It was shown, and this is it. */
    record Shown(List<Line> lines) implements State {
      public Shown {
        lines = List.copyOf(lines);
      }
    }
  }

  /**
   * One thing that somebody says.
   *
   * @param who a classifier or a rater
   * @param what the label, tag or question, and the value or answer
   * @param words a quote, a rationale or a note; may be empty
   */
  public record Line(String who, String what, String words) {}

  /** What the project says; not asked on the screen's thread. */
  public interface Asks {
    /** Whether it may be shown now. */
    boolean isAllowed();

    /** Whether it is recorded already that it was shown. */
    boolean isShown();

    /** Records that it is shown; the reason if that cannot be. */
    String record();

    Others others();
  }

  /**
   * What is done elsewhere.
   *
   * @param asks about the transcript that is open
   * @param shown shows what may be shown from now on
   * @param problem tells why something was not done
   */
  public record Means(
      FxWork work,
      Supplier<Asks> asks,
      Runnable shown,
      java.util.function.Consumer<String> problem) {}

  private final Means means;
  private final Codebook codebook;
  private final Texts texts;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.NotYet());

  public OthersViewModel(Means means, Codebook codebook, Texts texts) {
    this.means = means;
    this.codebook = codebook;
    this.texts = texts;
  }

  public BooleanProperty openProperty() {
    return open;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state;
  }

  /** Opens the sheet for the transcript that is open. */
  public void open() {
    Asks asks = means.asks().get();
    means
        .work()
        .query(
            "others",
            () -> state(asks),
            now -> {
              state.set(now);
              open.set(true);
            });
  }

  /** Has it recorded, and then shown. */
  public void show() {
    Asks asks = means.asks().get();
    means
        .work()
        .command(
            asks::record,
            refusal -> {
              if (refusal.isEmpty()) {
                means.shown().run();
              } else {
                means.problem().accept(refusal);
              }
              open();
            });
  }

  private State state(Asks asks) {
    if (asks.isShown()) {
      return new State.Shown(lines(asks.others()));
    }
    return asks.isAllowed() ? new State.Asks() : new State.NotYet();
  }

  private List<Line> lines(Others others) {
    List<Line> lines = new ArrayList<>();
    for (Others.Said said : others.labels()) {
      String rationale = said.label().rationale();
      lines.add(
          new Line(
              (said.run().name() + " " + said.run().version()).strip(),
              said.label().name() + ": " + said.label().value(),
              rationale == null ? "" : rationale));
    }
    Function<Thing, List<Line>> line = this::of;
    others.peers().stream().map(line).forEach(lines::addAll);
    return lines;
  }

  /** What a review or a link is, the other lines say already. */
  private List<Line> of(Thing thing) {
    String who = thing.rater().value();
    return switch (thing) {
      case Annotation annotation ->
          List.of(
              new Line(
                  who,
                  codebook.tag(annotation.tag()).map(Tag::name).orElse(annotation.tag().value()),
                  words(annotation)));
      case Verdict verdict ->
          List.of(
              new Line(
                  who,
                  codebook
                          .question(verdict.question())
                          .map(Question::text)
                          .orElse(verdict.question().value())
                      + " "
                      + verdict.answer(),
                  ""));
      case HighlightDecision decision ->
          List.of(
              new Line(
                  who,
                  texts.get(
                      "others.highlight",
                      decision.highlight().category(),
                      decision.outcome().wire()),
                  decision.highlight().anchor().quote()));
      case Review _, Reveal _, Link _, Unsupported _ -> List.of();
    };
  }

  private String words(Annotation annotation) {
    String quote = texts.get("others.quote", annotation.anchors().getFirst().quote());
    return annotation.note().isEmpty() ? quote : quote + "\n" + annotation.note();
  }
}
