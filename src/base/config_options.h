/* config_options.h: the one table of options. Only config.c and its test include it. */
#ifndef BASE_CONFIG_OPTIONS_H
#define BASE_CONFIG_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum option_type { OPTION_TEXT, OPTION_TEXTS, OPTION_NUMBER, OPTION_FLAG };

struct option {
	const char *name;
	enum option_type type;
	size_t offset;        /* of its member in struct config */
	const char *fallback; /* as it would be written; of OPTION_TEXTS only for show: {} or nothing */
	bool required;
	int min, max;                         /* OPTION_NUMBER */
	const char *(*problem)(const char *); /* NULL, or what is wrong with this text: "must …" */
	const char *explanation;
};

extern const struct option config_options[];
extern const size_t config_option_count;

#endif
