/** What may be looked for in texts: the language of queries, words, and patterns. */
@NullMarked
package examen.app.search;

import org.jspecify.annotations.NullMarked;
