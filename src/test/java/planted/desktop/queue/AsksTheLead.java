package planted.desktop.queue;

/** Planted: gives a rater's queue what only leads know. */
record AsksTheLead(planted.app.Lead lead) {}
