package planted.classifier;

/** Classifiers must not know raters. */
public record KnowsRaters(planted.rating.Target mistake) {}
