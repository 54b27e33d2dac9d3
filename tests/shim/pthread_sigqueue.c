#include "shimtest.h"
#include <pthread.h>

static volatile int got;

static void on(int signal, siginfo_t *info, void *context)
{
	(void)signal;
	(void)context;
	got = info->si_value.sival_int;
}

int main(void)
{
	struct sigaction a = {.sa_sigaction = on, .sa_flags = SA_SIGINFO};
	sigaction(SIGUSR1, &a, NULL);
	union sigval v = {.sival_int = 42};
	printf("%d ", VIA(pthread_sigqueue)(pthread_self(), SIGUSR1, v));
	printf("%d\n", got);
	printf("%d\n", VIA(pthread_sigqueue)(pthread_self(), 200, v));
	return 0;
}
