package planted.stats;

/** Statistics must not know raters. */
public record KnowsRaters(planted.rating.Target mistake) {}
