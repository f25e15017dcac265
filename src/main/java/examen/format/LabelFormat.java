package examen.format;

/**
 * A way in which what classifiers said is kept apart from the transcripts. Its files are read after
 * all others, so that labels find the transcripts that come with them.
 */
public interface LabelFormat extends TranscriptFormat {}
