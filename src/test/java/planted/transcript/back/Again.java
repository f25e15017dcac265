package planted.transcript.back;

/** The other half. */
public record Again(planted.transcript.cycle.There there) {}
