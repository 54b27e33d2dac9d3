/* recipe: bsd_signals
 * symbols: sigblock sigsetmask siggetmask sigvec sigstack __sigpause __xpg_sigpause __sigsuspend __sigaddset
 *   __sigdelset __sigismember gsignal ssignal sysv_signal sigreturn
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: sigstack and sigreturn refuse with ENOSYS
 * spec: 4.3BSD sigblock(2), sigvec(2); Linux man-pages sigpause(3), ssignal(3), sysv_signal(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

/* The old masks are the first 32 signals, signal 1 in the lowest bit. */
static void to_set(int mask, sigset_t *set)
{
	sigemptyset(set);
	for (int s = 1; s <= 32; s++)
		if ((unsigned)mask >> (s - 1) & 1) sigaddset(set, s);
}

static int to_mask(const sigset_t *set)
{
	unsigned mask = 0;
	for (int s = 1; s <= 32; s++) mask |= (sigismember(set, s) == 1 ? 1u : 0) << (s - 1);
	return (int)mask;
}

static int change(int how, int mask)
{
	sigset_t set, old;
	to_set(mask, &set);
	return sigprocmask(how, &set, &old) ? -1 : to_mask(&old);
}

int sigblock(int mask)
{
	return change(SIG_BLOCK, mask);
}

int sigsetmask(int mask)
{
	return change(SIG_SETMASK, mask);
}

int siggetmask(void)
{
	return change(SIG_BLOCK, 0);
}

struct sigvec {
	void (*sv_handler)(int);
	int sv_mask, sv_flags;
};

enum { ONSTACK = 1, INTERRUPT = 2, RESETHAND = 4 };

int sigvec(int signal, const struct sigvec *in, struct sigvec *out)
{
	struct sigaction a = {0}, old;
	if (in) {
		a.sa_handler = in->sv_handler;
		to_set(in->sv_mask, &a.sa_mask);
		a.sa_flags = (in->sv_flags & ONSTACK ? SA_ONSTACK : 0) | (in->sv_flags & INTERRUPT ? 0 : SA_RESTART) |
			(in->sv_flags & RESETHAND ? (int)SA_RESETHAND : 0);
	}
	if (sigaction(signal, in ? &a : NULL, &old)) return -1;
	if (out) {
		out->sv_handler = old.sa_handler;
		out->sv_mask = to_mask(&old.sa_mask);
		out->sv_flags = (old.sa_flags & SA_ONSTACK ? ONSTACK : 0) | (old.sa_flags & SA_RESTART ? 0 : INTERRUPT) |
			((unsigned)old.sa_flags & SA_RESETHAND ? RESETHAND : 0);
	}
	return 0;
}

/* BSD's takes a mask, X/Open's a signal. */
int __sigpause(int argument, int is_signal)
{
	sigset_t set;
	if (!is_signal) {
		to_set(argument, &set);
		return sigsuspend(&set);
	}
	sigprocmask(SIG_BLOCK, NULL, &set);
	if (sigdelset(&set, argument)) return -1;
	return sigsuspend(&set);
}

int __xpg_sigpause(int signal)
{
	return __sigpause(signal, 1);
}

int __sigsuspend(const sigset_t *set)
{
	return sigsuspend(set);
}

int __sigaddset(sigset_t *set, int signal)
{
	unsigned long *word = (unsigned long *)set + (signal - 1) / (int)(8 * sizeof(long));
	*word |= 1ul << (signal - 1) % (int)(8 * sizeof(long));
	return 0;
}

int __sigdelset(sigset_t *set, int signal)
{
	unsigned long *word = (unsigned long *)set + (signal - 1) / (int)(8 * sizeof(long));
	*word &= ~(1ul << (signal - 1) % (int)(8 * sizeof(long)));
	return 0;
}

int __sigismember(const sigset_t *set, int signal)
{
	const unsigned long *word = (const unsigned long *)set + (signal - 1) / (int)(8 * sizeof(long));
	return (int)(*word >> (signal - 1) % (int)(8 * sizeof(long)) & 1);
}

int gsignal(int signal)
{
	return raise(signal);
}

void (*ssignal(int sig, void (*handler)(int)))(int)
{
	return signal(sig, handler);
}

void (*sysv_signal(int sig, void (*handler)(int)))(int)
{
	struct sigaction a = {.sa_handler = handler, .sa_flags = (int)(SA_RESETHAND | SA_NODEFER)}, old;
	return sigaction(sig, &a, &old) ? SIG_ERR : old.sa_handler;
}

int sigstack(void *in, void *out)
{
	(void)in;
	(void)out;
	errno = ENOSYS;
	return -1;
}

int sigreturn(void *context)
{
	(void)context;
	errno = ENOSYS;
	return -1;
}
