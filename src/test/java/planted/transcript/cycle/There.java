package planted.transcript.cycle;

/** One half of a cycle of packages. */
public record There(planted.transcript.back.Again again) {}
