package examen.desktop.shell;

import examen.app.JudgedHighlight;
import examen.app.OwnRatings;
import examen.desktop.inspector.InspectorViewModel;
import examen.desktop.inspector.QuestionsViewModel;
import examen.desktop.queue.QueueViewModel;
import examen.desktop.reader.Place;
import examen.desktop.reader.ReaderViewModel;
import examen.desktop.source.SourceViewModel;
import examen.rating.AnnotationId;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;

/** The transcript that is being reviewed: has it read, and shows it in all panels. */
final class Desk {
  private final Session session;
  private final Panels panels;
  private final QuestionsViewModel questions;
  private final RulePlaces places;
  private final Ahead ahead;

  /** Where it is shown. */
  record Panels(
      QueueViewModel queue,
      ReaderViewModel reader,
      InspectorViewModel inspector,
      SourceViewModel source,
      ShellViewModel shell) {}

  Desk(Session session, Panels panels, QuestionsViewModel questions, RulePlaces places) {
    this.session = session;
    this.panels = panels;
    this.questions = questions;
    this.places = places;
    ahead = new Ahead(session);
  }

  /** Has a transcript read and shown: its text first, where to find highlights takes long. */
  void open(TranscriptId id) {
    session
        .work()
        .query(
            "open",
            () -> Opened.readQuickly(id, session.workbench(), session.rater()),
            this::opened);
  }

  /** Has what is highlighted in the transcript that is shown read anew. */
  void readHighlights(TranscriptId id) {
    session
        .work()
        .query(
            "open",
            () -> Opened.read(id, session.workbench(), session.rater()),
            this::showHighlights);
  }

  /** Puts the caret of what is marked on this annotation. */
  void choose(AnnotationId annotation) {
    panels.reader().current().choose(annotation);
  }

  /**
   * Shows what holds now of a transcript.
   *
   * @param goThere whether it is opened if another is shown
   */
  void show(Ratings ratings, boolean goThere) {
    TranscriptId concerned = ratings.transcript();
    panels
        .queue()
        .row(concerned)
        .map(row -> QueueRows.with(row, ratings))
        .ifPresent(panels.queue()::update);
    Transcript shown = panels.reader().transcriptProperty().get();
    if (shown == null || !shown.id().equals(concerned)) {
      if (goThere) {
        panels.queue().select(concerned);
      }
    } else {
      boolean seesOther = questions.isSubmitted() != ratings.isSubmitted();
      showRatings(ratings);
      if (seesOther) {
        open(concerned);
      }
    }
  }

  private void showRatings(Ratings ratings) {
    OwnRatings own = ratings.own();
    ReaderViewModel reader = panels.reader();
    reader.linked().show(own.links(), own.annotations(), own.unsupported());
    reader.marking().setRatings(own.decisions(), own.annotations());
    panels.inspector().current().setRatings(own);
    panels.inspector().setAnnotations(own.annotations());
    questions.show(ratings.answers(), ratings.submittedAt());
    panels
        .shell()
        .undecidedProperty()
        .set((int) reader.marking().judged().stream().filter(JudgedHighlight::isUndecided).count());
  }

  private void opened(Opened opened) {
    ReaderViewModel reader = panels.reader();
    Transcript before = reader.transcriptProperty().get();
    Place caret = reader.caretProperty().get();
    reader.show(opened.transcript());
    panels.source().show(opened.transcript() == null ? null : opened.transcript().id());
    if (before != null && before.id().equals(opened.ratings().transcript())) {
      reader.goTo(caret);
    } else {
      questions.begin();
    }
    showHighlights(opened);
    if (opened.highlighted() == null) {
      readHighlights(opened.ratings().transcript());
    }
  }

  private void showHighlights(Opened opened) {
    Highlighted found = opened.highlighted();
    Highlighted highlighted = found == null ? Highlighted.NOTHING : found;
    panels
        .inspector()
        .setRecommended(highlighted.recommended().likelihoods(), highlighted.learning());
    panels.inspector().setLoose(highlighted.loose());
    panels.reader().setHighlights(highlighted.all());
    showRatings(opened.ratings());
    panels.shell().undoProperty().set(opened.undo());
    places.arrived(opened.transcript());
    if (found != null) {
      ahead.want(panels.queue().neighbours());
    }
  }
}
