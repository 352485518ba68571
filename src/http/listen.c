#include "http/prefork.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

static int handed_by_systemd(const char *name, int first)
{
	char **names = NULL;
	int n = sd_listen_fds_with_names(0, &names), found = -1;
	for (int i = 0; i < n; i++) {
		if (found < 0 && names && (!strcmp(names[i], name) || (first && n == 1)))
			found = SD_LISTEN_FDS_START + i;
		free(names[i]);
	}
	free(names);
	return found;
}

static int is_listening(int fd)
{
	int yes = 0;
	socklen_t size = sizeof yes;
	return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &yes, &size) == 0 && yes;
}

static int bind_path(const char *path, struct error *e)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	if (strlen(path) >= sizeof address.sun_path)
		return error_set(e, 500, "The socket's path %s is too long: %zu bytes at most.", path,
		                 sizeof address.sun_path - 1);
	memcpy(address.sun_path, path, strlen(path) + 1);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return error_set(e, 500, "No socket: %s.", strerror(errno));
	/* A socket that a dead master left is in the way; one that somebody serves is not taken, not even when so many wait
	 * there that no more may (EAGAIN, unix(7)). */
	if (connect(fd, (struct sockaddr *)&address, sizeof address) == 0 || errno == EAGAIN) {
		close(fd);
		return error_set(e, 500, "Something serves %s already.", path);
	}
	unlink(path);
	mode_t before = umask(0117);
	int rc = bind(fd, (struct sockaddr *)&address, sizeof address);
	umask(before);
	if (rc || listen(fd, 511)) {
		error_set(e, 500, "Cannot listen on %s: %s. Does its folder exist, and may this user write there?", path,
		          strerror(errno));
		close(fd);
		return -1;
	}
	return fd;
}

int prefork_listen(const char *name, const char *path, int first, struct error *e)
{
	struct sockaddr_storage address;
	socklen_t size = sizeof address;
	int fd = handed_by_systemd(name, first);
	if (fd < 0 && first && is_listening(STDIN_FILENO))
		fd = STDIN_FILENO;
	if (fd < 0)
		fd = bind_path(path, e);
	if (fd < 0)
		return -1;
	if (getsockname(fd, (struct sockaddr *)&address, &size) || address.ss_family != AF_UNIX)
		return error_set(e, 500,
		                 "The socket handed over is not a unix socket. Whoever reaches a FastCGI socket can say who "
		                 "they are, so the portal does not listen on TCP.");
	if (fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) < 0)
		return error_set(e, 500, "The listening socket cannot be made non-blocking: %s.", strerror(errno));
	return fd;
}
