package examen.app;

/** Something wrong with a project: what, where, and what to do about it. */
public record Finding(String what, String where, String advice) {}
