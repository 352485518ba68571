#include "stack.h"

#include "client.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ARGUMENTS_MAX = 10 };

static char *folder;

const char *stack_folder(void)
{
	return folder;
}

int run(const char *program, ...)
{
	char *arguments[ARGUMENTS_MAX + 1] = {text("%s", program)};
	va_list args;
	int n = 1, status = 0;
	va_start(args, program);
	for (char *one; n < ARGUMENTS_MAX && (one = va_arg(args, char *)); n++)
		arguments[n] = one;
	va_end(args);
	pid_t pid = fork();
	if (!pid) {
		int log = open(text("%s.log", folder), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600),
			nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
		dup2(nothing, 0);
		dup2(log, 1);
		dup2(log, 2);
		execvp(program, arguments);
		_exit(127);
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		fail_msg("%s could not be run", program);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static int free_port(void)
{
	struct sockaddr_in where = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	socklen_t size = sizeof where;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (bind(fd, (struct sockaddr *)&where, sizeof where) || getsockname(fd, (struct sockaddr *)&where, &size))
		fail_msg("no port is free");
	close(fd);
	return ntohs(where.sin_port);
}

void stack_start(const char *base)
{
	folder = text("/var/tmp/styrbord-test-%d", (int)getpid());
	char *port = text("%d", free_port());
	if (run("tests/fixtures/stack.sh", "start", folder, port, base, NULL))
		fail_msg("the stack did not start: see %s.log", folder);
	setenv("STYRBORD_URL", text("http://localhost:%s%s", port, base), 1);
	setenv("STYRBORD_DIR", folder, 1);
	setenv("PGHOST", text("%s/run", folder), 1);
}

void stack_clean(void)
{
	if (folder && !run("tests/fixtures/stack.sh", "clean", folder, NULL))
		unlink(text("%s.log", folder));
}
