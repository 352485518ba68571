/* What nginx does by itself, with the files that a hospital includes: it bears slow clients, limits every spelling of
 * what asks the directory, believes a proxy that it was told of, and shows the portal's own page while no worker
 * answers. On a stack of its own, below a mount point. */
#include "client.h"
#include "stack.h"

#include "base/clock.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SLOW = 2300, HEADER_S = 5, BURST = 400 };

static int slow[SLOW];

static int set_up(void **state)
{
	(void)state;
	setenv("STYRBORD_SIGN_IN_RATE", "6r/m", 1);
	setenv("STYRBORD_PROXY", "127.0.0.2", 1);
	stack_start("/styr");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	stack_clean();
	return 0;
}

static int connect_to_nginx(void)
{
	const char *port = strrchr(getenv("STYRBORD_URL"), ':') + 1;
	struct sockaddr_in where = {.sin_family = AF_INET,
	                            .sin_port = htons((uint16_t)strtol(port, NULL, 10)),
	                            .sin_addr = {htonl(INADDR_LOOPBACK)}};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0 || connect(fd, (struct sockaddr *)&where, sizeof where))
		fail_msg("no connection: %s", strerror(errno));
	return fd;
}

/* A new connection that the server has cut, or closed, reads as ended. */
static bool is_cut(int fd)
{
	char byte;
	return recv(fd, &byte, 1, MSG_DONTWAIT) == 0 || (errno != EAGAIN && errno != EINTR);
}

static void slow_headers_of_one_leave_another_served(void **state)
{
	(void)state;
	struct rlimit files;
	static const char half[] = "GET /styr/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
	getrlimit(RLIMIT_NOFILE, &files);
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
	struct client *other = client_from("127.0.0.3");
	int64_t began = clock_now_ms();
	for (int i = 0; i < SLOW; i++) {
		slow[i] = connect_to_nginx();
		assert_int_equal(send(slow[i], half, sizeof half - 1, MSG_NOSIGNAL), sizeof half - 1);
	}
	int cut = 0;
	do {
		const struct answer *a = get(other, "/projects/DHO");
		assert_status(a, 200);
		assert_true(a->seconds < 1);
		/* they go on, a byte at a time */
		cut = 0;
		for (int i = 0; i < SLOW; i++) {
			cut += is_cut(slow[i]);
			(void)!send(slow[i], "x", 1, MSG_NOSIGNAL);
		}
		usleep(300000);
	} while (cut < SLOW && clock_now_ms() - began < (3 * HEADER_S) * 1000);
	/* a byte now and then buys no more time */
	assert_int_equal(cut, SLOW);
	for (int i = 0; i < SLOW; i++)
		close(slow[i]);
	client_free(other);
}

/* nginx's own answer looks as the portal's: page or problem document, with all headers. */
static void assert_own_answer(const struct answer *a, int status, const char *language)
{
	static const char *const headers[][2] = {
		{"Retry-After", "5"},
		{"Cache-Control", "private, no-store"},
		{"Vary", "Cookie, Accept, Accept-Language"},
		{"Content-Security-Policy",
	     "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
	     "frame-ancestors 'none'"},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "same-origin"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
	};
	assert_status(a, status);
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		assert_header(a, headers[i][0], headers[i][1]);
	assert_int_equal(strlen(header(a, "X-Request-Id")), 32);
	if (language) {
		assert_header(a, "Content-Type", "text/html; charset=utf-8");
		assert_holds(a, text("<html lang=\"%s\"", language));
		assert_holds(a, text("<p class=\"sb-error-status\">%d</p>", status));
		assert_holds(a, header(a, "X-Request-Id"));
		assert_holds(a, "href=\"/styr/assets/");
		assert_lacks(a, "/styr/login");
	} else {
		assert_header(a, "Content-Type", "application/problem+json");
		assert_json(a, "status", text("%d", status));
		assert_json(a, "instance", text("urn:request:%s", header(a, "X-Request-Id")));
	}
}

static void what_asks_the_directory_is_limited_however_it_is_spelled(void **state)
{
	(void)state;
	static const char *const spellings[] = {"/login",       "/login/",     "/login.json",  "/login/.json",
	                                        "/%6cogin",     "/log%69n%2f", "/readyz",      "/readyz/",
	                                        "/readyz.json", "/%72eadyz",   "/login%2ejson"};
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		struct client *c = client_from(text("127.0.1.%zu", i + 1));
		int asked = 0;
		while (get(c, spellings[i])->status != 429)
			if (++asked > BURST + 5)
				fail_msg("%s is not limited", spellings[i]);
		bool json = strstr(spellings[i], "json") != NULL && !strchr(spellings[i], '%');
		assert_own_answer(get(c, spellings[i]), 429, json ? NULL : "en");
		/* the same limit for all of them, and none for pages */
		assert_status(get(c, "/readyz"), 429);
		assert_status(get(c, "/projects"), 200);
		client_free(c);
	}
}

static bool log_holds(const char *words)
{
	static char all[4 * 1024 * 1024];
	FILE *f = fopen(text("%s/styrbord.log", stack_folder()), "r");
	assert_non_null(f);
	all[fread(all, 1, sizeof all - 1, f)] = '\0';
	fclose(f);
	return strstr(all, words) != NULL;
}

/* Signs in with a wrong password, through `from`, which says that it does so for `for_address`. */
static int try_to_sign_in(const char *from, const char *for_address)
{
	struct client *c = client_from(from);
	const char *const headers[] = {text("X-Forwarded-For: %s", for_address), NULL};
	const char *token = form_value(client_send(c, &(struct sending){.path = "/login", .headers = headers}), "_csrf");
	const struct answer *a = client_send(c, &(struct sending){.method = "POST",
	                                                          .path = "/login",
	                                                          .type = "application/x-www-form-urlencoded",
	                                                          .body = text("account=staff&password=no&_csrf=%s", token),
	                                                          .headers = headers});
	int status = a->status;
	client_free(c);
	return status;
}

static void a_proxy_is_believed_when_it_is_known(void **state)
{
	(void)state;
	assert_int_equal(try_to_sign_in("127.0.0.2", "203.0.113.7"), 401);
	assert_int_equal(try_to_sign_in("127.0.0.2", "203.0.113.99, 203.0.113.8"), 401);
	assert_true(log_holds("203.0.113.7"));
	assert_true(log_holds("203.0.113.8"));
	/* what stands before the proxy's own word is the client's */
	assert_false(log_holds("203.0.113.99"));
	assert_false(log_holds("127.0.0.2"));
	/* two addresses, two limits */
	struct client *proxy = client_from("127.0.0.2");
	const char *const one[] = {"X-Forwarded-For: 203.0.113.10", NULL}, *const two[] = {"X-Forwarded-For: 203.0.113.11",
	                                                                                   NULL};
	for (int i = 0; i < BURST + 5; i++)
		client_send(proxy, &(struct sending){.path = "/login", .headers = one});
	assert_status(client_send(proxy, &(struct sending){.path = "/login", .headers = one}), 429);
	assert_status(client_send(proxy, &(struct sending){.path = "/login", .headers = two}), 200);
	client_free(proxy);
}

static void nobody_else_is_believed(void **state)
{
	(void)state;
	assert_int_equal(try_to_sign_in("127.0.0.4", "203.0.113.20"), 401);
	assert_false(log_holds("203.0.113.20"));
	assert_true(log_holds("127.0.0.4"));
	/* another address in every request is no way past the limit */
	struct client *c = client_from("127.0.0.5");
	int asked = 0, status = 200;
	for (; status == 200 && asked < BURST + 10; asked++) {
		const char *const headers[] = {text("X-Forwarded-For: 203.0.113.%d", 30 + asked), NULL};
		status = client_send(c, &(struct sending){.path = "/login", .headers = headers})->status;
	}
	assert_int_equal(status, 429);
	client_free(c);
}

/* nginx answers with the page of each language, or the problem document, as the portal would choose. */
static void assert_away_in_every_language(struct client *c, int status)
{
	static const char *const asked[][3] = {
		{"/", "Accept-Language: fi", "fi"},
		{"/", "Accept-Language: sv", "sv-SE"},
		{"/", "Accept-Language: de, sv-FI;q=0.9, fi;q=0.5", "sv-FI"},
		{"/", "Accept-Language: nn-NO,no", "nb"},
		{"/", "Accept-Language: finnish, en-GB", "en"},
		{"/", "Accept-Language: de", "en"},
		{"/", "Accept-Language: ", "en"},
		{"/projects?language=sv-FI", "Accept-Language: fi", "sv-FI"},
		{"/projects?language=sv_FI", "Accept-Language: fi", "sv-FI"},
		{"/projects?language=nn-NO", "Accept-Language: fi", "nb"},
		{"/projects?language=en-GB", "Accept-Language: fi", "en"},
		{"/projects?language=finnish", "Accept-Language: sv", "sv-SE"},
		{"/projects?language=tlh", "Accept-Language: fi", "fi"},
		{"/projects", "Cookie: styrbord_language=sv-SE", "sv-SE"},
		{"/projects?language=fi", "Cookie: styrbord_language=nb", "fi"},
		{"/no-such-page", "Accept: text/html, application/json;q=0.5", "en"},
		{"/assets/nothing.css", "Accept: */*", "en"},
		/* refused before its headers were read */
		{"/%zz", "Accept-Language: nb", "en"},
		{"/projects/DHO.json", "Accept-Language: fi", NULL},
		{"/projects/DHO", "Accept: application/json", NULL},
		{"/projects/DHO", "Accept: application/problem+json, application/json", NULL},
	};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		const char *const headers[] = {asked[i][1], NULL};
		assert_own_answer(client_send(c, &(struct sending){.path = asked[i][0], .headers = headers}), status,
		                  asked[i][2]);
	}
}

static void without_workers_the_portal_says_so_itself(void **state)
{
	(void)state;
	struct client *c = client_new();
	int master = 0;
	FILE *f = fopen(text("%s/styrbord.pid", stack_folder()), "r");
	assert_non_null(f);
	assert_int_equal(fscanf(f, "%d", &master), 1);
	fclose(f);
	assert_int_equal(kill(master, SIGKILL), 0);
	for (int64_t end = clock_now_ms() + 5000; clock_left_ms(end) && get(c, "/healthz")->status == 200;)
		usleep(50000);
	assert_away_in_every_language(c, 502);
	/* what was sent may have been saved */
	const char *const finnish[] = {"Accept-Language: fi", NULL};
	struct sending saved = {"POST", "/projects", "application/x-www-form-urlencoded", "title=x", finnish, 0, false};
	assert_own_answer(client_send(c, &saved), 502, "fi");
	assert_holds(client_send(c, &saved), "tallentuiko se");
	assert_own_answer(send_json(c, "PATCH", "/projects/DHO", "{}", "1"), 502, NULL);
	const struct answer *a = client_send(c, &(struct sending){.method = "HEAD", .path = "/"});
	assert_status(a, 502);
	assert_int_equal(a->length, 0);
	/* its style sheet is nginx's to send */
	a = get(c, "/");
	const char *css = strstr(a->body, "<link rel=\"stylesheet\" href=\"/styr/");
	assert_non_null(css);
	css += strlen("<link rel=\"stylesheet\" href=\"/styr");
	assert_status(get(c, text("%.*s", (int)strcspn(css, "\""), css)), 200);
	client_free(c);
}

static void every_status_has_its_page_in_every_language(void **state)
{
	(void)state;
	static const char *const statuses[] = {"429", "500", "502", "503", "504"};
	static const char *const languages[] = {"", ".en", ".sv-SE", ".sv-FI", ".nb", ".fi"};
	for (size_t i = 0; i < 5; i++) {
		for (size_t k = 0; k < 6; k++) {
			static char page[100000];
			FILE *f = fopen(text("%s/away/%s%s.html", stack_folder(), statuses[i], languages[k]), "r");
			assert_non_null(f);
			page[fread(page, 1, sizeof page - 1, f)] = '\0';
			fclose(f);
			assert_non_null(strstr(page, text("<html lang=\"%s\"", k ? languages[k] + 1 : "en")));
			assert_non_null(strstr(page, text("<p class=\"sb-error-status\">%s</p>", statuses[i])));
			assert_int_equal(access(text("%s/away/%s%s.json", stack_folder(), statuses[i], languages[k]), R_OK), 0);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slow_headers_of_one_leave_another_served),
		cmocka_unit_test(what_asks_the_directory_is_limited_however_it_is_spelled),
		cmocka_unit_test(a_proxy_is_believed_when_it_is_known),
		cmocka_unit_test(nobody_else_is_believed),
		cmocka_unit_test(every_status_has_its_page_in_every_language),
		cmocka_unit_test(without_workers_the_portal_says_so_itself),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
