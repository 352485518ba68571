/* record_sample.h: records of every type to be written, made from the declarations and the route table.
 *
 * Of a type a few records (RECORDS) are thought of, each with a value for every field at each of a few STEPS, so that
 * two fields of a kind differ in at least one of the records and each field changes at every step. Texts that are made
 * here live until the program ends.
 */
#ifndef HTTP_RECORD_SAMPLE_H
#define HTTP_RECORD_SAMPLE_H

#include "client.h"
#include "portal/record_types.h"
#include "routes.h"

enum { RECORDS = 3, STEPS = 3, SAMPLE_FIELDS_MAX = 40, SAMPLE_OPTIONS_MAX = 64, SAMPLE_TYPES_MAX = 200 };

struct sample {
	const struct record_type *type;
	const char *collection; /* "/projects/CODE/risks" */
	bool shows_record;      /* GET of it is the record, not a page of its own kind */
	const char *options[SAMPLE_FIELDS_MAX][SAMPLE_OPTIONS_MAX]; /* of reference fields */
	size_t option_count[SAMPLE_FIELDS_MAX];
	int record;
	int ahead;           /* of this field the bodies have the next step's value; -1: of none */
	const char *code;    /* of the record, where it has one for ever */
	const char *place;   /* its address; sample_create() knows it */
	const char *version; /* as last read */
};

/* A type that the route creates, with something of each kind for records to belong to; freed with free(). */
struct sample *sample_new(const struct route *create);

/* One test for each route that creates records, called "NAME: TYPE", whose state is the route. Their number. */
size_t sample_tests(struct CMUnitTest tests[SAMPLE_TYPES_MAX], const char *name, CMUnitTestFunction function);

/* What is sent for field i at a step; NULL: it is left empty. What is then to be read: the same, but of a few fields.
 */
const char *sample_value(const struct sample *s, size_t i, int step);
const char *sample_shown(const struct sample *s, size_t i, int step);

/* Is it another, or the portal, who says what the field has? */
bool sample_decided(const struct sample *s, size_t i);

/* All of it as a JSON object, and as a browser sends it. */
const char *sample_json(const struct sample *s, int step);
const char *sample_form(const struct sample *s, struct client *c, int step);

/* Makes the record over JSON as it is at a step, with a code of its own, and knows its place and version then. */
const struct answer *sample_create(struct sample *s, struct client *c, int step);

/* POST of a form's body to the record's place. */
const struct answer *sample_post(const struct sample *s, struct client *c, const char *body);

/* What others below the same parent, or somewhere, refer to (record_neighbours.c). */
void sample_add_neighbours(const struct sample *s);

#endif
