package examen.app;

import examen.app.queue.QueueFilter;

/** A filter of the queue that a rater kept under a name. */
public record SavedFilter(String name, QueueFilter filter) {}
