package examen.desktop.shell;

import examen.app.Workbench;
import examen.desktop.fx.FxWork;
import examen.rating.RaterId;

/** One rater at one project, and how what takes time is done for them. */
record Session(Workbench workbench, RaterId rater, FxWork work) {}
