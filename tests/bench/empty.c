/* empty.c: the least that libfcgi can do, for make bench: PROCESSES workers on the unix socket PATH answer every
 * request with BYTES bytes. It ends with its parent or at SIGTERM.
 *   empty PATH PROCESSES BYTES */
#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void serve(int socket, const char *body, int length)
{
	FCGX_Request request;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	FCGX_InitRequest(&request, socket, 0);
	while (FCGX_Accept_r(&request) == 0) {
		FCGX_FPrintF(request.out, "Status: 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n",
		             length);
		FCGX_PutStr(body, length, request.out);
		FCGX_Finish_r(&request);
	}
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	int processes = (int)strtol(argv[2], NULL, 10), length = (int)strtol(argv[3], NULL, 10);
	char *body = malloc((size_t)length + 1);
	if (!body || FCGX_Init())
		return 1;
	memset(body, 'x', (size_t)length);
	umask(0);
	int socket = FCGX_OpenSocket(argv[1], 511);
	if (socket < 0)
		return 1;
	for (int i = 0; i < processes; i++) {
		if (fork() == 0) {
			serve(socket, body, length);
			_exit(0);
		}
	}
	signal(SIGTERM, SIG_DFL);
	while (wait(NULL) > 0)
		continue;
	free(body);
	return 0;
}
