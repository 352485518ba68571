/* serve.h: `styrbord serve`, and what every command begins with. */
#ifndef SERVE_H
#define SERVE_H

#include "base/config.h"
#include "base/error.h"

/* Reads the configuration and its rules, and takes over its time zone. The caller frees *c. -1 with the sentence that
 * says which line is wrong. */
int configure(const char *path, struct config **c, struct error *e);

/* Answers nginx until it is told to end. 0, or -1: it did not begin. */
int serve(const char *config_path, struct error *e);

#endif
