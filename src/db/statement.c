#include "db/statement.h"

#include "base/log.h"
#include "statements.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STATEMENTS_MADE_MAX = 1024 };

/* Fixed in place: whoever keeps a pointer to one keeps it for good. */
static struct statement made[STATEMENTS_MADE_MAX];
static size_t made_count;

static int highest_parameter(const char *text)
{
	int highest = 0;
	while ((text = strchr(text, '$'))) {
		int n = (int)strtol(++text, NULL, 10);
		highest = n > highest ? n : highest;
	}
	return highest;
}

const struct statement *statement_add(const char *name, const char *text)
{
	for (size_t i = 0; i < statement_all(); i++) {
		if (!strcmp(statement_at(i)->name, name) || made_count == STATEMENTS_MADE_MAX) {
			log_error("two statements are called %s, or there are too many", name);
			abort();
		}
	}
	struct statement *st = &made[made_count];
	*st = (struct statement){.name = name,
	                         .text = text,
	                         .parameters = highest_parameter(text),
	                         .index = (int)(statement_count + made_count)};
	made_count++;
	return st;
}

const struct statement *statement_composed(const char *name, const char *text, struct arena *a)
{
	struct statement *st = arena_alloc(a, sizeof *st);
	*st = (struct statement){
		.name = name, .text = text, .parameters = highest_parameter(text), .index = STATEMENT_COMPOSED};
	return st;
}

size_t statement_all(void)
{
	return statement_count + made_count;
}

const struct statement *statement_at(size_t i)
{
	return i < statement_count ? statements[i] : &made[i - statement_count];
}

void statement_print(const struct statement *st)
{
	enum { WIDTH = 118 };
	const char *text = st->text;
	printf("-- %s\n", st->name);
	while (strlen(text) > WIDTH) {
		size_t n = WIDTH;
		while (n && text[n] != ' ')
			n--;
		n = n ? n : strcspn(text, " ");
		printf("%.*s\n", (int)n, text);
		text += n + (text[n] == ' ');
	}
	printf("%s;\n\n", text);
}
