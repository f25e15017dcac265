package examen.classifier;

/**
 * A set of machine verdicts that belong together.
 *
 * @param id what labels name it by: unique in the project, from its source and name
 * @param name of the classifier, such as the scorer or the judge model
 * @param version of the classifier where the source says it, else empty
 * @param source the file or run it came with
 */
public record ClassifierRun(String id, String name, String version, String source) {}
