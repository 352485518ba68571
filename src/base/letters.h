/* letters.h: what people's texts are made of (Unicode, by libunistring).
 *
 * The same word can be written in several ways that look alike, and much that is pasted cannot be seen at all. Every
 * text given here is UTF-8 without NUL (text_is_utf8()) unless said otherwise; what is returned belongs to the arena,
 * or is the text itself where nothing had to change.
 */
#ifndef BASE_LETTERS_H
#define BASE_LETTERS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* n bytes in normalisation form C (UAX 15): "a" and a ring become "å". *length (may be NULL) is the result's. NULL if
 * they are no UTF-8. */
const char *letters_composed(struct arena *a, const char *s, size_t n, size_t *length);

/* In form C and with the difference of capital and small letters taken away, to be compared. */
const char *letters_folded(struct arena *a, const char *s);

/* In small letters without their marks, as the search writes words (styrbord.fold() in sql/repeatable/050_search.sql):
 * "Ångström" becomes "angstrom", "Bærum" "baerum". */
const char *letters_plain(struct arena *a, const char *s, size_t n);

/* Is it part of a word: a letter or a digit of any script? */
bool letters_in_word(uint32_t c);

/* The character at s; returns where the next one begins, NULL at the end. */
const char *letters_next(const char *s, uint32_t *c);

/* White space of any script, no-break and ideographic ones included. */
bool letters_is_blank(uint32_t c);

/* Without the blanks around it: white space, and what is as good as that (zero-width space, byte order mark, soft
 * hyphen, Hangul filler, empty Braille cell). Joiners and variation selectors stay, since emoji end in them. */
const char *letters_trimmed(struct arena *a, const char *s);

/* Whether there is anything to read in it: more than blanks, marks that stand on nothing, and invisible characters. */
bool letters_readable(const char *s);

/* Line ends made one: CR LF and CR, and the vertical tab, form feed, next line (U+0085), line and paragraph separator
 * (U+2028, U+2029) that slides and word processors write, become \n. A text of one line (`lines` false) gets a blank
 * for the last five, and its CR and LF stay. */
const char *letters_lines(struct arena *a, const char *s, bool lines);

/* Where the first character stands that is none to be kept: a control character other than tab, CR and LF, or one of
 * the code points that Unicode says are no characters. NULL: there is none. */
const char *letters_refused(const char *s);

/* Ends every change of writing direction within the text (UAX 9): opened embeddings, overrides and isolates are closed
 * at its end, closing ones that close nothing go. Nobody sees these characters or knows how they came into what was
 * pasted, so they are no reason to refuse it; but left open they would turn around what a page, a list or a mail writes
 * after it. */
const char *letters_closed(struct arena *a, const char *s);

/* Whether a letter in it is written from right to left. */
bool letters_turn(const char *s);

#endif
