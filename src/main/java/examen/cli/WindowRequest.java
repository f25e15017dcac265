package examen.cli;

import examen.rating.RaterId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the window is to show.
 *
 * @param project the file to open, made where it is not there; null for the start page
 * @param sample whether that is the sample project, to be brought up to date first
 */
public record WindowRequest(@Nullable Path project, boolean sample, RaterId rater) {}
