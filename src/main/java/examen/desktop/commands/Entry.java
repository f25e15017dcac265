package examen.desktop.commands;

import java.util.function.Supplier;

/**
 * One line of the palette.
 *
 * @param id what stays the same when the list is made anew
 * @param words what is shown, and found
 * @param more what is found besides, such as the id of a transcript; not shown
 * @param keys as they are on the keyboard; empty for none
 * @param refusal why it cannot be done now; empty if it can
 */
public record Entry(
    String id, String words, String more, String keys, Supplier<String> refusal, Runnable run) {}
