#include "shimtest.h"

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
struct vec { void (*handler)(int); int mask, flags; };
extern int sigvec(int, const struct vec *, struct vec *);
extern int __sigaddset(sigset_t *, int), __sigdelset(sigset_t *, int), __sigismember(const sigset_t *, int), __sigsuspend(const sigset_t *);
static volatile int got;

static void on(int s)
{
	got = s;
}

int main(void)
{
	struct vec v = {on, 6, 2}, old;
	sigset_t set;
	printf("%x\n", VIA(sigblock)(1 << (SIGUSR1 - 1)));
	printf("%x\n", VIA(siggetmask)());
	printf("%x\n", VIA(sigsetmask)(0));
	printf("%x\n", VIA(siggetmask)());
	printf("%d ", VIA(sigvec)(SIGUSR1, &v, NULL));
	printf("%d ", VIA(sigvec)(SIGUSR1, NULL, &old));
	printf("%d %x %d\n", old.handler == on, old.mask, old.flags);
	VIA(gsignal)(SIGUSR1);
	printf("%d\n", got);
	printf("%d ", VIA(ssignal)(SIGUSR2, on) == SIG_DFL);
	printf("%d\n", VIA(sysv_signal)(SIGUSR2, SIG_IGN) == on);
	sigemptyset(&set);
	VIA(__sigaddset)(&set, 5);
	VIA(__sigaddset)(&set, 40);
	VIA(__sigdelset)(&set, 5);
	printf("%d %d %d\n", sigismember(&set, 5), VIA(__sigismember)(&set, 40), VIA(__sigismember)(&set, 41));
	sigblock(1 << (SIGUSR1 - 1));
	got = 0;
	raise(SIGUSR1);
	sigemptyset(&set);
	errno = 0;
	printf("%d ", VIA(__sigsuspend)(&set));
	printf("%d %d\n", errno, got);
	return 0;
}
