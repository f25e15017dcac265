package planted.codebook;

/** A codebook must not know transcripts. */
public record KnowsTranscripts(planted.transcript.Target mistake) {}
