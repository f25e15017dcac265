package planted.highlight;

/** Rules must not parse files. */
public record ParsesJson(com.fasterxml.jackson.databind.JsonNode mistake) {}
