package planted.report;

/** A report is data and must not know who made it. */
public record KnowsStudies(planted.study.Target mistake) {}
