package examen.desktop;

import examen.app.Boundary;
import examen.app.Surroundings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the window is opened with.
 *
 * @param settings the file with what the user chose for all projects
 * @param project the file to open, made where it is not there; null for the start page
 * @param sample whether that is the sample project, which is brought up to date first
 * @param rater id or name of who rates; null for who this user has said they are
 */
public record Launch(
    Surroundings surroundings,
    Path settings,
    Boundary boundary,
    @Nullable Path project,
    boolean sample,
    @Nullable String rater) {}
