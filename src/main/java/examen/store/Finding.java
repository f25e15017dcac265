package examen.store;

/**
 * Something that is wrong with a project file.
 *
 * @param what one line, without text from transcripts
 * @param where the place, such as {@code step 17, 0199…}
 * @param whatToDo one line of advice
 */
public record Finding(String what, String where, String whatToDo) {}
