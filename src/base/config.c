#include "base/config.h"

#include "base/arena.h"
#include "base/config_options.h"
#include "base/config_text.h"
#include "base/error.h"
#include "base/text.h"

#include <confuse.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { GRANT_RULES_MAX = 200, FILE_MAX = 1024 * 1024 };

struct owned_config {
	struct config config; /* first: config_free() gets its address */
	struct arena *arena;
};

/* What is being read. libconfuse's callbacks carry no pointer of ours; the configuration is read by one thread. */
static struct {
	struct error *error;
	struct arena *arena;
	struct grant_rule *rules;
	size_t rule_count;
} reading;

/* libconfuse reports here, and so do our checks through cfg_error(). The first mistake is the one to mend first. */
static void report(cfg_t *cfg, const char *format, va_list args)
{
	if (!reading.error || reading.error->status)
		return;
	char what[ERROR_MESSAGE_MAX / 2];
	vsnprintf(what, sizeof what, format, args);
	if (cfg && cfg->filename && cfg->line)
		error_set(reading.error, 500, _("%s, line %d: %s. Correct this line; `styrbord options` lists every option."),
		          cfg->filename, cfg->line, what);
	else
		error_set(reading.error, 500, _("The configuration cannot be read: %s."), what);
}

static const struct option *option_named(const char *name)
{
	for (size_t i = 0; i < config_option_count; i++)
		if (strcmp(config_options[i].name, name) == 0)
			return &config_options[i];
	return NULL;
}

static int check_text(cfg_t *cfg, const struct option *o, const char *value)
{
	if (!value)
		return 0;
	const char *problem = NULL;
	if (!text_is_clean(value, strlen(value)) || strpbrk(value, "\r\n\t"))
		problem = "must be one line of UTF-8 text without control characters";
	else if (o->required && !*value)
		problem = "must not be empty";
	else if (o->problem)
		problem = o->problem(value);
	if (problem)
		cfg_error(cfg, "option %s %s", o->name, problem);
	return problem ? -1 : 0;
}

/* Called by libconfuse after each option, so that the complaint can name its line. */
static int check_option(cfg_t *cfg, cfg_opt_t *opt)
{
	const struct option *o = option_named(opt->name);
	if (!o)
		return 0;
	if (o->type == OPTION_NUMBER) {
		long n = cfg_opt_getnint(opt, 0);
		if (n >= o->min && n <= o->max)
			return 0;
		cfg_error(cfg, "option %s must be a whole number from %d to %d", o->name, o->min, o->max);
		return -1;
	}
	if (o->type != OPTION_TEXT && o->type != OPTION_TEXTS)
		return 0;
	for (unsigned i = 0; i < cfg_opt_size(opt); i++)
		if (check_text(cfg, o, cfg_opt_getnstr(opt, i)) < 0)
			return -1;
	return 0;
}

static const char *copied(const char *s)
{
	return s && *s ? arena_strdup(reading.arena, s) : NULL;
}

static int add_rule(cfg_t *cfg, const struct grant_rule *rule)
{
	if (reading.rule_count == GRANT_RULES_MAX) {
		cfg_error(cfg, "there are more than %d grants: let {key} in a group's name stand for many groups",
		          GRANT_RULES_MAX);
		return -1;
	}
	reading.rules[reading.rule_count++] = *rule;
	return 0;
}

/* Takes a finished grant section over and removes it: libconfuse would let a second section of the same
 * title replace the first, but an organisation may well give one role through several groups. One that names several
 * groups is as many rules. */
static int take_grant(cfg_t *cfg, cfg_opt_t *opt)
{
	cfg_t *section = cfg_opt_getnsec(opt, 0);
	unsigned groups = cfg_size(section, "group");
	struct grant_rule rule = {.role = copied(cfg_title(section)),
	                          .scope = copied(cfg_getstr(section, "scope")),
	                          .key = copied(cfg_getstr(section, "key")),
	                          .group_name = copied(cfg_getstr(section, "group_name"))};
	int rc = 0;
	if (!rule.role || !rule.scope || (groups == 0) == !rule.group_name) {
		cfg_error(cfg,
		          "a grant must be written as grant \"role\" with a scope and either a group or a group_name in its "
		          "braces");
		rc = -1;
	}
	if (rule.group_name && !rc)
		rc = add_rule(cfg, &rule);
	for (unsigned i = 0; i < groups && !rc; i++) {
		rule.group = arena_strdup(reading.arena, cfg_getnstr(section, "group", i));
		rc = add_rule(cfg, &rule);
	}
	cfg_opt_rmnsec(opt, 0);
	return rc;
}

static cfg_opt_t libconfuse_option(const struct option *o)
{
	cfg_opt_t text = CFG_STR(o->name, o->fallback, o->fallback ? CFGF_NONE : CFGF_NODEFAULT);
	cfg_opt_t texts = CFG_STR_LIST(o->name, NULL, CFGF_NODEFAULT);
	cfg_opt_t number = CFG_INT(o->name, o->fallback ? strtol(o->fallback, NULL, 10) : 0, CFGF_NONE);
	cfg_bool_t on = o->fallback && strcmp(o->fallback, "true") == 0 ? cfg_true : cfg_false;
	cfg_opt_t flag = CFG_BOOL(o->name, on, CFGF_NONE);
	switch (o->type) {
	case OPTION_TEXTS:
		return texts;
	case OPTION_NUMBER:
		return number;
	case OPTION_FLAG:
		return flag;
	case OPTION_TEXT:
		break;
	}
	return text;
}

static cfg_t *new_parser(void)
{
	cfg_opt_t grant[] = {CFG_STR("scope", NULL, CFGF_NODEFAULT), CFG_STR("key", NULL, CFGF_NODEFAULT),
	                     CFG_STR_LIST("group", NULL, CFGF_NODEFAULT), CFG_STR("group_name", NULL, CFGF_NODEFAULT),
	                     CFG_END()};
	cfg_opt_t last[] = {CFG_SEC("grant", grant, CFGF_MULTI | CFGF_TITLE), CFG_END()};
	cfg_opt_t *all = arena_alloc(reading.arena, (config_option_count + 2) * sizeof *all);
	for (size_t i = 0; i < config_option_count; i++)
		all[i] = libconfuse_option(&config_options[i]);
	memcpy(&all[config_option_count], last, sizeof last);
	cfg_t *parser = cfg_init(all, CFGF_NONE);
	if (!parser)
		return NULL;
	cfg_set_error_function(parser, report);
	for (size_t i = 0; i < config_option_count; i++)
		cfg_set_validate_func(parser, config_options[i].name, check_option);
	cfg_set_validate_func(parser, "grant", take_grant);
	return parser;
}

static void store_texts(cfg_t *parser, const struct option *o, void *member)
{
	unsigned n = cfg_size(parser, o->name);
	const char **texts = arena_alloc(reading.arena, (n + 1) * sizeof *texts);
	for (unsigned i = 0; i < n; i++)
		texts[i] = arena_strdup(reading.arena, cfg_getnstr(parser, o->name, i));
	*(const char *const **)member = texts;
}

static void store(cfg_t *parser, const struct option *o, struct config *c)
{
	void *member = (char *)c + o->offset;
	const char *text;
	switch (o->type) {
	case OPTION_TEXTS:
		store_texts(parser, o, member);
		break;
	case OPTION_NUMBER:
		*(int *)member = (int)cfg_getint(parser, o->name);
		break;
	case OPTION_FLAG:
		*(bool *)member = cfg_getbool(parser, o->name);
		break;
	case OPTION_TEXT:
		text = cfg_getstr(parser, o->name);
		/* `reading` is the one choice that the program keeps as a flag. */
		if (o->offset == offsetof(struct config, reading_staff))
			*(bool *)member = strcmp(text, "staff") == 0;
		else
			*(const char **)member = arena_strdup(reading.arena, text ? text : "");
		break;
	}
}

static int check_required(cfg_t *parser, const char *path)
{
	for (size_t i = 0; i < config_option_count; i++) {
		const struct option *o = &config_options[i];
		if (o->required && cfg_size(parser, o->name) == 0)
			return error_set(reading.error, 500, _("%s: option %s is missing. Add it: %s."), path, o->name,
			                 o->explanation);
	}
	return 0;
}

/* The environment's mount point wins; whichever it is, it ends without a slash. */
static int settle_base(struct config *c)
{
	const char *environment = getenv("STYRBORD_BASE");
	const char *base = environment ? environment : c->base;
	const char *problem = option_named("base")->problem(base);
	if (problem)
		return error_set(reading.error, 500, _("The environment variable STYRBORD_BASE %s."), problem);
	size_t n = strlen(base);
	while (n && base[n - 1] == '/')
		n--;
	c->base = arena_strndup(reading.arena, base, n);
	return 0;
}

static int check_together(const struct config *c, const char *path)
{
	if (c->session_idle_s > c->session_absolute_s)
		return error_set(reading.error, 500, _("%s: session_idle_s must not be larger than session_absolute_s."), path);
	if (strcmp(c->listen, c->listen_sign_in) == 0)
		return error_set(reading.error, 500, _("%s: listen and listen_sign_in must be two different sockets."), path);
	for (const char *const *uri = c->directory_uris; *uri; uri++)
		if (text_starts_with(*uri, "ldap://") && !c->directory_start_tls && !c->directory_plain_allowed)
			return error_set(reading.error, 500,
			                 _("%s: %s would send passwords unprotected. Set directory_start_tls = true, or use "
			                   "ldaps://; only for a trial, directory_plain_allowed = true permits it."),
			                 path, *uri);
	return 0;
}

/* libconfuse's verdict on the text, made ready for it; CFG_FILE_ERROR too when it was none to be read. */
static int parse_text(cfg_t *parser, const char *path, FILE *file)
{
	struct buf text;
	buf_init(&text, FILE_MAX);
	int lost = config_text_read(file, &text);
	buf_addc(&text, '\n');
	FILE *prepared = lost || text.full ? NULL : fmemopen(text.data, text.len, "r");
	free(parser->filename);
	parser->filename = strdup(path);
	int result = prepared ? cfg_parse_fp(parser, prepared) : CFG_FILE_ERROR;
	if (prepared)
		fclose(prepared);
	buf_free(&text);
	if (lost)
		error_set(reading.error, 500,
		          "%s, line %d: a backslash in double quotes may stand before \" and \\ only. Put the text into "
		          "'single quotes', in which a backslash stands for itself.",
		          path, lost);
	return result;
}

static int parse(cfg_t *parser, const char *path, struct config *c)
{
	FILE *file = fopen(path, "re");
	if (!file)
		return error_set(reading.error, 500, _("The configuration %s cannot be opened: %s."), path, strerror(errno));
	/* libconfuse ends the process when it is given a directory to read. */
	struct stat kind;
	if (fstat(fileno(file), &kind) || !S_ISREG(kind.st_mode)) {
		fclose(file);
		return error_set(reading.error, 500, _("The configuration %s is not a file."), path);
	}
	int result = parse_text(parser, path, file);
	fclose(file);
	if (result != CFG_SUCCESS) {
		if (!reading.error->status)
			error_set(reading.error, 500, _("The configuration %s cannot be read."), path);
		return -1;
	}
	if (check_required(parser, path) < 0)
		return -1;
	for (size_t i = 0; i < config_option_count; i++)
		store(parser, &config_options[i], c);
	c->grant_rules = reading.rules;
	c->grant_rule_count = reading.rule_count;
	return settle_base(c) < 0 ? -1 : check_together(c, path);
}

int config_read(const char *path, struct config **out, struct error *e)
{
	struct error ignored = {0};
	struct arena *arena = arena_new();
	struct owned_config *owned = arena_alloc(arena, sizeof *owned);
	owned->arena = arena;
	reading.error = e ? e : &ignored;
	reading.error->status = 0;
	reading.arena = arena;
	reading.rules = arena_alloc(arena, GRANT_RULES_MAX * sizeof *reading.rules);
	reading.rule_count = 0;
	cfg_t *parser = new_parser();
	int result = parser ? parse(parser, path, &owned->config)
	                    : error_set(e, 500, _("The configuration cannot be read: out of memory."));
	if (parser)
		cfg_free(parser);
	memset(&reading, 0, sizeof reading);
	if (result < 0) {
		arena_free(arena);
		return -1;
	}
	*out = &owned->config;
	return 0;
}

void config_free(struct config *c)
{
	if (c)
		arena_free(((struct owned_config *)(void *)c)->arena);
}

void config_print_options(void)
{
	for (size_t i = 0; i < config_option_count; i++) {
		const struct option *o = &config_options[i];
		const char *quote = o->type == OPTION_TEXT ? "\"" : "";
		if (o->required)
			printf("%-24s required\n", o->name);
		else
			printf("%-24s = %s%s%s\n", o->name, quote, o->fallback, quote);
		if (o->type == OPTION_NUMBER)
			printf("    %s (%d to %d)\n", o->explanation, o->min, o->max);
		else
			printf("    %s\n", o->explanation);
	}
	printf("%-24s section, as many as needed\n    %s\n", "grant",
	       "grant \"role\" { scope = \"…\" key = \"…\" group = \"cn=…\" }: who is in the group has the role; "
	       "group_name = \"…\" instead of group matches its name wherever it lies");
}
