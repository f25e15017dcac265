package examen.desktop.shell;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the window says beside what is read: saved when, by whom, what an undo would take back, what
 * went wrong.
 */
public final class ShellViewModel {
  private final ObjectProperty<@Nullable LocalTime> saved = new SimpleObjectProperty<>();
  private final StringProperty rater = new SimpleStringProperty("");
  private final IntegerProperty undecided = new SimpleIntegerProperty();
  private final StringProperty undo = new SimpleStringProperty("");
  private final StringProperty activity = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final ObjectProperty<Workspace> workspace = new SimpleObjectProperty<>(Workspace.REVIEW);
  private final BooleanProperty empty = new SimpleBooleanProperty(true);
  private final BooleanProperty history = new SimpleBooleanProperty();
  private final StringProperty notice = new SimpleStringProperty("");
  private final BooleanProperty who = new SimpleBooleanProperty();
  private final StringProperty care = new SimpleStringProperty("");
  private final Intake intake;

  /** What is done to take transcripts in. */
  public interface Intake {
    /** Asks what is to be imported. */
    void open();

    /** Looks at the files and folders that were dropped on the window. */
    void drop(List<Path> files);
  }

  public ShellViewModel(Intake intake) {
    this.intake = intake;
  }

  /** When the latest change was on disk; null before the first. */
  public ObjectProperty<@Nullable LocalTime> savedProperty() {
    return saved;
  }

  public StringProperty raterProperty() {
    return rater;
  }

  /** Highlights of this transcript that the rater has neither accepted nor rejected. */
  public IntegerProperty undecidedProperty() {
    return undecided;
  }

  /**
   * What the next undo would take back, such as {@code tag blackmail}; empty where there is
   * nothing.
   */
  public StringProperty undoProperty() {
    return undo;
  }

  /** What is going on for longer, such as an import; empty where nothing is. */
  public StringProperty activityProperty() {
    return activity;
  }

  /** One line that says what went wrong; empty where nothing did. Dismissing it empties it. */
  public StringProperty problemProperty() {
    return problem;
  }

  /**
   * What holds for as long as the project is open and is to be known, such as that nothing can be
   * changed; empty where nothing is.
   */
  public StringProperty noticeProperty() {
    return notice;
  }

  /** Whether the project has no transcript yet. */
  public BooleanProperty emptyProperty() {
    return empty;
  }

  /** What the window is used for now. */
  public ObjectProperty<Workspace> workspaceProperty() {
    return workspace;
  }

  /** Whether the list of steps is shown. */
  public BooleanProperty historyProperty() {
    return history;
  }

  /** Whether it is asked who rates. */
  public BooleanProperty whoProperty() {
    return who;
  }

  /** What is said for the reader's own good; empty where nothing is. Pressing it empties it. */
  public StringProperty careProperty() {
    return care;
  }

  void openImport() {
    intake.open();
  }

  void drop(List<Path> files) {
    intake.drop(files);
  }
}
