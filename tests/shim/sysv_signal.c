#include "shimtest.h"
extern void (*__sysv_signal(int, void (*)(int)))(int);
static volatile int count;
static void handler(int s)
{
	sigset_t now;
	sigprocmask(0, 0, &now);
	count += 1 + 10 * sigismember(&now, s);
}
int main(void)
{
	struct sigaction sa;
	printf("%d\n", VIA(__sysv_signal)(SIGUSR1, handler) == SIG_DFL);
	sigaction(SIGUSR1, 0, &sa);
	printf("%d %d %d\n", !!(sa.sa_flags & SA_RESETHAND), !!(sa.sa_flags & SA_NODEFER), !!(sa.sa_flags & SA_RESTART));
	raise(SIGUSR1);
	printf("%d\n", count);
	sigaction(SIGUSR1, 0, &sa);
	printf("%d\n", sa.sa_handler == SIG_DFL);
	errno = 0;
	printf("%d ", VIA(__sysv_signal)(SIGKILL, handler) == SIG_ERR);
	printf("%d ", errno);
	printf("%d\n", VIA(__sysv_signal)(0, handler) == SIG_ERR);
}
