package examen.app;

import examen.transcript.Anchor;
import examen.transcript.Role;

/**
 * A place that was found in a project.
 *
 * @param title of the transcript
 * @param kind of the part: {@code text}, {@code reasoning}, {@code tool-call} or {@code
 *     tool-result}
 * @param before what stands before it in the part, short
 * @param after what stands after it
 */
public record SearchHit(
    Anchor anchor, String title, Role role, String kind, String before, String after) {}
