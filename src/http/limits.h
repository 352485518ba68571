/* limits.h: what a request may weigh. nginx has the same figures (conf/nginx), so these are the second line. */
#ifndef HTTP_LIMITS_H
#define HTTP_LIMITS_H

enum {
	PATH_MAX_BYTES = 1024,
	QUERY_MAX_BYTES = 8 * 1024,
	HEADER_MAX_BYTES = 8 * 1024,
	FORM_MAX_BYTES = 1024 * 1024, /* of a body, where no file is sent */
	RESPONSE_MAX_BYTES = 32 * 1024 * 1024,
};

#endif
