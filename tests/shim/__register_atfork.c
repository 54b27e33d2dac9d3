#include "shimtest.h"

extern int __register_atfork(void (*)(void), void (*)(void), void (*)(void), void *);

static void say(const char *s)
{
	if (write(1, s, strlen(s)) < 0) _exit(9);
}

static void before(void) { say("prepare\n"); }
static int parents;

static void after(void) { parents++; }
static void child(void) { say("child\n"); }

int main(void)
{
	printf("%d\n", VIA(__register_atfork)(before, after, child, NULL));
	fflush(stdout);
	int p[2];
	if (pipe(p)) return 1;
	pid_t pid = fork();
	if (!pid) _exit(3);
	int status;
	waitpid(pid, &status, 0);
	printf("%d\n", parents);
	return 0;
}
