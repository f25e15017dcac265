package examen.stats;

/**
 * A number with what the bootstrap says of it.
 *
 * @param standardError the standard deviation of the draws
 * @param draws how many draws there were
 * @param undefined in how many of them there was no such number
 */
public record Bootstrapped(
    Result value, Bounds interval, Result standardError, int draws, int undefined) {}
