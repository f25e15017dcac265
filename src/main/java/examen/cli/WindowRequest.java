package examen.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the window is to show.
 *
 * @param project the file to open, made where it is not there; null for the start page
 * @param sample whether that is the sample project, to be brought up to date first
 * @param rater id or name of who rates; null for who this user has said they are
 */
public record WindowRequest(@Nullable Path project, boolean sample, @Nullable String rater) {}
