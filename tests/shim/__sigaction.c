#include "shimtest.h"

extern int __sigaction(int, const struct sigaction *, struct sigaction *);

static int asked;

/* The program's own, as runtimes have it that want all handlers on another stack. */
int sigaction(int signal, const struct sigaction *restrict in, struct sigaction *restrict out)
{
	if (asked++ > 8)
		_exit(9);
	return VIA(__sigaction)(signal, in, out);
}

static void handler(int signal)
{
	(void)signal;
}

int main(void)
{
	struct sigaction a = {.sa_handler = handler, .sa_flags = SA_RESTART}, was, now;
	printf("%d ", VIA(__sigaction)(SIGUSR1, &a, &was));
	printf("%d ", was.sa_handler == SIG_DFL);
	printf("%d ", VIA(sigaction)(SIGUSR1, NULL, &now));
	printf("%d %d\n", now.sa_handler == handler, !!(now.sa_flags & SA_RESTART));
	printf("%d\n", VIA(sigaction)(65000, &a, NULL) == -1 && errno == EINVAL);
	printf("%d\n", asked);
	return 0;
}
